using Briefing.Core.Deliveries;

namespace Briefing.Storage.Deliveries;

/// <summary>How kinds of bounces are written in columns and to people. Pinned by tests.</summary>
public static class BounceWords
{
    public static string Of(BounceKind kind) => kind switch
    {
        BounceKind.Hard => "hard",
        BounceKind.Soft => "soft",
        BounceKind.Complaint => "complaint",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    internal static BounceKind KindOf(string word) =>
        Enum.GetValues<BounceKind>().Where(kind => Of(kind) == word).Select(kind => (BounceKind?)kind).FirstOrDefault()
        ?? throw new StorageException($"the database has the unknown kind of bounce \"{word}\"");
}
