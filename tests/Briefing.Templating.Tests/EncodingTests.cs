namespace Briefing.Templating.Tests;

/// <summary>What is encoded in an HTML template, and what is not, and that nothing is twice.</summary>
public sealed class EncodingTests
{
    [Theory]
    [InlineData("<b>{{ x }}</b>", "<b>&lt;i&gt; &amp; &quot;é&#39;</b>")]
    [InlineData("{{ '<' }}", "&lt;")]
    [InlineData("{{ x | raw }}", "<i> & \"é'")]
    [InlineData("{{ raw x }}", "<i> & \"é'")]
    [InlineData("{{ x | html.escape }}", "&lt;i&gt; &amp; &quot;&#233;&#39;")]
    [InlineData("{{ x | html.escape | string.upcase }}", "&amp;LT;I&amp;GT; &amp;AMP; &amp;QUOT;&amp;#233;&amp;#39;")]
    [InlineData("{{ x | string.upcase }}", "&lt;I&gt; &amp; &quot;É&#39;")]
    [InlineData("{{ capture y }}<p>{{ x }}</p>{{ end; y }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ capture y }}<p>{{ end; y + '' }}", "&lt;p&gt;")]
    [InlineData("{{ func f }}<p>{{ $0 }}</p>{{ end; f x }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ [x] }}", "[&quot;&lt;i&gt; &amp; \\&quot;é&#39;&quot;]")]
    [InlineData("{{ include 'a' }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ z = include 'a'; z }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ include_join ['a', 'a'] '<' }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p>&lt;<p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ include_join ['a', 'a'] ('<br>' | raw) }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p><br><p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ ret x }}", "&lt;i&gt; &amp; &quot;é&#39;")]
    public void Printed_values_are_encoded_once_and_text_is_not(string template, string expected)
    {
        var options = new RenderOptions { Loader = new Templates { ["a"] = "<p>{{ x }}</p>" } }.For("page.html");

        Assert.Equal(expected, Template.Parse(template).Render(new { X = "<i> & \"é'" }, options));
    }

    [Fact]
    public void Nothing_is_encoded_in_a_template_of_another_kind()
    {
        var options = new RenderOptions { Loader = new Templates { ["a"] = "{{ x }}" } }.For("page.txt");

        Assert.Equal("<&<", Template.Parse("{{ x }}&{{ include 'a' }}").Render(new { X = "<" }, options));
    }

    [Fact]
    public void Another_encoder_can_be_given()
    {
        var options = new RenderOptions { Encode = text => $"[{text}]" };

        Assert.Equal("a[1]b[x]", Template.Parse("a{{ 1 }}b{{ 'x' }}").Render(null, options));
    }

    [Fact]
    public void A_model_may_hold_text_that_is_encoded_already() =>
        Assert.Equal("<b>&lt;", Template.Parse("{{ x }}{{ y }}").Render(new { X = new EncodedText("<b>"), Y = "<" }, new RenderOptions { Encode = HtmlText.Encode }));
}
