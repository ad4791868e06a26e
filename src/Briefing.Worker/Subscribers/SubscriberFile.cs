using System.Collections.Immutable;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;

namespace Briefing.Worker.Subscribers;

/// <summary>Subscribers as a CSV file: address,name,lists,topics,pack,state. What is written can be read again.</summary>
internal static class SubscriberFile
{
    public static readonly ImmutableArray<string> Columns = ["address", "name", "lists", "topics", "pack", "state"];

    public static void Write(IEnumerable<SubscriberRecord> records, TextWriter output)
    {
        output.Write(CsvWriter.Line(Columns));
        foreach (var record in records)
        {
            var subscriber = record.Subscriber!;
            string[] cells =
            [
                subscriber.Address.Given, subscriber.Name ?? "", string.Join(';', subscriber.Lists), string.Join(';', subscriber.Topics),
                subscriber.AttachPack ? "yes" : "no", SubscriberWords.Of(record.State),
            ];
            output.Write(CsvWriter.Line(cells.Select(FormulaGuard.Guard)));
        }
    }

    /// <summary>The lines in their order, each a subscriber or its faults.</summary>
    /// <param name="fault">What is wrong with the file as a whole; then there are no lines.</param>
    public static IReadOnlyList<SubscriberLine> Read(string text, SubscriberRules rules, out string? fault)
    {
        using var records = CsvReader.Read(text).GetEnumerator();
        if (!records.MoveNext())
        {
            fault = $"the file is empty; its first line should be {string.Join(',', Columns)}";
            return [];
        }

        string[] header = [.. records.Current.Cells.Select(cell => FormulaGuard.Undo(cell).Trim().ToLowerInvariant())];
        fault = records.Current.Fault ?? FaultOfHeader(header);
        var lines = new List<SubscriberLine>();
        while (fault is null && records.MoveNext())
            lines.Add(ReadLine(records.Current, header, rules));
        return lines;
    }

    private static string? FaultOfHeader(string[] header)
    {
        foreach (var name in header)
        {
            if (Columns.Contains(name, StringComparer.Ordinal))
                continue;
            var shown = name.Contains('@') ? "an address stands where a column's name should" : $"\"{name}\" is no column";
            return $"{shown}; the first line names the columns: {string.Join(',', Columns)}{(NearestName.Of(name, Columns) is { } meant ? $" (did you mean \"{meant}\"?)" : "")}";
        }

        if (header.Distinct(StringComparer.Ordinal).Count() != header.Length)
            return "a column is named twice";
        return header.Contains("address", StringComparer.Ordinal) ? null : "there is no column \"address\"";
    }

    private static SubscriberLine ReadLine(CsvRecord record, string[] header, SubscriberRules rules)
    {
        if (record.Fault is not null)
            return new SubscriberLine(record.Line, null, default, [record.Fault]);
        if (record.Cells.Count > header.Length)
            return new SubscriberLine(record.Line, null, default, [$"it has {record.Cells.Count} cells where the first line has {header.Length}; a cell with a comma in it should stand in quotes"]);

        string Cell(string column) =>
            Array.IndexOf(header, column) is var at and >= 0 && at < record.Cells.Count ? FormulaGuard.Undo(record.Cells[at].Trim()).Trim() : "";

        var faults = new List<string>();
        if (PackOf(Cell("pack")) is not { } pack)
        {
            pack = true;
            faults.Add("pack should be yes or no");
        }

        if (StateOf(Cell("state")) is not { } state)
        {
            state = SubscriberState.Pending;
            faults.Add("state should be pending, confirmed, unsubscribed or suppressed");
        }

        rules.TryMake(new SubscriberWish(Cell("address"), Cell("name"), Names(Cell("lists")), Names(Cell("topics")), pack), out var subscriber, out var others);
        faults.InsertRange(0, others);
        return new SubscriberLine(record.Line, faults.Count == 0 ? subscriber : null, state, [.. faults]);
    }

    private static string[] Names(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool? PackOf(string cell) => cell.ToLowerInvariant() switch
    {
        "" or "yes" or "true" or "1" => true,
        "no" or "false" or "0" => false,
        _ => null,
    };

    private static SubscriberState? StateOf(string cell) =>
        cell.Length == 0 ? SubscriberState.Pending
        : SubscriberWords.FindState(cell.ToLowerInvariant()) is { } state and not SubscriberState.Erased ? state
        : null;
}

/// <param name="Number">Of the line it begins on, from 1.</param>
/// <param name="Subscriber">Null exactly when there are faults.</param>
internal sealed record SubscriberLine(int Number, Subscriber? Subscriber, SubscriberState State, ImmutableArray<string> Faults);

/// <summary>
/// Keeps a spreadsheet from running a cell as a formula: one that begins with what opens a formula gets an apostrophe before it, which
/// spreadsheets take as "this is text". Cells that have such an apostrophe of their own get another, so that undoing is exact.
/// </summary>
internal static class FormulaGuard
{
    // Some spreadsheets also take the full-width forms.
    private const string Openers = "=+-@\t\r\n＝＋－＠";

    public static string Guard(string cell) => OpensFormula(cell) ? $"'{cell}" : cell;

    public static string Undo(string cell) => cell.StartsWith('\'') && OpensFormula(cell) ? cell[1..] : cell;

    private static bool OpensFormula(string cell) => cell.TrimStart('\'') is { Length: > 0 } rest && Openers.Contains(rest[0]);
}

/// <summary>Writes CSV (RFC 4180) with LF line ends.</summary>
internal static class CsvWriter
{
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Quote)) + "\n";

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n\uFEFF") || cell.Trim().Length != cell.Length ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
