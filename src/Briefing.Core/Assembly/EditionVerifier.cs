using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Assembly;

/// <summary>Proves an edition: each claim's words stand in its source, where the edition says they stand.</summary>
public static class EditionVerifier
{
    /// <summary>Every fault, in the edition's order. Empty when all is proved.</summary>
    /// <param name="textOf">The kept decoded text of a document, by its id; null when it is not to be had.</param>
    public static IEnumerable<VerificationFault> Verify(Edition edition, Func<EditionDocument, string?> textOf)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in edition.Documents)
        {
            var text = textOf(document);
            if (text is null)
                yield return new VerificationFault(document.Id, null, $"the kept text of {document.Name} is missing");
            else if (DocumentHash.Of(text) is var hash && hash != document.Sha256)
                yield return new VerificationFault(document.Id, null, $"the kept text of {document.Name} was changed: its SHA-256 is {hash}, the edition says {document.Sha256}");
            if (text is not null)
                texts[document.Id] = text;
        }

        var articles = edition.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        foreach (var claim in edition.Sections.SelectMany(section => section.Stories).SelectMany(story => story.Claims))
        {
            foreach (var fault in Verify(claim, articles, texts))
                yield return fault;
        }
    }

    private static IEnumerable<VerificationFault> Verify(
        EditionClaim claim, Dictionary<string, EditionArticle> articles, Dictionary<string, string> texts)
    {
        if (claim.Attributions.IsDefaultOrEmpty)
        {
            yield return new VerificationFault(claim.Id, claim.Text, "has no source");
            yield break;
        }

        for (var at = 0; at < claim.Attributions.Length; at++)
        {
            var attribution = claim.Attributions[at];
            if (!articles.TryGetValue(attribution.Article, out var article))
            {
                yield return new VerificationFault(claim.Id, claim.Text, $"names article {attribution.Article}, which the edition does not list");
                continue;
            }

            // A document without its text has been reported above.
            if (!texts.TryGetValue(article.Document, out var text))
                continue;
            if (attribution.Start < 0 || attribution.End > text.Length || attribution.Start >= attribution.End)
            {
                yield return new VerificationFault(claim.Id, claim.Text, $"points to {attribution.Start}–{attribution.End} of {article.Document}, which has {text.Length} characters");
                continue;
            }

            // The first attribution is the wording shown; the others may say it in other words.
            var source = text[attribution.Start..attribution.End];
            if (at == 0 && !string.Equals(source, claim.Text, StringComparison.Ordinal))
                yield return new VerificationFault(claim.Id, claim.Text, $"is not what stands at {attribution.Start}–{attribution.End} of {article.Document}: \"{source}\"");
            else if (at > 0 && attribution.Exact && !SameWords(source, claim.Text))
                yield return new VerificationFault(claim.Id, claim.Text, $"is said to stand word for word at {attribution.Start}–{attribution.End} of {article.Document}, where it says \"{source}\"");
            else if (attribution.Start < article.Start || attribution.End > article.End)
                yield return new VerificationFault(claim.Id, claim.Text, $"points outside article {article.Id}");
        }
    }

    private static bool SameWords(string one, string other) =>
        Tokenizer.Words(one).Select(word => word.Folded)
            .SequenceEqual(Tokenizer.Words(other).Select(word => word.Folded), StringComparer.Ordinal);
}

/// <param name="Subject">The id of the claim or document.</param>
/// <param name="Claim">The claim's words; null where a document is at fault.</param>
public sealed record VerificationFault(string Subject, string? Claim, string Reason)
{
    public override string ToString() => Claim is null ? $"{Subject}: {Reason}" : $"claim {Subject} \"{Claim}\" {Reason}";
}
