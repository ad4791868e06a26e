using Briefing.Core.Text.Words;

namespace Briefing.Core.Tests.Text.Words;

public class WordNetTests
{
    private static readonly WordNet Net = WordNet.Default;

    [Theory]
    [InlineData("increase", "decrease")]
    [InlineData("import", "export")]
    [InlineData("hot", "cold")]
    [InlineData("majority", "minority")]
    [InlineData("scorching", "cold")]
    public void OppositesAreKnownBothWays(string one, string other)
    {
        Assert.True(Net.AreAntonyms(Number(one), Number(other)));
        Assert.True(Net.AreAntonyms(Number(other), Number(one)));
    }

    [Fact]
    public void VerbsOfSeveralWordsAreKnownAndOtherExpressionsAreNot()
    {
        Assert.True(Net.Find("throw out") >= 0);
        Assert.Equal(-1, Net.Find("prime minister"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("qwrtz")]
    [InlineData("a word that is longer than any that the table could possibly have in it at all")]
    [InlineData("\uD800")]
    public void UnknownWordsHaveNoNumber(string word) => Assert.Equal(-1, Net.Find(word));

    [Theory]
    [InlineData("went", nameof(WordClass.Verb), "go")]
    [InlineData("stopped", nameof(WordClass.Verb), "stop")]
    [InlineData("signing", nameof(WordClass.Verb), "sign")]
    [InlineData("parties", nameof(WordClass.Noun), "party")]
    [InlineData("women", nameof(WordClass.Noun), "woman")]
    [InlineData("bigger", nameof(WordClass.Adjective), "big")]
    [InlineData("happiest", nameof(WordClass.Adjective), "happy")]
    public void InflectedFormsHaveTheirBase(string form, string kind, string expected) =>
        Assert.Contains(Number(expected), BaseForms.Of(Net, form, Enum.Parse<WordClass>(kind)));

    [Theory]
    [InlineData("saw", "see", nameof(VerbForms.Past))]
    [InlineData("seen", "see", nameof(VerbForms.Participle))]
    [InlineData("sees", "see", nameof(VerbForms.Present))]
    [InlineData("seeing", "see", nameof(VerbForms.Gerund))]
    public void TheFormOfAVerbIsRead(string word, string verb, string form) =>
        Assert.Contains(BaseForms.VerbFormsOf(word), found => found.Base == verb && found.Form.HasFlag(Enum.Parse<VerbForms>(form)));

    [Fact]
    public void ThePackedTableIsSmall()
    {
        using var stream = typeof(WordNet).Assembly.GetManifestResourceStream("words/wordnet.bin.zlib")!;

        Assert.InRange(stream.Length, 500_000, 4 << 20);
        Assert.True(Net.Count > 80_000);
    }

    [Fact]
    public void ATableThatIsCutShortOrOfAnotherFormatIsRefused()
    {
        using var stream = typeof(WordNet).Assembly.GetManifestResourceStream("words/wordnet.bin.zlib")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);

        Assert.Throws<InvalidDataException>(() => WordNet.Read(new MemoryStream(Packed([1, 2, 3, 4, 5]))));
        Assert.Throws<InvalidDataException>(() => WordNet.Read(new MemoryStream(bytes[..(bytes.Length / 2)])));
    }

    private static int Number(string word)
    {
        var number = Net.Find(word);
        Assert.True(number >= 0, word);
        return number;
    }

    private static byte[] Packed(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest))
            zlib.Write(data);
        return packed.ToArray();
    }
}
