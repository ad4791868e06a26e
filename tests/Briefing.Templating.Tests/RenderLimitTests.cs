using System.Diagnostics;

namespace Briefing.Templating.Tests;

/// <summary>Templates that would cost too much end with a fault at the place where they were.</summary>
public sealed class RenderLimitTests
{
    private static readonly RenderLimits Tight = new()
    {
        Steps = 100_000,
        LoopRounds = 1_000,
        OutputCharacters = 10_000,
        RegexTime = TimeSpan.FromMilliseconds(100),
    };

    [Theory]
    [InlineData("{{ x = 0; while true; x = x + 1; end }}", "iteration limit `1000`")]
    [InlineData("{{ for a in 1..900; for b in 1..900; a; end; end }}", "iteration limit `1000`")]
    [InlineData("{{ func f(n); ret n < 1 ? 0 : f(n - 1) + f(n - 1); end; f 90 }}", "limit of `100000` evaluation steps")]
    [InlineData("{{ 1..1000000 }}", "LoopLimit `1000`")]
    [InlineData("{{ [1] * 100000 }}", "limit")]
    [InlineData("{{ 'a' * 100000 }}", "limit of `10000` characters")]
    [InlineData("{{ x = 'a'; for i in 1..99; x = x + x; end }}", "limit of `10000` characters")]
    [InlineData("{{ for i in 1..999; '0123456789012345'; end }}", "limit of `10000` characters")]
    [InlineData("{{ capture x; for i in 1..999; '0123456789012345'; end; end }}", "limit of `10000` characters")]
    [InlineData("{{ 'a' | string.pad_left 100000 }}", "limit of `10000` characters")]
    [InlineData("{{ a = []; a[100000] = 1 }}", "limit of `1000` items")]
    [InlineData("{{ func f; f; end; f }}", "recursive depth limit `100`")]
    [InlineData("{{ a = {}; a.a = a; a }}", "too deeply nested")]
    [InlineData("{{ a = []; a[0] = a; a | object.to_json }}", "too deeply nested")]
    [InlineData("{{ regex.match 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '(a+)+$' }}", "took longer than it may")]
    [InlineData("{{ x = 99999999999; for i in 1..50; x = x * x; end }}", "too large")]
    public void A_template_that_goes_too_far_is_stopped(string template, string expected)
    {
        var started = Stopwatch.GetTimestamp();

        var fault = Assert.Throws<TemplateException>(() => Template.Parse(template, "t").Render(null, new RenderOptions { Limits = Tight }));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void The_caller_can_end_a_rendering()
    {
        var asked = 0;
        var limits = new RenderLimits { TimeIsUp = () => ++asked > 3 };

        var fault = Assert.Throws<TemplateException>(() =>
            Template.Parse("{{ for i in 1..900000\ni\nend }}", "t").Render(null, new RenderOptions { Limits = limits }));

        Assert.Contains("longer than it may", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, fault.Line);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{a:", "}")]
    [InlineData("-", "")]
    [InlineData("!", "")]
    [InlineData("f(", ")")]
    [InlineData("1 + ", "")]
    [InlineData("true ? 1 : ", "")]
    [InlineData("x | ", "")]
    [InlineData("a[", "]")]
    [InlineData("$\"{", "}\"")]
    [InlineData("if true; ", "; end")]
    [InlineData("for x in y; ", "; end")]
    [InlineData("if false; else if true; ", "; end")]
    [InlineData("do; ", "; end")]
    [InlineData("func f; ", "; end")]
    [InlineData("a.", "a")]
    [InlineData("", ".a")]
    [InlineData("", "[0]")]
    [InlineData("", "(1)")]
    public void Deep_nesting_is_a_fault_or_fine_but_never_exhausts_the_stack(string open, string close)
    {
        const int depth = 20_000;
        var template = $"{{{{ {string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))} }}}}";

        var fault = Record.Exception(() => Template.Parse(template, "t").Render());

        Assert.True(fault is null or TemplateException, fault?.ToString());
    }

    [Fact]
    public void Much_text_is_rendered_in_time_in_proportion_to_it()
    {
        var template = Template.Parse(string.Concat(Enumerable.Repeat("some text {{ x }}\n  {{ if x }}{{ y + 1 }}{{ end }}\n", 50_000)));
        var started = Stopwatch.GetTimestamp();

        var text = template.Render(new { X = "x", Y = 1 });

        Assert.Equal(50_000 * "some text x\n  2\n".Length, text.Length);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(3));
    }
}
