using Briefing.Core.Scheduling;

namespace Briefing.Storage.Editions;

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
