using Briefing.Core.Extraction.Lines;
using Briefing.Core.Extraction.Segments;
using Briefing.Core.Model;
using Briefing.Core.Text.Dates;
using NodaTime;

namespace Briefing.Core.Extraction.Provenance;

/// <summary>
/// Finds when an article was published: the date by its byline or headline, then the one in its dateline, then a date beside the
/// page's furniture. Dates in its sentences are what it reports, and are not read.
/// </summary>
internal static class PublicationDateReader
{
    // The least weight of a date that stands by the article itself, in its head or at its foot.
    private const double OwnWeight = 1.4;

    private sealed record Candidate(PrintedDate Mention, double Weight, bool IsUpdate = false);

    public static Publication? Read(Document document, List<PageLine> lines, ArticleDraft draft, Dateline? dateline, bool isFirst)
    {
        var candidates = new List<Candidate>();
        AddHead(document.Text, lines, draft, candidates);
        AddFoot(document.Text, lines, draft, candidates);
        if (document.Layout?.Metadata is { PublishedOn: { } declared } metadata && isFirst && candidates.All(candidate => candidate.Weight < 3))
            return new Publication(declared, metadata.PublishedAt);
        if (dateline?.Date is { } printed)
            candidates.Add(new Candidate(printed, 2));
        if (isFirst)
            AddPageDates(document.Text, lines, draft, candidates);
        return candidates.Count == 0 ? null : Resolve(candidates, document.ReadAt);
    }

    private static void AddHead(string text, List<PageLine> lines, ArticleDraft draft, List<Candidate> candidates)
    {
        var headline = draft.Headline?.Index ?? draft.First;
        var from = Math.Max(0, Math.Min(headline, draft.First) - 3);
        for (var at = from; at <= draft.Last; at++)
        {
            var line = lines[at];
            if (at < draft.HeadStart && line.Role is not (LineRole.Stamp or LineRole.Byline or LineRole.Label))
                continue;
            if (line.Role is not (LineRole.Stamp or LineRole.Byline or LineRole.Share or LineRole.Heading or LineRole.Label or LineRole.Credit) || line == draft.Headline)
                continue;
            var weight = (line.Role is LineRole.Stamp or LineRole.Byline ? 3.5 : 1.5) - (at < headline ? 2.2 : 0) - 0.05 * Math.Abs(at - headline);
            Add(text, line, weight, candidates);
        }
    }

    private static void AddFoot(string text, List<PageLine> lines, ArticleDraft draft, List<Candidate> candidates)
    {
        for (var at = draft.Last + 1; at < draft.FootEnd; at++)
        {
            if (lines[at].Role is LineRole.Stamp or LineRole.Byline)
                Add(text, lines[at], 1.5, candidates);
        }
    }

    // Above everything: the day the page was made or looked at.
    private static void AddPageDates(string text, List<PageLine> lines, ArticleDraft draft, List<Candidate> candidates)
    {
        for (var at = 0; at < draft.HeadStart; at++)
        {
            if (lines[at].Role == LineRole.Stamp)
                Add(text, lines[at], 0.5, candidates);
        }
    }

    // "Published" says it; "Updated" says when it was last touched, and counts where nothing else is there.
    private static void Add(string text, PageLine line, double weight, List<Candidate> candidates)
    {
        foreach (var mention in PrintedDateReader.Read(text, line.Span))
        {
            var kind = TimestampWords.KindAt(line, mention.Span.Start);
            var bonus = kind switch { TimestampKind.Updated => -0.5, TimestampKind.Published => 1, _ => line.Phrases.Has(PhraseKinds.Stamp) ? 0.5 : 0 };
            candidates.Add(new Candidate(mention, weight + bonus + (mention.Year is null ? -1 : 0), kind == TimestampKind.Updated));
        }
    }

    private static Publication Resolve(List<Candidate> candidates, Instant readAt)
    {
        // Somewhere it is tomorrow already when the page is read.
        var latest = readAt.InUtc().Date.PlusDays(1);
        var best = Best([.. candidates.Where(candidate => !LiesAhead(candidate.Mention, latest))]) ?? Best(candidates)!;
        var near = candidates.Select(candidate => candidate.Mention).FirstOrDefault(mention => mention.Date <= latest && mention.Other is null)?.Date
            ?? readAt.InUtc().Date;
        if (best is { Other: { } other, Date: { } read }
            && (read > latest || (other <= latest && Math.Abs(Period.DaysBetween(other, near)) < Math.Abs(Period.DaysBetween(read, near)))))
        {
            return new Publication(other);
        }

        return best.At is { } at ? new Publication(best.Date!.Value, at) : new Publication(best.Resolve(near, latest));
    }

    private static PrintedDate? Best(List<Candidate> candidates) =>
        (candidates.Where(candidate => candidate is { IsUpdate: false, Weight: >= OwnWeight }).MaxBy(candidate => candidate.Weight)
            ?? candidates.MaxBy(candidate => candidate.Weight))?.Mention;

    private static bool LiesAhead(PrintedDate mention, LocalDate latest) => mention.Date > latest && !(mention.Other <= latest);
}
