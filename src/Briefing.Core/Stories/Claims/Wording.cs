using NodaTime;

namespace Briefing.Core.Stories.Claims;

/// <summary>A statement as the merging compares it: a sentence, or a clause of one, with what its article tells about it.</summary>
internal sealed class Wording
{
    private readonly Dictionary<int, int> _positions;

    public Wording(Statement statement, LocalDate? published, IReadOnlyCollection<int>? context = null)
    {
        Statement = statement;
        Published = published;
        Context = context ?? [];
        Forces = ForceReader.Read(statement);
        Names = NameRuns.Of(statement);
        _positions = new Dictionary<int, int>(statement.Count);
        var content = new List<int>(statement.Count);
        for (var at = 0; at < statement.Count; at++)
        {
            if (statement.Stems[at] >= 0 && _positions.TryAdd(statement.Stems[at], at) && statement.IsContent(at))
                content.Add(at);
        }

        Content = [.. content];
    }

    public Statement Statement { get; }

    /// <summary>The article's day of publication, against which "Saturday" is read.</summary>
    public LocalDate? Published { get; }

    /// <summary>Stems of the names in the sentences just before it, which its pronouns may stand for.</summary>
    public IReadOnlyCollection<int> Context { get; }

    /// <summary>Indices of its different content words in order.</summary>
    public int[] Content { get; }

    public Force[] Forces { get; }

    public List<NameRun> Names { get; }

    /// <summary>Figures, dates and names: what a poorer wording lacks.</summary>
    public int FactCount => Statement.Figures.Count + Statement.Dates.Count + Names.Count;

    /// <summary>A run of its words as a wording of its own; spans in it still point into the whole text.</summary>
    public Wording Part(int first, int end) => new(Statement.Part(first, end), Published, Context);

    public int StemAt(int word) => Statement.Stems[word];

    public bool Has(int stem) => _positions.ContainsKey(stem);

    /// <summary>The first word with this stem; −1 when there is none.</summary>
    public int PositionOf(int stem) => _positions.GetValueOrDefault(stem, -1);

    public bool HasPersonalPronoun => Statement.Forms.Any(form => form.Folded is "he" or "she" or "his" or "her" or "they" or "their" or "him" or "them");
}
