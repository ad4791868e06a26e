namespace Briefing.Worker.Rendering;

/// <summary>What is other in this edition than in the one that was sent.</summary>
internal sealed record CorrectionModel
{
    /// <summary>This replaces the edition sent at 06:30 GMT on 10 March 2026.</summary>
    public required string Replaces { get; init; }

    /// <summary>Layout only: no statement has changed. Null where there are <see cref="Lines"/>.</summary>
    public required string? Unchanged { get; init; }

    /// <summary>What weighs most comes first.</summary>
    public required IReadOnlyList<CorrectionLine> Lines { get; init; }

    /// <summary>How many changes besides.</summary>
    public required int More { get; init; }
}

/// <param name="Label">Corrected, Taken out, Added.</param>
/// <param name="Text">As it is now; where it is gone, as it was. Shortened.</param>
/// <param name="Before">What stood in its place; null where nothing did.</param>
internal sealed record CorrectionLine(string Label, string Text, string? Before);
