using Briefing.Core.Stories.Claims;
using Briefing.Core.Stories.Differences;
using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>The claims of earlier editions, found by the words they share with one of today's.</summary>
internal sealed class EarlierStatements
{
    private static readonly double LeastShare = Math.Min(Coverage.Least, FactAlignment.PartOfLonger);

    private readonly List<EarlierStatement> _all = [];
    private readonly Candidates _candidates = new();
    private readonly Dictionary<string, List<int>> _byText = new(StringComparer.Ordinal);

    /// <param name="earlier">In any order: what is found does not depend on it.</param>
    public EarlierStatements(StatementReader reader, IReadOnlyList<RememberedEdition> earlier)
    {
        var claims = earlier
            .SelectMany(edition => edition.Claims, (edition, claim) => (Claim: claim, edition.Date))
            .OrderByDescending(entry => entry.Date)
            .ThenBy(entry => entry.Claim.Story, StringComparer.Ordinal)
            .ThenBy(entry => entry.Claim.Id, StringComparer.Ordinal)
            .ThenBy(entry => entry.Claim.Text, StringComparer.Ordinal);

        // A claim that stood for days is compared once, as it was told last.
        var known = new Dictionary<(string Story, string Text), EarlierStatement>();
        foreach (var (claim, date) in claims)
        {
            if (known.TryGetValue((claim.Story, claim.Text), out var later))
            {
                later.FirstSeen = LocalDate.Min(later.FirstSeen, claim.FirstSeen);
                continue;
            }

            var statement = new EarlierStatement(reader.Read(claim.Text), claim, date);
            known.Add((claim.Story, claim.Text), statement);
            _candidates.Add(_all.Count, statement.Words);
            if (!_byText.TryGetValue(statement.Words.FoldedText, out var ids))
                _byText.Add(statement.Words.FoldedText, ids = []);
            ids.Add(_all.Count);
            _all.Add(statement);
        }
    }

    /// <summary>Those that have it word for word, the latest first.</summary>
    public IEnumerable<EarlierStatement> WordForWord(PrintedStatement statement) =>
        _byText.TryGetValue(statement.Wording.Statement.FoldedText, out var ids) ? ids.Select(id => _all[id]) : [];

    /// <summary>Those that may say something of it: word for word, then the nearest, then the latest.</summary>
    public IEnumerable<EarlierStatement> Near(PrintedStatement statement) => WordForWord(statement).Union(Near(statement.Wording));

    /// <summary>Those that may say something of it or of a part of it: the nearest first, then the latest.</summary>
    public IEnumerable<EarlierStatement> Near(Wording wording) => _candidates.For(wording, LeastShare).Select(id => _all[id]);
}

/// <summary>A claim of an earlier edition. Most resemble none of today's, so that little of it is read before one is compared.</summary>
/// <param name="words">Its words as they stand.</param>
/// <param name="claim">As the last edition told it.</param>
/// <param name="edition">The day of the last edition that told it so.</param>
internal sealed class EarlierStatement(Statement words, RememberedClaim claim, LocalDate edition)
{
    public Statement Words => words;

    public RememberedClaim Claim => claim;

    public LocalDate Edition => edition;

    public PrintedStatement Statement => field ??= PrintedStatement.Of(words, claim.Published, edition, claim.Address);

    public LocalDate FirstSeen { get; set; } = claim.FirstSeen;
}
