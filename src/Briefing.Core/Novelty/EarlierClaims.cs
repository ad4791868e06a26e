using Briefing.Core.Claims;
using Briefing.Core.Claims.Differences;
using Briefing.Core.Claims.Quotations;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Novelty;

/// <summary>The claims of earlier editions, found by the words they share with one of today's.</summary>
internal sealed class EarlierClaimIndex
{
    private static readonly double MinShare = Math.Min(Entailment.Least, FactAlignment.PartOfLonger);

    private readonly List<EarlierClaim> _all = [];
    private readonly CandidateIndex _candidates = new();
    private readonly Dictionary<string, List<int>> _byText = new(StringComparer.Ordinal);

    /// <param name="earlier">In any order: what is found does not depend on it.</param>
    public EarlierClaimIndex(SentenceReader reader, IReadOnlyList<RememberedEdition> earlier)
    {
        var claims = earlier
            .SelectMany(edition => edition.Claims, (edition, claim) => (Claim: claim, edition.Date))
            .OrderByDescending(entry => entry.Date)
            .ThenBy(entry => entry.Claim.Story, StringComparer.Ordinal)
            .ThenBy(entry => entry.Claim.Id, StringComparer.Ordinal)
            .ThenBy(entry => entry.Claim.Text, StringComparer.Ordinal);

        // A claim that stood for days is compared once, as it was last reported.
        var known = new Dictionary<(string Story, string Text), EarlierClaim>();
        foreach (var (claim, date) in claims)
        {
            if (known.TryGetValue((claim.Story, claim.Text), out var later))
            {
                later.FirstSeen = LocalDate.Min(later.FirstSeen, claim.FirstSeen);
                continue;
            }

            var statement = new EarlierClaim(reader.Read(claim.Text), claim, date);
            known.Add((claim.Story, claim.Text), statement);
            _candidates.Add(_all.Count, statement.Words);
            if (!_byText.TryGetValue(statement.Words.FoldedText, out var ids))
                _byText.Add(statement.Words.FoldedText, ids = []);
            ids.Add(_all.Count);
            _all.Add(statement);
        }
    }

    /// <summary>Those that have it word for word, the latest first.</summary>
    public IEnumerable<EarlierClaim> WordForWord(ComparableStatement statement) =>
        _byText.TryGetValue(statement.ComparableClause.Sentence.FoldedText, out var ids) ? ids.Select(id => _all[id]) : [];

    /// <summary>Those that may say something of it: word for word, then the nearest, then the latest.</summary>
    public IEnumerable<EarlierClaim> Near(ComparableStatement statement) => WordForWord(statement).Union(Near(statement.ComparableClause));

    /// <summary>Those that may say something of it or of a part of it: the nearest first, then the latest.</summary>
    public IEnumerable<EarlierClaim> Near(ComparableClause clause) => _candidates.For(clause, MinShare).Select(id => _all[id]);
}

/// <summary>A claim of an earlier edition. Most resemble none of today's, so that little of it is read before one is compared.</summary>
/// <param name="words">Its words as they stand.</param>
/// <param name="claim">As the last edition told it.</param>
/// <param name="edition">The day of the last edition that told it so.</param>
internal sealed class EarlierClaim(Sentence words, RememberedClaim claim, LocalDate edition)
{
    public Sentence Words => words;

    public RememberedClaim Claim => claim;

    public LocalDate Edition => edition;

    public ComparableStatement Sentence => field ??= ComparableStatement.Of(words, claim.Published, edition, claim.Address);

    public LocalDate FirstSeen { get; set; } = claim.FirstSeen;
}

/// <summary>A statement as an edition prints it, taken apart for comparing.</summary>
/// <param name="Day">When it was published, or else printed.</param>
/// <param name="Address">Of the article it was taken from.</param>
internal sealed record ComparableStatement(DistinctSentence DistinctSentence, LocalDate Day, string Address)
{
    public ComparableClause ComparableClause => DistinctSentence.ComparableClause;

    /// <summary>The form in which facts are compared. No carriers: an earlier edition's articles are not at hand.</summary>
    public ClaimSentence AsClaim => field ??= new(new DraftClaim(DistinctSentence), DistinctSentence);

    /// <summary>Its clauses, each as a statement of its own; the statement itself where it has but one.</summary>
    public IReadOnlyList<ComparableStatement> Parts => field ??= ReadParts();

    public bool IsWordForWord(ComparableStatement other)
    {
        var (own, its) = (ComparableClause.Sentence.Forms, other.ComparableClause.Sentence.Forms);
        if (own.Length != its.Length)
            return false;
        for (var at = 0; at < own.Length; at++)
        {
            if (own[at].Folded != its[at].Folded)
                return false;
        }

        return true;
    }

    public static ComparableStatement Read(SentenceReader reader, Claim claim, LocalDate edition)
    {
        var article = claim.Attributions[0].Article;
        return Read(reader, claim.Text, article.Published?.Date, edition, AddressOf(article));
    }

    public static string AddressOf(Article article) => article.Document.Url ?? article.Document.Name;

    /// <param name="published">The article's day; null when it did not say.</param>
    /// <param name="edition">The day of the edition that prints it.</param>
    public static ComparableStatement Read(SentenceReader reader, string text, LocalDate? published, LocalDate edition, string address) =>
        Of(reader.Read(text), published, edition, address);

    /// <inheritdoc cref="Read(SentenceReader, string, LocalDate?, LocalDate, string)"/>
    public static ComparableStatement Of(Sentence statement, LocalDate? published, LocalDate edition, string address) =>
        new(new DistinctSentence(new ComparableClause(statement, published), [], QuotationReader.Of(statement)), published ?? edition, address);

    private List<ComparableStatement> ReadParts()
    {
        var clauses = ClauseSplitter.Of(ComparableClause.Sentence);
        return clauses.Count < 2
            ? [this]
            : clauses.ConvertAll(clause => new ComparableStatement(DistinctSentence with { ComparableClause = ComparableClause.Part(clause.First, clause.End) }, Day, Address));
    }
}
