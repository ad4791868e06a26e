using Briefing.Core.Claims.Quotations;
using Briefing.Core.Model;

namespace Briefing.Core.Claims.Sentences;

/// <summary>One wording and all passages that have it word for word.</summary>
/// <param name="Occurrences">By rank; never empty.</param>
internal sealed record DistinctSentence(ComparableClause ComparableClause, List<PassageOccurrence> Occurrences, Quotation? Quotation)
{
    public PassageOccurrence First => Occurrences[0];

    /// <summary>Whether only machine-written articles have it.</summary>
    public bool IsMachineWritten { get; } = Occurrences.TrueForAll(occurrence => occurrence.IsMachineWritten);

    /// <summary>Whether it stands only in summaries at the top of an article.</summary>
    public bool IsSummary { get; } = Occurrences.TrueForAll(occurrence => occurrence.Passage.Kind != PassageKind.Sentence);

    /// <summary>Whether it may stand for <paramref name="other"/>: a person's words are not replaced by a machine's, nor the body's by a summary's.</summary>
    public bool MaySupply(DistinctSentence other) =>
        (!IsMachineWritten || other.IsMachineWritten) && (!IsSummary || other.IsSummary);

    /// <summary>
    /// Whether the other may be counted as saying the same: what someone says in his own words is not what a reporter says
    /// of it, nor what is quoted from another. The same words are the same, also where their marks were lost: a quotation of
    /// several sentences has marks at its ends only.
    /// </summary>
    public bool MayCarry(DistinctSentence other)
    {
        var (own, its) = (IsQuotation, other.IsQuotation);
        if (!own && !its)
            return true;
        var isSpokenInBoth = (its && other.Quotation!.IsSpokenIn(ComparableClause.Sentence)) || (own && Quotation!.IsSpokenIn(other.ComparableClause.Sentence));
        return isSpokenInBoth && !Speakers.Differ(this, other);
    }

    /// <summary>Whether most of it is someone's own words.</summary>
    public bool IsQuotation => Quotation is { IsMost: true, IsSubstantial: true };

    /// <summary>Whether it cannot be understood without the sentence before: it opens with a pronoun, or is a quotation without its speaker.</summary>
    public bool LeansOnWhatPrecedes =>
        ComparableClause.Sentence.Count > 0
        && (ComparableClause.Sentence.Forms[0].Folded is "he" or "she" or "they" or "it" or "this" or "these" or "those" or "his" or "her" or "their" or "its"
            || (IsQuotation && Quotation!.Speaker is null));
}

/// <summary>Reads the passages of a story's reports, once for each wording however many articles carry it.</summary>
internal sealed class DistinctSentenceReader(Vocabulary vocabulary)
{
    // A pronoun looks back so many sentences for its name.
    private const int ContextSentences = 3;

    /// <summary>The different wordings, those of the preferred articles first, then in reading order.</summary>
    public List<DistinctSentence> Read(IReadOnlyList<Report> reports)
    {
        var occurrences = Occurrences(reports);
        var reader = new SentenceReader(vocabulary, new NameUse());
        var sentences = new List<DistinctSentence>();
        var byFolded = new Dictionary<string, List<PassageOccurrence>>(StringComparer.Ordinal);
        var read = new Dictionary<string, (Sentence Sentence, string Folded)>(StringComparer.Ordinal);
        var waiting = new List<(ComparableClause ComparableClause, List<PassageOccurrence> Occurrences)>();
        var article = new List<Sentence>();
        var rank = -1;
        foreach (var occurrence in occurrences)
        {
            var text = occurrence.Passage.Text;
            if (!read.TryGetValue(text, out var entry))
            {
                var statement = reader.Read(text);
                read.Add(text, entry = (statement, statement.FoldedText));
            }

            if (rank != occurrence.Rank)
                (article, rank) = ([], occurrence.Rank);
            if (byFolded.TryGetValue(entry.Folded, out var known))
            {
                known.Add(occurrence);
            }
            else
            {
                byFolded.Add(entry.Folded, known = [occurrence]);
                waiting.Add((new ComparableClause(entry.Sentence, occurrence.Article.Published?.Date, article.Skip(article.Count - ContextSentences)), known));
            }

            article.Add(entry.Sentence);
        }

        foreach (var (clause, all) in waiting)
        {
            // A person's words before a machine's, the body's before a summary's.
            all.Sort(static (one, other) => one.Preference.CompareTo(other.Preference));
            sentences.Add(new DistinctSentence(clause, all, QuotationReader.Of(clause.Sentence)));
        }

        return [.. sentences.OrderBy(sentence => sentence.First.Preference)];
    }

    private static List<PassageOccurrence> Occurrences(IReadOnlyList<Report> reports)
    {
        var articles = reports
            .SelectMany((report, index) => report.Articles.Select((sourced, place) => new Account(sourced.Article, index, place, report.Origin is not null)))
            .OrderBy(entry => entry.Article.MachineWritten is null ? 0 : entry.Article.MachineWritten.Scope == MachineWritingScope.Page ? 1 : 2)
            .ThenBy(entry => entry.Article.Published?.Date ?? NodaTime.LocalDate.MaxIsoValue)
            .ThenBy(entry => entry.Report)
            .ThenBy(entry => entry.Place)
            .ToList();
        return
        [
            .. articles.SelectMany((entry, rank) => entry.Article.Passages
                .Select((passage, position) => new PassageOccurrence(entry.Article, passage, rank, entry.Report, position, entry.IsAttributed))
                .Where(occurrence => occurrence.Passage.Kind != PassageKind.Subheading)),
        ];
    }

    // A class, as in ClaimOrder.
    private sealed record Account(Article Article, int Report, int Place, bool IsAttributed);
}
