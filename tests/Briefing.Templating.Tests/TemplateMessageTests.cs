namespace Briefing.Templating.Tests;

public sealed class TemplateMessageTests
{
    [Fact]
    public void Every_fault_is_told_with_file_line_and_column()
    {
        var messages = Template.Check("a\n{{ 1 + }}\n{{ x = [1 }}\nb {{ if }}{{ end }}", "pages/mail.html");

        Assert.Equal(
            [
                "pages/mail.html(2,8) : error : Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>",
                "pages/mail.html(3,11) : error : Unexpected token found `}}` while expecting `]`.",
                "pages/mail.html(4,9) : error : Unexpected token `}}` while parsing expression",
            ],
            messages.Where(message => !message.Text.Contains("<end>", StringComparison.Ordinal)).Select(message => message.ToString()));
    }

    [Fact]
    public void A_sound_template_has_no_messages() => Assert.Empty(Template.Check("{{ if x }}{{ y }}{{ end }}", "t"));

    [Theory]
    [InlineData("{{ if x", 1, 7)]
    [InlineData("a\r\n{{ 1 + }}", 2, 8)]
    [InlineData("{{ \"a", 1, 4)]
    [InlineData("{{ `a", 1, 4)]
    [InlineData("{{ func }}", 1, 9)]
    [InlineData("{{ for 1 in 2 }}{{ end }}", 1, 4)]
    [InlineData("{{ x = }}", 1, 8)]
    [InlineData("{{ 1 = x }}", 1, 6)]
    [InlineData("{{ a b = 1 }}", 1, 8)]
    [InlineData("{{ end }}", 1, 6)]
    [InlineData("{{ capture }}{{ end }}", 1, 12)]
    [InlineData("{{ f(1", 1, 7)]
    [InlineData("{{ 1 ~ 2 }}", 1, 6)]
    [InlineData("{{ 0xZ }}", 1, 4)]
    [InlineData("{{ $$ + 1 }}", 1, 7)]
    public void A_fault_in_the_text_has_its_place(string template, int line, int column)
    {
        var fault = Assert.Throws<TemplateException>(() => Template.Parse(template, "t"));

        Assert.Equal((line, column, "t"), (fault.Line, fault.Column, fault.Path));
    }

    [Theory]
    [InlineData("a\n  {{ nobody 1 }}", 2, 6)]
    [InlineData("{{ x.y }}", 1, 6)]
    [InlineData("{{ 1\n2\nx.y.z }}", 3, 3)]
    [InlineData("{{ 'a' - 1 }}", 1, 8)]
    [InlineData("{{ math.abs 'x' }}", 1, 4)]
    [InlineData("{{ date.parse '2026' '%j' }}", 1, 4)]
    [InlineData("{{ date.now }}", 1, 4)]
    [InlineData("{{ x = 0; readonly x; x = 1 }}", 1, 23)]
    [InlineData("{{ string = 1 }}{{ string.size 'a' }}", 1, 20)]
    [InlineData("{{ include 'a' }}", 1, 4)]
    public void A_fault_in_the_rendering_has_its_place(string template, int line, int column)
    {
        var parsed = Template.Parse(template, "t");

        var fault = Assert.Throws<TemplateException>(() => parsed.Render());

        Assert.Equal((line, column, "t"), (fault.Line, fault.Column, fault.Path));
    }
}
