using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>Whether a date in a line is when the article was first published, or when it was last touched: the nearest word before it says.</summary>
internal static class StampWords
{
    private static readonly WordSet Updates = WordSet.Of(
        "updated update aktualisiert modified edited revised amended modifie modifiee jour actualizado actualizada atualizado atualizada modificado modificada aggiornato aggiornata bijgewerkt " +
        "uppdaterad uppdaterat opdateret oppdatert paivitetty aktualizacja zaktualizowano aktualizovano frissitve actualizat guncelleme guncellendi diperbarui обновлено изменено оновлено");

    private static readonly WordSet Firsts = WordSet.Of(
        "published publication posted issued released created first veroffentlicht erstellt publie publiee publicado publicada pubblicato pubblicata gepubliceerd publicerad publicerat publiceret " +
        "publisert julkaistu opublikowano publikacji publikovano megjelent publicat yayinlanma yayinlandi diterbitkan опубликовано опубліковано");

    private static readonly string[] SpacelessUpdates = ["\u66F4\u65B0", "\uC218\uC815"];
    private static readonly string[] SpacelessFirsts = ["\u516C\u958B", "\u53D1\u5E03", "\uC785\uB825"];

    public static StampKind KindAt(PageLine line, int date)
    {
        var kind = StampKind.Unnamed;
        for (var at = 0; at < line.Words.Count && line.Span.Start + line.Words.StartOf(at) < date; at++)
        {
            if (Updates.Contains(line.Words.HashOf(at)))
                kind = StampKind.Updated;
            else if (Firsts.Contains(line.Words.HashOf(at)))
                kind = StampKind.Published;
        }

        return kind == StampKind.Unnamed ? KindWithoutSpaces(line.Text.AsSpan(0, Math.Clamp(date - line.Span.Start, 0, line.Text.Length))) : kind;
    }

    private static StampKind KindWithoutSpaces(ReadOnlySpan<char> before)
    {
        var (update, first) = (LastOf(before, SpacelessUpdates), LastOf(before, SpacelessFirsts));
        return update < 0 && first < 0 ? StampKind.Unnamed : update > first ? StampKind.Updated : StampKind.Published;
    }

    private static int LastOf(ReadOnlySpan<char> text, string[] words)
    {
        var last = -1;
        foreach (var word in words)
            last = Math.Max(last, text.LastIndexOf(word, StringComparison.Ordinal));
        return last;
    }
}

internal enum StampKind
{
    /// <summary>No word says what the date is.</summary>
    Unnamed,
    Published,
    Updated,
}
