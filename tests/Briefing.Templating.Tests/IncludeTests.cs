namespace Briefing.Templating.Tests;

public sealed class IncludeTests
{
    private static readonly Templates Loader = new()
    {
        ["plain"] = "plain",
        ["x"] = "x is {{ x }}",
        ["set"] = "{{ x = 2; $y = 3 }}",
        ["first"] = "{{ $1 }} of {{ $.size }}",
        ["named"] = "{{ $name }}, {{ $.name }}",
        ["name"] = "{{ $0 }}",
        ["ends"] = "a{{ ret }}b",
        ["lines"] = "a\nb\n",
        ["self"] = "{{ include 'self' }}",
        ["broken"] = "line\n{{ 1 + }}",
        ["fault"] = "line\n{{ nobody 1 }}",
    };

    [Theory]
    [InlineData("a {{ include 'plain' }} b", "a plain b")]
    [InlineData("{{ x = 1; include 'x' }}", "x is 1")]
    [InlineData("{{ include 'set'; x }}{{ $y }}", "2")]
    [InlineData("{{ include 'first' 'one' 'two' }}", "one of 3")]
    [InlineData("{{ include 'named' name: 'Ann' }}", "Ann, Ann")]
    [InlineData("{{ $name = 'Bob'; include 'named' name: 'Ann'; $name }}", "Ann, AnnBob")]
    [InlineData("{{ include 'name' }}", "name")]
    [InlineData("{{ include 'ends' }}c", "ac")]
    [InlineData("{{ y = include 'plain'; y | string.upcase }}", "PLAIN")]
    [InlineData("{{ include 'plain' | string.upcase }}", "PLAIN")]
    [InlineData("{{ n = 'pl' + 'ain'; include n }}", "plain")]
    [InlineData("{{ include_join ['plain', 'ends'] '|' }}", "plain|a")]
    [InlineData("{{ include_join ['plain', 'ends'] '|' '<' '>' }}", "<plain|a>")]
    [InlineData("{{ include_join ['plain', 'ends'] 'tpl:ends' }}", "plainaa")]
    [InlineData("  {{ include 'lines' }}c", "  a\n  b\nc")]
    [InlineData("{{ for i in 1..2 }}{{ include 'ends' }}{{ end }}", "aa")]
    public void A_template_can_include_another(string template, string expected) =>
        Assert.Equal(expected, Template.Parse(template).Render(null, new RenderOptions { Loader = Loader }));

    [Theory]
    [InlineData("a\n{{ include 'nobody' }}", "page(2,4) : error : Unable to include <nobody>. There is no such template.")]
    [InlineData("{{ include '' }}", "page(1,4) : error : Include template name cannot be null or empty")]
    [InlineData("{{ include 'broken' }}", "broken(2,8) : error : Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>")]
    [InlineData("{{ include 'fault' }}", "fault(2,4) : error : The function `nobody` was not found")]
    [InlineData("{{ include 'self' }}", "self(1,4) : error : Exceeding number of recursive depth limit `100` for node: `include 'self'`")]
    public void A_fault_is_told_with_the_template_it_is_in(string template, string expected)
    {
        var fault = Assert.Throws<TemplateException>(() => Template.Parse(template, "page").Render(null, new RenderOptions { Loader = Loader }));

        Assert.Equal(expected, fault.Message);
    }

    [Fact]
    public void Without_a_loader_including_is_a_fault() =>
        Assert.Throws<TemplateException>(() => Template.Parse("{{ include 'plain' }}").Render());
}
