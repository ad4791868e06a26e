namespace Briefing.Core.Extraction;

/// <summary>What a line is by its own form, before its surroundings are looked at.</summary>
internal enum LineRole
{
    /// <summary>Only signs.</summary>
    Separator,

    /// <summary>A paragraph: one or more sentences.</summary>
    Prose,

    /// <summary>A point of a list.</summary>
    Bullet,

    /// <summary>Words without the form of a sentence: a headline, a subheading, the title of a link.</summary>
    Heading,

    /// <summary>One to three words: a section's name, a menu entry.</summary>
    Label,
    Caption,
    Byline,

    /// <summary>A date, a time, "updated 4 sec ago".</summary>
    Stamp,

    /// <summary>Announces links to other articles.</summary>
    RelatedHeading,

    /// <summary>"Read more: …", a link to another article on one line.</summary>
    RelatedLink,
    CommentsHeading,
    Share,
    Promotion,
    Consent,

    /// <summary>Copyright, terms, forms: the site speaking of itself.</summary>
    Boilerplate,

    /// <summary>Menu entries, breadcrumbs, code, addresses.</summary>
    Navigation,

    /// <summary>A notice that a machine wrote or drew something.</summary>
    MachineNotice,

    /// <summary>An editor's note on who wrote or edited, or on the text itself: "(Reporting by …)", "This article was amended …".</summary>
    Credit,
}
