using Briefing.Core.Stories.Quotations;

namespace Briefing.Core.Stories.Claims;

/// <summary>One wording and all passages that have it word for word.</summary>
/// <param name="Carriers">By rank; never empty.</param>
internal sealed record Telling(Wording Wording, List<Carrier> Carriers, Quotation? Quotation)
{
    public Carrier First => Carriers[0];

    /// <summary>Whether only machine-written articles have it.</summary>
    public bool IsMachineWritten { get; } = Carriers.TrueForAll(carrier => carrier.IsMachineWritten);

    /// <summary>Whether it stands only in summaries at the top of an article.</summary>
    public bool IsSummary { get; } = Carriers.TrueForAll(carrier => carrier.Passage.Kind != Extraction.PassageKind.Sentence);

    /// <summary>Whether it may stand for <paramref name="other"/>: a person's words are not replaced by a machine's, nor the body's by a summary's.</summary>
    public bool MaySupply(Telling other) =>
        (!IsMachineWritten || other.IsMachineWritten) && (!IsSummary || other.IsSummary);

    /// <summary>
    /// Whether the other may be counted as saying the same: what someone says in his own words is not what a reporter says
    /// of it, nor what is quoted from another. The same words are the same, also where their marks were lost: a quotation of
    /// several sentences has marks at its ends only.
    /// </summary>
    public bool MayCarry(Telling other)
    {
        var (own, its) = (IsQuotation, other.IsQuotation);
        if (!own && !its)
            return true;
        var isSpokenInBoth = (its && other.Quotation!.IsSpokenIn(Wording.Statement)) || (own && Quotation!.IsSpokenIn(other.Wording.Statement));
        return isSpokenInBoth && !Speakers.Differ(this, other);
    }

    /// <summary>Whether most of it is someone's own words.</summary>
    public bool IsQuotation => Quotation is { IsMost: true, IsTelling: true };

    /// <summary>Whether it cannot be understood without the sentence before: it opens with a pronoun, or is a quotation without its speaker.</summary>
    public bool LeansOnWhatPrecedes =>
        Wording.Statement.Count > 0
        && (Wording.Statement.Forms[0].Folded is "he" or "she" or "they" or "it" or "this" or "these" or "those" or "his" or "her" or "their" or "its"
            || (IsQuotation && Quotation!.Speaker is null));
}
