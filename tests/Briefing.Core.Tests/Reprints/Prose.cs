using System.Globalization;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Reprints;

/// <summary>News-like text of our own making: the same for the same seed; texts of different seeds share no wording.</summary>
internal sealed class Prose(ulong seed)
{
    private static readonly string[] Common =
        ("the of and to in that for on with as by at from after before while since under over into about against during their "
        + "officials minister talks plan budget report council border river harbor ships workers price court police school "
        + "storm bridge energy trade market vote deal agreement program center defense color labor organize recognize "
        + "traveled neighbors said told warned agreed signed opened closed raised moved began ended announced expected").Split(' ');

    private readonly SplitMix64 _random = new(seed);

    public int Next(int below) => (int)(_random.Next() % (ulong)below);

    public string Name() => Capitalized(Syllables());

    public string Sentence()
    {
        var words = Enumerable.Range(0, 12 + Next(10)).Select(_ => Word()).ToArray();
        words[0] = Capitalized(words[0]);
        return string.Join(' ', words) + ".";
    }

    public List<string> Sentences(int count) => [.. Enumerable.Range(0, count).Select(_ => Sentence())];

    public string Text(int sentences = 20) => string.Join(' ', Sentences(sentences));

    private string Word() => Next(20) switch
    {
        0 => Next(900).ToString(CultureInfo.InvariantCulture),
        1 or 2 => Name(),
        < 8 => Syllables(),
        _ => Common[Next(Common.Length)],
    };

    private string Syllables()
    {
        const string Consonants = "bdfgklmnprstvz";
        const string Vowels = "aeiou";
        return string.Concat(Enumerable.Range(0, 2 + Next(2)).Select(_ => $"{Consonants[Next(Consonants.Length)]}{Vowels[Next(Vowels.Length)]}"));
    }

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
