using System.Text;
using Briefing.Core.Model;
using Briefing.Core.Reading;

namespace Briefing.Core.Tests.Reading;

public class DocumentReaderTests
{
    private const string German = "Größere Übungen für die Straße – „später“ im März.\nDie Minister sagten nichts über die Kosten, während die Züge standen.\n";

    static DocumentReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", German)]
    [InlineData("utf-16", German)]
    [InlineData("utf-16BE", German)]
    [InlineData("windows-1252", German)]
    [InlineData("windows-1251", "Министры встретились в столице и договорились о работе, но не сказали, как долго она продлится.\n")]
    [InlineData("koi8-r", "Министры встретились в столице и договорились о работе, но не сказали, как долго она продлится.\n")]
    [InlineData("windows-1250", "Ministrowie spotkali się w stolicy, żeby uzgodnić, że praca będzie trwała. Źródła mówią, że śnieg pada.\n")]
    [InlineData("windows-1253", "Οι υπουργοί συναντήθηκαν στην πρωτεύουσα και συμφώνησαν να συνεχίσουν.\n")]
    [InlineData("shift_jis", "閣僚らは首都で会談し、作業を続けることで合意した。期間については明らかにしていない。\n")]
    [InlineData("gb2312", "部长们在首都会面，同意继续工作，但没有说明工作将持续多久。\n")]
    [InlineData("euc-kr", "장관들은 수도에서 만나 작업을 계속하기로 합의했다. 기간은 밝히지 않았다.\n")]
    public void UndeclaredEncodingsAreFound(string encoding, string text) =>
        Assert.Equal(text, Read(Encoding.GetEncoding(encoding).GetBytes(text)).Text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void AByteOrderMarkDecidesAndIsNoText(string encoding)
    {
        var kind = Encoding.GetEncoding(encoding);

        Assert.Equal(German, Read([.. kind.GetPreamble(), .. kind.GetBytes(German)]).Text);
    }

    [Fact]
    public void TheHeaderDeclaresAnEncoding()
    {
        const string Text = "łódź żółw";

        var document = Read(Encoding.GetEncoding("iso-8859-2").GetBytes(Text), contentType: "text/plain; charset=\"ISO-8859-2\"");

        Assert.Equal(Text, document.Text);
    }

    [Fact]
    public void AMetaElementDeclaresAnEncoding()
    {
        var html = Encoding.GetEncoding("windows-1251").GetBytes("<html><head><meta charset=windows-1251></head><body><p>Привет всем</p></body></html>");

        Assert.Contains("Привет всем", Read(html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeclarationThatTheBytesContradictIsNotBelieved() =>
        Assert.Equal(German, Read(Encoding.UTF8.GetBytes(German), contentType: "text/plain; charset=iso-8859-1").Text);

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData("a\u2028b\fc", "a\nb\nc")]
    [InlineData("a\uFEFFb", "ab")]
    public void LineEndsAndControlsAreMadeOne(string input, string expected) =>
        Assert.Equal(expected, Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("word word word ", 20)) + input)).Text[300..]);

    [Fact]
    public void ATextCutInsideACharacterIsStillUtf8()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("für ", 20)) + "ü")[..^1];

        Assert.StartsWith("für für", Read(bytes).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31 }, "PDF")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A }, "PNG")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14, 0x00 }, "ZIP")]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 0, 3, 2, 1, 9, 200, 201 }, "binary")]
    public void WhatIsNoTextIsRefusedByName(byte[] bytes, string named)
    {
        Assert.False(DocumentReader.TryRead(bytes, "d1", "x.txt", null, null, Some.Instant, out var document, out var rejection));
        Assert.Null(document);
        Assert.Contains(named, rejection, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Read(bytes));
    }

    [Fact]
    public void AnEmptyFileIsAnEmptyDocument() => Assert.Equal("", Read([]).Text);

    private static Document Read(byte[] bytes, string? contentType = null) =>
        DocumentReader.Read(bytes, "d1", "x.txt", null, contentType, Some.Instant);
}
