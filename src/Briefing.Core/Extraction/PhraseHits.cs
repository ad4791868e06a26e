namespace Briefing.Core.Extraction;

/// <summary>The furniture phrases found in one line.</summary>
internal struct PhraseHits
{
    /// <summary>Every kind found anywhere in the line.</summary>
    public PhraseKinds Kinds;

    /// <summary>Kinds of the phrases that open the line.</summary>
    public PhraseKinds Opening;

    /// <summary>Words of the longest phrase that opens the line.</summary>
    public int OpeningWords;

    /// <summary>Phrases found, of all kinds.</summary>
    public int Count;

    /// <summary>Words inside phrases; overlapping phrases count once.</summary>
    public int CoveredWords;

    /// <summary>Phrases about consent.</summary>
    public int ConsentCount;

    private int _coveredTo;

    public void Add(PhraseKinds kind, int at, int words)
    {
        Count++;
        Kinds |= kind;
        if (kind == PhraseKinds.Consent)
            ConsentCount++;
        var end = at + words;
        CoveredWords += Math.Max(0, end - Math.Max(at, _coveredTo));
        _coveredTo = Math.Max(_coveredTo, end);
        if (at != 0 || words < OpeningWords)
            return;
        Opening = words > OpeningWords ? kind : Opening | kind;
        OpeningWords = words;
    }

    public readonly bool Has(PhraseKinds kinds) => (Kinds & kinds) != PhraseKinds.None;

    public readonly bool OpensWith(PhraseKinds kinds) => (Opening & kinds) != PhraseKinds.None;
}
