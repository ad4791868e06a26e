using Briefing.Core.Deliveries;

namespace Briefing.Storage.Deliveries;

/// <summary>How kinds of bounces are written in columns and to people. Pinned by tests.</summary>
public static class BounceWords
{
    private static readonly StoredWords<BounceKind> Kinds = new(
        "kind of bounce", (BounceKind.Hard, "hard"), (BounceKind.Soft, "soft"), (BounceKind.Complaint, "complaint"));

    public static string Of(BounceKind kind) => Kinds.Of(kind);

    internal static BounceKind KindOf(string word) => Kinds.ValueOf(word);
}
