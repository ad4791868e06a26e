using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Storage.Editions;

/// <summary>One version of one day's edition of an entry, as the database knows it; its content is read separately.</summary>
/// <param name="Window">Which documents are its own, by the instant they were first read; null where they were given on the command line.</param>
/// <param name="DueAt">When it is handed over; null for one made by hand.</param>
/// <param name="MadeAt">Null until it is made.</param>
/// <param name="ContentSha256">Of edition.json but for version and instant; null until it is made.</param>
public sealed record EditionRecord(
    long Id,
    string Entry,
    LocalDate Date,
    int Version,
    EditionState State,
    bool Late,
    EditionWindow? Window,
    Instant? DueAt,
    string InputsSha256,
    Instant FrozenAt,
    Instant? MadeAt,
    string? TemplatesSha256,
    string? ContentSha256)
{
    public bool IsMade => State >= EditionState.Made;

    public override string ToString() => $"{Entry} {Date:uuuu-MM-dd}@{Version}";
}

/// <summary>A row of the table edition, but for its content.</summary>
internal sealed class EditionRow
{
    public const string Columns =
        """
        id, entry, date, version, state, late, window_from AS WindowFrom, window_to AS WindowTo, due_at AS DueAt, inputs_sha256 AS InputsSha256,
        frozen_at AS FrozenAt, made_at AS MadeAt, templates_sha256 AS TemplatesSha256, content_sha256 AS ContentSha256
        """;

    public required long Id { get; init; }
    public required string Entry { get; init; }
    public required string Date { get; init; }
    public required int Version { get; init; }
    public required string State { get; init; }
    public required bool Late { get; init; }
    public string? WindowFrom { get; init; }
    public string? WindowTo { get; init; }
    public string? DueAt { get; init; }
    public required string InputsSha256 { get; init; }
    public required string FrozenAt { get; init; }
    public string? MadeAt { get; init; }
    public string? TemplatesSha256 { get; init; }
    public string? ContentSha256 { get; init; }

    public static string TextOf(EditionState state) => state switch
    {
        EditionState.Frozen => "frozen",
        EditionState.Made => "made",
        EditionState.FannedOut => "fanned-out",
        EditionState.Done => "done",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public EditionRecord ToRecord() => new(
        Id,
        Entry,
        StoredText.DateOf(Date),
        Version,
        State switch
        {
            "frozen" => EditionState.Frozen,
            "made" => EditionState.Made,
            "fanned-out" => EditionState.FannedOut,
            "done" => EditionState.Done,
            _ => throw new StorageException($"the edition {Entry} {Date}@{Version} is in the state \"{State}\", which this version does not know"),
        },
        Late,
        WindowFrom is not null && WindowTo is not null ? new EditionWindow(StoredText.InstantOf(WindowFrom), StoredText.InstantOf(WindowTo)) : null,
        DueAt is null ? null : StoredText.InstantOf(DueAt),
        InputsSha256,
        StoredText.InstantOf(FrozenAt),
        MadeAt is null ? null : StoredText.InstantOf(MadeAt),
        TemplatesSha256,
        ContentSha256);
}

/// <summary>How far an edition has come. It only ever goes forward.</summary>
public enum EditionState
{
    /// <summary>Its inputs are fixed.</summary>
    Frozen,

    /// <summary>Its content is fixed and kept, with the files made from it.</summary>
    Made,

    /// <summary>All its deliveries stand in the outbox.</summary>
    FannedOut,

    /// <summary>Every delivery has ended.</summary>
    Done,
}
