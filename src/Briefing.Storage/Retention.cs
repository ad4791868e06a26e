using NodaTime;

namespace Briefing.Storage;

/// <summary>Lets go of what need not be kept for ever: texts, printed files and records of runs. What editions said stays.</summary>
public static class Retention
{
    /// <param name="before">What was read before this day and belongs to editions of earlier days only is removed.</param>
    /// <returns>How many texts, files and runs were removed.</returns>
    public static Removed Apply(StorageSession session, LocalDate before)
    {
        var date = StoredText.Of(before);
        // Runs go with the rest: where none is so old, nothing is.
        if (session.FirstOrDefault<string>("SELECT min(date) FROM run") is not { } oldest || string.CompareOrdinal(oldest, date) >= 0)
            return default;

        var runs = "SELECT id FROM run WHERE date < @date";
        session.Execute($"DELETE FROM run_stage WHERE run IN ({runs})", new { date });
        session.Execute($"DELETE FROM run_fault WHERE run IN ({runs})", new { date });
        session.Execute("UPDATE message SET text = x'', html = x'' WHERE length(html) > 0 AND edition IN (SELECT id FROM edition WHERE date < @date)", new { date });
        session.Execute("UPDATE delivery_attempt SET reply = NULL WHERE reply IS NOT NULL AND begun_at < @date", new { date });
        session.Execute("UPDATE bounce SET said = NULL WHERE said IS NOT NULL AND at < @date", new { date });
        session.Execute("DELETE FROM template_set WHERE sha256 NOT IN (SELECT templates_sha256 FROM edition WHERE date >= @date AND templates_sha256 IS NOT NULL)", new { date });
        return new Removed(
            session.Execute(
                """
                UPDATE text SET content = NULL WHERE content IS NOT NULL AND NOT EXISTS (
                  SELECT 1 FROM document WHERE document.sha256 = text.sha256 AND (document.read_at >= @date OR EXISTS (
                    SELECT 1 FROM edition_document JOIN edition ON edition.id = edition_document.edition
                    WHERE edition_document.document = document.id AND edition.date >= @date)))
                """,
                new { date }),
            session.Execute("DELETE FROM rendition WHERE edition IN (SELECT id FROM edition WHERE date < @date)", new { date }),
            session.Execute("DELETE FROM run WHERE date < @date", new { date }));
    }
}

public readonly record struct Removed(int Texts, int Files, int Runs);
