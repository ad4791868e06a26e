using Briefing.Core.Extraction;
using Briefing.Core.Matching;
using Briefing.Core.Stories.Quotations;

namespace Briefing.Core.Stories.Claims;

/// <summary>Reads the passages of a story's reports, once for each wording however many articles carry it.</summary>
internal sealed class TellingReader(Vocabulary vocabulary)
{
    // A pronoun looks back so many sentences for its name.
    private const int ContextSentences = 3;

    /// <summary>The different wordings, those of the preferred articles first, then in reading order.</summary>
    public List<Telling> Read(IReadOnlyList<Report> reports)
    {
        var carriers = Carriers(reports);
        var reader = new StatementReader(vocabulary, new NameUse());
        var tellings = new List<Telling>();
        var byFolded = new Dictionary<string, List<Carrier>>(StringComparer.Ordinal);
        var read = new Dictionary<string, (Statement Statement, string Folded)>(StringComparer.Ordinal);
        var waiting = new List<(Wording Wording, List<Carrier> Carriers)>();
        var article = new List<Statement>();
        var rank = -1;
        foreach (var carrier in carriers)
        {
            var text = carrier.Passage.Text;
            if (!read.TryGetValue(text, out var entry))
            {
                var statement = reader.Read(text);
                read.Add(text, entry = (statement, statement.FoldedText));
            }

            if (rank != carrier.Rank)
                (article, rank) = ([], carrier.Rank);
            if (byFolded.TryGetValue(entry.Folded, out var known))
            {
                known.Add(carrier);
            }
            else
            {
                byFolded.Add(entry.Folded, known = [carrier]);
                waiting.Add((new Wording(entry.Statement, carrier.Article.Published?.Date, article.Skip(article.Count - ContextSentences)), known));
            }

            article.Add(entry.Statement);
        }

        foreach (var (wording, all) in waiting)
        {
            // A person's words before a machine's, the body's before a summary's.
            all.Sort(static (one, other) => one.Preference.CompareTo(other.Preference));
            tellings.Add(new Telling(wording, all, QuotationReader.Of(wording.Statement)));
        }

        return [.. tellings.OrderBy(telling => telling.First.Preference)];
    }

    private static List<Carrier> Carriers(IReadOnlyList<Report> reports)
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
                .Select((passage, position) => new Carrier(entry.Article, passage, rank, entry.Report, position, entry.IsAttributed))
                .Where(carrier => carrier.Passage.Kind != PassageKind.Subheading)),
        ];
    }

    // A class, as in ClaimOrder.
    private sealed record Account(Article Article, int Report, int Place, bool IsAttributed);
}
