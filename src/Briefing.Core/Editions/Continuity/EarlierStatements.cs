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

            var statement = new EarlierStatement(PrintedStatement.Read(reader, claim.Text, claim.Published, date, claim.Address), claim, date);
            known.Add((claim.Story, claim.Text), statement);
            _candidates.Add(_all.Count, statement.Statement.Wording);
            if (!_byText.TryGetValue(statement.Statement.FoldedText, out var ids))
                _byText.Add(statement.Statement.FoldedText, ids = []);
            ids.Add(_all.Count);
            _all.Add(statement);
        }
    }

    /// <summary>Those that may say something of it: word for word, then the nearest, then the latest.</summary>
    public IEnumerable<EarlierStatement> Near(PrintedStatement statement) =>
        (_byText.GetValueOrDefault(statement.FoldedText) ?? []).Union(_candidates.For(statement.Wording, LeastShare)).Select(id => _all[id]);

    /// <summary>Whether an article at its address said it word for word.</summary>
    public bool HasOfSameAddress(PrintedStatement statement) =>
        _byText.TryGetValue(statement.FoldedText, out var ids) && ids.Exists(id => _all[id].Statement.Address == statement.Address);

    /// <summary>Those that may say something of a part of a statement.</summary>
    public IEnumerable<EarlierStatement> Near(Wording part) => _candidates.For(part, LeastShare).Select(id => _all[id]);
}

/// <summary>A claim of an earlier edition.</summary>
/// <param name="Edition">The day of the last edition that told it so.</param>
internal sealed record EarlierStatement(PrintedStatement Statement, RememberedClaim Claim, LocalDate Edition)
{
    public LocalDate FirstSeen { get; set; } = Claim.FirstSeen;
}
