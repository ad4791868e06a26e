namespace Briefing.Worker.Subscribers;

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
