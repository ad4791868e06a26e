using System.Buffers;
using Briefing.Core.Extraction.Segments;
using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Lines;

/// <summary>One line of a document (or several, where the text is wrapped at a fixed width), with what was found out about it.</summary>
internal sealed class PageLine
{
    private uint[]? _contentKeys;
    private IdentifiedLanguage? _language;

    public PageLine(int index, TextSpan span, string text, int blankLinesBefore, PageBlock? block)
    {
        Index = index;
        Span = span;
        Text = text;
        BlankLinesBefore = blankLinesBefore;
        Block = block;
        Words = LineWords.Of(text);
        Measures = LineMeasures.Of(text, Words);
        Phrases = PageVocabulary.Phrases.Find(Words, text);
        KeyHash = Words.KeyHash;
    }

    public int Index { get; }

    /// <summary>Without white space at its ends.</summary>
    public TextSpan Span { get; }
    public string Text { get; }
    public int BlankLinesBefore { get; }

    /// <summary>Null for plain text.</summary>
    public PageBlock? Block { get; }
    public LineWords Words { get; }

    /// <inheritdoc cref="LineWords.KeyHash"/>
    public ulong KeyHash { get; }
    public LineMeasures Measures { get; }
    public PhraseHits Phrases { get; }
    public LineRole Role { get; private set; }

    /// <summary>The name of the rule that gave it its role.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>What the line said for or against being inside an article; null before articles were looked for.</summary>
    public SegmentScore? Score { get; set; }

    /// <summary>Another language than the article's, or the edition's.</summary>
    public bool IsForeign { get; set; }

    /// <summary>How often a line with the same words stands in the document, this one included; points of lists count apart.</summary>
    public int Occurrences { get; set; } = 1;

    public void Decide(LineRule rule) => Decide(rule.Role, rule.Name);

    public void Decide(LineRole role, string rule) => (Role, Rule) = (role, rule);

    public IdentifiedLanguage Language => _language ??= LanguageIdentifier.Identify(Text);

    /// <summary>Keys of the words that carry content, for comparing what lines speak of.</summary>
    public uint[] ContentKeys => _contentKeys ??= Segments.ContentKeys.Of(Words);
}

/// <summary>The countable form of a line.</summary>
/// <param name="Words">Words; in scripts without spaces every two letters count as one.</param>
/// <param name="Capitalized">Words that open with a capital.</param>
/// <param name="AllCapitals">Words of two letters or more, all capitals.</param>
/// <param name="Function">Grammatical words of any known language, in small letters.</param>
/// <param name="Marks">Signs that part links: | › » → •.</param>
/// <param name="Addressing">Words that address the reader or speak for the site, outside quotations.</param>
internal readonly record struct LineMeasures(
    int Words, int Capitalized, int AllCapitals, int Numbers, int Function, int Marks, int Addressing, bool EndsSentence, bool EndsOpen, bool HasQuotation,
    bool HasAddress)
{
    private static readonly WordSet AddressingWords = new(
        [
            "you", "your", "yours", "us", "our", "my", "me", "i", "i'm", "i'd", "i've", "i'll", "ihnen", "ihre", "ihren", "ihrem", "ihr", "uns", "unsere", "unseren", "unserer", "unserem",
            "vous", "votre", "vos", "nous", "notre", "nos", "usted", "tu", "tus", "te", "nuestro", "nuestra", "nuestros", "nuestras", "voce", "nosso",
            "nossa", "nossos", "nossas", "tuo", "tua", "tuoi", "ti", "nostro", "nostra", "nostri", "nostre", "je", "jouw", "ons", "onze", "u", "uw",
            "din", "ditt", "dina", "var", "vart", "twoj", "nasz", "nasza", "naszej", "ваш", "ваши", "вашей", "вас", "вам", "наш", "наши", "нашем",
        ]);

    private static readonly SearchValues<char> LinkMarks = SearchValues.Create("|\u203A\u00BB\u2192\u2022\u00B7\u25B8><{}\u2605#");

    /// <summary>Marks that open or close what somebody says.</summary>
    public static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D");

    public double FunctionShare => Words == 0 ? 0 : (double)Function / Words;

    public double CapitalShare => Words == 0 ? 0 : (double)Capitalized / Words;

    public static LineMeasures Of(string text, LineWords words)
    {
        int capitalized = 0, allCapitals = 0, numbers = 0, function = 0, addressing = 0;
        var quoted = QuotedRange(text);
        for (var at = 0; at < words.Count; at++)
        {
            var start = words.StartOf(at);
            var first = text[start];
            if (char.IsUpper(first))
            {
                capitalized++;
                if (words.EndOf(at) - start > 1 && char.IsUpper(text[words.EndOf(at) - 1]))
                    allCapitals++;
            }
            else if (char.IsDigit(first))
            {
                numbers++;
            }
            else if (LanguageProfiles.Words.Contains(words.HashOf(at)))
            {
                function++;
            }

            // "US" is a country; an addressing word in capitals opens the line or is none, but for the English "I".
            if ((at == 0 || !char.IsUpper(first) || first == 'I') && (start < quoted.Start || start >= quoted.End) && AddressingWords.Contains(words.HashOf(at)))
                addressing++;
        }

        var count = words.IsSpaceless ? Math.Max(words.Count, text.Length / 2) : words.Count;
        return new LineMeasures(
            count, capitalized, allCapitals, numbers, function, CountMarks(text), addressing, EndsAsSentence(text), EndsAsOpen(text),
            quoted.End > quoted.Start, HasInternetAddress(text));
    }

    // From the first to the last quotation mark: what people say may address anyone.
    private static (int Start, int End) QuotedRange(string text)
    {
        var first = text.AsSpan().IndexOfAny(QuotationMarks);
        var last = text.AsSpan().LastIndexOfAny(QuotationMarks);
        return first >= 0 && last > first ? (first, last) : (0, 0);
    }

    private static bool EndsAsSentence(string text)
    {
        var at = text.Length - 1;
        while (at > 0 && text[at] is '"' or '\'' or '\u201D' or '\u2019' or '\u201C' or '\u00BB' or ')' or ']' or '\u300D' or ' ')
            at--;
        return at >= 0 && text[at] is '.' or '!' or '?' or '\u3002' or '\uFF01' or '\uFF1F' or '\u0964' or '\u061F' or '\u06D4';
    }

    private static bool EndsAsOpen(string text) => text.Length > 0 && text[^1] is ':' or '\u2026' or '\uFF1A' or ',' or ';' or '-' or '\u2014';

    private static int CountMarks(string text)
    {
        var marks = 0;
        for (var rest = text.AsSpan(); rest.IndexOfAny(LinkMarks) is var at and >= 0; rest = rest[(at + 1)..])
            marks++;
        return marks;
    }

    private static bool HasInternetAddress(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal);
}

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
