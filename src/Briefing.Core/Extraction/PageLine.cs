using Briefing.Core.Language;
using Briefing.Core.Sources;

namespace Briefing.Core.Extraction;

/// <summary>One line of a document (or several, where the text is wrapped at a fixed width), with what was found out about it.</summary>
internal sealed class PageLine
{
    private uint[]? _contentKeys;
    private LanguageGuess? _language;

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
    public LineRole Role { get; set; }

    /// <summary>Another language than the article's, or the edition's.</summary>
    public bool IsForeign { get; set; }

    /// <summary>How often a line with the same words stands in the document, this one included; points of lists count apart.</summary>
    public int Occurrences { get; set; } = 1;

    public LanguageGuess Language => _language ??= LanguageIdentifier.Identify(Text);

    /// <summary>Keys of the words that carry content, for comparing what lines speak of.</summary>
    public uint[] ContentKeys => _contentKeys ??= Extraction.ContentKeys.Of(Words);
}
