namespace Briefing.Templating.Tests;

public sealed class ModelTests
{
    [Theory]
    [InlineData("PublishedAt", "published_at")]
    [InlineData("Title", "title")]
    [InlineData("URL", "url")]
    [InlineData("ArticleURL", "article_url")]
    [InlineData("Part2Name", "part2_name")]
    [InlineData("already_so", "already_so")]
    [InlineData("A", "a")]
    [InlineData("HTMLText", "htmltext")]
    public void A_property_has_underscores_in_place_of_capitals(string name, string expected) =>
        Assert.Equal(expected, MemberNames.Of(name));

    [Fact]
    public void Fields_are_members_and_static_and_private_members_are_not() =>
        Assert.Equal("f[][]", Template.Parse("{{ o.open_field }}[{{ o.hidden }}][{{ o.shared }}]").Render(new { O = new Mixed() }));

    [Fact]
    public void Inherited_properties_are_members() =>
        Assert.Equal("f", Template.Parse("{{ o.open_field }}").Render(new { O = new Derived() }));

    [Fact]
    public void A_dictionary_can_be_the_model() =>
        Assert.Equal("1 Two", Template.Parse("{{ one }} {{ two }}").Render(new Dictionary<string, object?>(StringComparer.Ordinal) { ["one"] = 1, ["two"] = "Two" }));

    [Fact]
    public void A_script_object_can_be_the_model() =>
        Assert.Equal("1", Template.Parse("{{ a.b }}").Render(new ScriptObject { ["a"] = new ScriptObject { ["b"] = 1 } }));

    [Fact]
    public void A_property_that_throws_is_a_fault_with_its_place()
    {
        var fault = Assert.Throws<TemplateException>(() => Template.Parse("a {{ o.broken }}", "t").Render(new { O = new Mixed() }));

        Assert.Equal((1, "t"), (fault.Line, fault.Path));
        Assert.Contains("no value today", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering_leaves_the_model_as_it_was()
    {
        var model = new ScriptObject { ["x"] = 1, ["list"] = new List<int> { 1 } };

        Template.Parse("{{ x = 2; y = 3 }}{{ list[0] }}").Render(model);

        Assert.Equal(["x", "list"], model.Select(member => member.Key));
    }

    [Fact]
    public void A_template_can_be_rendered_by_several_threads_at_once()
    {
        var template = Template.Parse("{{ func f(n); ret n * 2; end }}{{ for i in 1..50 }}{{ x = f i; x }} {{ words | array.join '-' }};{{ end }}");
        var expected = template.Render(new { Words = new[] { "a", "b" } });

        var texts = new string[64];
        Parallel.For(0, texts.Length, at => texts[at] = template.Render(new { Words = new[] { "a", "b" } }));

        Assert.All(texts, text => Assert.Equal(expected, text));
    }

    private class Mixed
    {
        public readonly string OpenField = "f";

        public static string Shared => "s";

        public string Broken => throw new InvalidOperationException("no value today");

        private string Hidden => OpenField;

        public override string ToString() => Hidden;
    }

    private sealed class Derived : Mixed;
}
