using System.Collections.Immutable;

namespace Briefing.Worker.Mailing.Bounces;

/// <summary>What one pass over the bounce folder has found.</summary>
/// <param name="Fates">How many messages of each; what is missing is none.</param>
/// <param name="Suppressed">Subscribers who are suppressed by it.</param>
/// <param name="Unreadable">Files that cannot be read as messages; they were put aside.</param>
/// <param name="Left">Messages that are left for the next pass.</param>
/// <param name="Faults">What a person must see; without addresses.</param>
internal sealed record BounceCounts(ImmutableDictionary<BounceFate, int> Fates, int Suppressed, int Unreadable, int Left, ImmutableArray<string> Faults)
{
    public static BounceCounts Nothing { get; } = new(ImmutableDictionary<BounceFate, int>.Empty, 0, 0, 0, []);

    public int this[BounceFate fate] => Fates.GetValueOrDefault(fate);

    public int Read => Fates.Values.Sum();

    /// <summary>Whether a person should look at it.</summary>
    public bool HasFaults => Unreadable > 0 || this[BounceFate.Operators] > 0 || !Faults.IsEmpty;

    public BounceCounts With(BounceFate fate, bool suppressed) =>
        this with { Fates = Fates.SetItem(fate, this[fate] + 1), Suppressed = Suppressed + (suppressed ? 1 : 0) };

    /// <summary>One line for a person.</summary>
    public override string ToString()
    {
        (int Count, string What)[] parts =
        [
            (this[BounceFate.Hard], "hard"), (this[BounceFate.Soft], "soft"), (this[BounceFate.Complaint], this[BounceFate.Complaint] == 1 ? "complaint" : "complaints"), (Suppressed, "suppressed"),
            (this[BounceFate.Unsubscribed], "unsubscribed"), (this[BounceFate.Operators], "of mail to the operators"), (this[BounceFate.NoFailure], "no failure"), (this[BounceFate.Automatic], "automatic"),
            (this[BounceFate.Known], "known already"), (this[BounceFate.Unmatched], "not ours"), (Unreadable, "unreadable"), (Left, "left"),
        ];
        var told = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.What}"));
        return told.Length > 0 ? told : "nothing to read";
    }
}
