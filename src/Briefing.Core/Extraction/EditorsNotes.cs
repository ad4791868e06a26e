using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>
/// Recognises an outlet's note on the article itself: "This article was amended on …", "An earlier version of this story misstated …".
/// It tells what happened to a text, and nothing that happened.
/// </summary>
internal static class EditorsNotes
{
    private const int LongestNote = 90;

    // How many words may stand before what became of the text: "this article was first published on 3 March and amended".
    private const int Reach = 12;

    private static readonly WordSet Texts = WordSet.Of("article story report piece item column headline caption page post");
    private static readonly WordSet Changes = WordSet.Of("amended corrected updated edited revised changed modified republished clarified");
    private static readonly WordSet Labels = WordSet.Of("correction corrections clarification clarifications corrected");

    private enum Label
    {
        None,
        Correction,
        Editors,
    }

    public static bool IsOne(string text, LineWords words, LineMeasures measures)
    {
        if (measures.Words > LongestNote || words.Count < 4)
            return false;
        var first = AfterLabel(text, words, out var label);
        if (label == Label.Editors)
            return true;
        var isOnText = IsChanged(words, first) || IsOnVersion(words, first);
        return isOnText || (label == Label.Correction && NamesText(words, first));
    }

    // "Editor's note: …", "Correction: …"
    private static int AfterLabel(string text, LineWords words, out Label label)
    {
        label = Label.None;
        if (words[0] is "editor's" or "editors" or "editors'" && words[1] is "note" && EndsInColon(text, words, 1))
        {
            label = Label.Editors;
            return 2;
        }

        if (!Labels.Contains(words.HashOf(0)) || !EndsInColon(text, words, 0))
            return 0;
        label = Label.Correction;
        return 1;
    }

    private static bool EndsInColon(string text, LineWords words, int at) => text.AsSpan(words.EndOf(at)).TrimStart() is [':', ..];

    // "This article has been updated to …"
    private static bool IsChanged(LineWords words, int first)
    {
        if (first + 3 >= words.Count || words[first] is not "this" || !Texts.Contains(words.HashOf(first + 1)))
            return false;
        if (words[first + 2] is not ("was" or "has"))
            return false;
        for (var at = first + 3; at < Math.Min(words.Count, first + 3 + Reach); at++)
        {
            // "Was amended by the committee" is news of a report; outlets tell when and why.
            if (Changes.Contains(words.HashOf(at)))
                return at + 1 >= words.Count || words[at + 1] is not "by";
        }

        return false;
    }

    // "An earlier version of this article …"
    private static bool IsOnVersion(LineWords words, int first)
    {
        if (first + 5 >= words.Count || words[first] is not ("an" or "a" or "the") || words[first + 1] is not ("earlier" or "previous"))
            return false;
        return words[first + 2] is "version" && words[first + 3] is "of" && words[first + 4] is "this" or "our"
            && Texts.Contains(words.HashOf(first + 5));
    }

    private static bool NamesText(LineWords words, int first)
    {
        for (var at = first; at + 1 < words.Count; at++)
        {
            if (words[at] is "this" && Texts.Contains(words.HashOf(at + 1)))
                return true;
        }

        return false;
    }
}
