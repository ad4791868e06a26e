using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>The names that a text mentions again and again: whom it is about.</summary>
internal static class NamedAgain
{
    private const int FewestMentions = 3;
    private const int FewestNames = 2;

    // Paragraphs behind a line in which a chapter of the same article would name one of them.
    private const int Paragraphs = 4;

    /// <summary>Whether none of those named again and again before a line is named behind it, where others are.</summary>
    public static bool AreOthers(List<PageLine> lines, int first, int at, int last)
    {
        var before = new Dictionary<ulong, int>();
        for (var index = first; index < at; index++)
            Count(lines[index], before);
        var leading = before.Where(name => name.Value >= FewestMentions).Select(name => name.Key).ToHashSet();
        if (leading.Count < FewestNames)
            return false;

        var behind = new Dictionary<ulong, int>();
        for (var (index, read) = (at + 1, 0); index <= last && read < Paragraphs; index++)
            read += Count(lines[index], behind) ? 1 : 0;
        return behind.Count(name => name.Value >= FewestMentions - 1) >= FewestNames && !behind.Keys.Any(leading.Contains);
    }

    // Capitalized words of paragraphs; what opens a sentence is a name where it is no grammatical word.
    private static bool Count(PageLine line, Dictionary<ulong, int> names)
    {
        if (line.Role is not (LineRole.Prose or LineRole.Bullet) || line.IsForeign || line.Occurrences > 1)
            return false;
        for (var at = 0; at < line.Words.Count; at++)
        {
            if (!char.IsUpper(line.Text[line.Words.StartOf(at)]) || LanguageProfiles.Words.Contains(line.Words.HashOf(at)))
                continue;
            var word = line.Words[at];
            var name = word.EndsWith("'s") ? WordHash.Of(word[..^2]) : line.Words.HashOf(at);
            names[name] = names.GetValueOrDefault(name) + 1;
        }

        return true;
    }
}
