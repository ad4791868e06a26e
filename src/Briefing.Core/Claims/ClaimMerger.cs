using Briefing.Core.Claims.Differences;
using Briefing.Core.Claims.Quotations;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Claims;

/// <summary>
/// Merges what the reports of one story say: equal statements become one claim with all who carry it, statements that disagree
/// stay apart and are named as differences. Every sentence, bullet and standfirst of the reports ends as an attribution of some
/// claim. Cost: linear in the number of passages, but for those that share rare words.
/// </summary>
/// <remarks>Keeps what it learned of words, so one merger for many stories is faster than many. Not for use by several threads at once.</remarks>
public sealed class ClaimMerger
{
    private readonly Vocabulary _vocabulary = new();

    /// <param name="reports">All of one story. Not empty.</param>
    public MergedStory Merge(IReadOnlyList<Report> reports)
    {
        var sentences = new DistinctSentenceReader(_vocabulary).Read(reports);
        var drafts = ClaimBuilder.Gather(sentences);
        var differences = reports.Sum(report => report.Articles.Length) > 1 ? DifferenceFinder.Find(drafts) : [];
        var ordered = ReadingOrder.Order(drafts, differences);
        var speakers = new SpeakerResolver(sentences);
        var claims = new Dictionary<DraftClaim, (int Place, Claim Claim)>(ordered.Count);
        var ids = new StableIds("c-");
        foreach (var draft in ordered)
        {
            var shown = draft.Shown;
            claims.Add(draft, (claims.Count, new Claim(
                ids.For(shown.ComparableClause.Sentence.FoldedText),
                shown.First.Passage.Text,
                draft.Attributions(),
                shown.IsQuotation,
                shown.Quotation is null ? null : speakers.SpeakerOf(shown))));
        }

        return new MergedStory(
            HeadlineOf(reports),
            [.. ordered.Select(draft => claims[draft].Claim)],
            [.. differences.OrderBy(draft => draft.Place(claims)).Select(draft => draft.ToDifference(claims))]);
    }

    private static string HeadlineOf(IReadOnlyList<Report> reports) =>
        reports[0].Original.Article.Headline;
}
