namespace Briefing.Core.Extraction;

/// <summary>What a word or phrase of page furniture speaks of. A line may speak of several things.</summary>
[Flags]
internal enum PhraseKinds
{
    None = 0,

    /// <summary>Announces other articles: "Related", "Read more", "Latest stories".</summary>
    Related = 1,
    Comments = 2,

    /// <summary>Social networks, printing, sending, following.</summary>
    Share = 4,

    /// <summary>Subscriptions, newsletters, apps, channels, advertisements.</summary>
    Promotion = 8,
    Consent = 16,

    /// <summary>Terms, contacts, imprint, careers: the foot of a site.</summary>
    SiteFoot = 32,

    /// <summary>"Photo:", "Image credit": what stands by a picture.</summary>
    Picture = 64,

    /// <summary>"Updated", "Published", "Posted".</summary>
    Stamp = 128,

    /// <summary>"3 min read", "2 hrs ago": counters and relative times.</summary>
    Counter = 256,

    /// <summary>Asks for the reader's opinion of the page.</summary>
    Feedback = 512,

    /// <summary>Speaks of the article as a thing on a page: "this article", "dieser Artikel".</summary>
    ThisText = 1024,

    /// <summary>Logging in and registering.</summary>
    Account = 2048,

    /// <summary>Calls on the reader to do something: "Sign up", "Download".</summary>
    Call = 4096,

    /// <summary>Leads to one other page from the middle of a text: "Read more", "Watch".</summary>
    ReadMore = 8192,
}
