using System.Collections.Immutable;

namespace Briefing.Storage.Deliveries;

/// <summary>What a reader wants of an edition. Equal choices get one rendering.</summary>
/// <param name="Topics">Ids in ordinal order; empty for all.</param>
public sealed record ReaderChoice(ImmutableArray<string> Topics, bool AttachPack)
{
    private const string Pack = "+pack";

    /// <summary>As it is stored: "china-trip uk-japan +pack".</summary>
    public string Key => string.Join(' ', AttachPack ? Topics.Add(Pack) : Topics);

    public static ReaderChoice Parse(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ReaderChoice([.. words.Where(word => word != Pack)], words.Contains(Pack, StringComparer.Ordinal));
    }

    public bool Equals(ReaderChoice? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}
