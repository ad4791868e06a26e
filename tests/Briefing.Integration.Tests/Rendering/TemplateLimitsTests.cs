using Briefing.Worker.Rendering.Templates;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>Templates that would cost too much end with a fault at the place where they were, whatever their author tries. Each row would else run for minutes, fill the memory or exhaust the stack.</summary>
public sealed class TemplateLimitsTests
{
    private static readonly TemplateLimits Tight = new()
    {
        Steps = 100_000,
        LoopIterations = 1_000,
        OutputCharacters = 10_000,
        ListItems = 1_000,
        RegexTime = TimeSpan.FromMilliseconds(100),
    };

    [Theory]
    [InlineData("{{ x = 0; while true; x = x + 1; end }}", "iteration limit `1000`")]
    [InlineData("{{ for a in 1..900; for b in 1..900; a; end; end }}", "iteration limit `1000`")]
    [InlineData("{{ func f(n); ret n < 1 ? 0 : f(n - 1) + f(n - 1); end; f 90 }}", "limit of `100000` evaluation steps")]
    [InlineData("{{ 1..1000000 }}", "LoopLimit `1000`")]
    [InlineData("{{ [1] * 100000 }}", "limit")]
    [InlineData("{{ 'a' * 100000 }}", "LimitToString")]
    [InlineData("{{ x = 'a'; for i in 1..99; x = x + x; end }}", "limit of `10000` characters")]
    [InlineData("{{ x = 'a'; for i in 1..99; x = x | string.append x; end }}", "limit of `10000` characters")]
    [InlineData("{{ for i in 1..999; '0123456789012345'; end }}", "limit of `10000` characters")]
    [InlineData("{{ capture x; for i in 1..999; '0123456789012345'; end; end }}", "limit of `10000` characters")]
    [InlineData("{{ 'a' | string.pad_left 100000 }}", "LimitToString")]
    [InlineData("{{ a = []; a[100000] = 1 }}", "limit")]
    [InlineData("{{ func f; f; end; f }}", "recursive depth limit `100`")]
    [InlineData("{{ regex.match 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '(a+)+$' }}", "")]
    [InlineData("{{ x = 99999999999; for i in 1..50; x = x * x; end }}", "too large")]
    [InlineData("{{ 1 << 1000000 }}", "")]
    public void ATemplateThatGoesTooFarIsStopped(string template, string expected)
    {
        var fault = Assert.Throws<TemplateFaultException>(() => TemplateRun.Print(template, limits: Tight));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>With the limits that the product has: the shapes that cost most for what they are. Each stops by a limit; the suite would not end otherwise.</summary>
    [Theory]
    [InlineData("{{ for a in 1..10000; for b in 1..10000; x = a * b; end; end }}")]
    [InlineData("{{ 'a' * 1000000000 }}")]
    [InlineData("{{ x = 'aaaaaaaaaa' * 900000; for i in 1..100000; x = x | string.replace 'a' 'b' | string.replace 'b' 'a'; end }}")]
    [InlineData("{{ x = 'ab' * 4000000; for i in 1..100000; y = x | string.upcase | string.downcase; end }}")]
    [InlineData("{{ x = 'a,' * 400000; for i in 1..100000; y = x | string.split ','; end }}")]
    [InlineData("{{ x = 1..900000 | array.reverse; for i in 1..100000; y = x | array.sort; end }}")]
    [InlineData("{{ for i in 1..100000; y = (1..900000) | array.join ','; end }}")]
    [InlineData("{{ for i in 1..100000; y = regex.match 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' '(a+)+$'; end }}")]
    [InlineData("{{ x = 'a' * 9000000; for i in 1..100000; y = x | regex.replace 'a' 'bb'; end }}")]
    [InlineData("{{ x = 1; for i in 1..100000; x = (x + 1) * 99999999999999999999; end }}")]
    [InlineData("{{ 1 << 2000000000 }}")]
    [InlineData("{{ 'a' | string.pad_left 2000000000 }}")]
    [InlineData("{{ a = []; a[2000000000] = 1 }}")]
    [InlineData("{{ x = {a: 1}; for i in 1..30; x = {a: x, b: x}; end; x | object.to_json }}")]
    [InlineData("{{ x = [1]; for i in 1..30; x = [x, x]; end; x }}")]
    [InlineData("{{ func f(n); if n < 1; ret 1; end; ret f(n - 1) + f(n - 1); end; f 90 }}")]
    [InlineData("{{ x = 'a' * 9000000; for i in 1..100000; y = x | html.escape; end }}")]
    [InlineData("{{ x = '<' * 9000000; x | html.strip }}")]
    [InlineData("{{ x = 'a b ' * 1000000; for i in 1..100000; y = x | string.capitalizewords; end }}")]
    [InlineData("{{ object.eval_template ('{{' + ' for a in 1..10000; for b in 1..10000; x = a * b; end; end ' + '}}') }}")]
    [InlineData("{{ (1..900000) | array.each @(do; ret (1..900000) | array.size; end) }}")]
    [InlineData("{{ x = [1]; for i in 1..40; x = x | array.concat x; end; x | array.size }}")]
    [InlineData("{{ x = [1]; for i in 1..50000; x = x | array.concat [1]; end; x | array.size }}")]
    [InlineData("{{ x = [1]; for i in 1..50000; x = x + [1]; end; x | array.size }}")]
    [InlineData("{{ ('a' * 1000000) | string.replace 'a' ('b' * 1000000) | string.size }}")]
    [InlineData("{{ (1..100000) | array.join ('b' * 1000000) | string.size }}")]
    [InlineData("{{ [1] | array.insert_at 2000000000 1 | array.size }}")]
    [InlineData("{{ x = [1]; for i in 1..40; x = [x, x]; end; 'a' + x }}")]
    [InlineData("{{ x = [1]; y = [1]; for i in 1..40; x = [x, x]; y = [y, y]; end; x == y }}")]
    [InlineData("{{ x = ('a' * 4000000); for i in 1..10000; y = x | string.hmac_sha512 x; end }}")]
    [InlineData("{{ '2026-01-01' | date.parse | date.to_string ('%A' * 3000000) }}")]
    [InlineData("{{ x = '<!--' * 2000000; x | html.strip }}")]
    [InlineData("{{ 5 | math.format 'N999999999' }}")]
    [InlineData("{{ x = {}; for i in 1..900000; x['k' + i] = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' * 100; end }}")]
    [InlineData("{{ tablerow i in 1..900000; 'a'; end }}")]
    public void WhateverAnAuthorTriesIsStopped(string template) =>
        Assert.Throws<TemplateFaultException>(() => TemplateRun.Print(template));

    [Theory]
    [InlineData("{{ math.random 1 2 }}", "`math.random` was not found")]
    [InlineData("{{ date.now }}", "no instant was given")]
    [InlineData("{{ env }}", "no such variable")]
    [InlineData("{{ env.PATH }}", "no such variable")]
    [InlineData("{{ include '/etc/hostname' }}", "There is no such template")]
    [InlineData("{{ include '../briefing.json' }}", "There is no such template")]
    [InlineData("{{ include 'file:///etc/hostname' }}", "There is no such template")]
    public void NothingOfTheMachineIsInReach(string template, string expected)
    {
        var fault = Assert.Throws<TemplateFaultException>(() => TemplateRun.Print(template));

        Assert.Contains(expected, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AValueTellsNothingOfItsType() => Assert.Equal("", TemplateRun.Print("{{ 'a'.get_type }}{{ 'a'.type }}"));

    [Theory]
    [InlineData("array.compact")]
    [InlineData("array.offset 0")]
    [InlineData("array.limit 5")]
    [InlineData("array.reverse")]
    [InlineData("array.uniq")]
    [InlineData("array.each @(do; ret 1; end)")]
    public void FunctionsOnTopOfOneAnotherDoNotExhaustTheStack(string function) =>
        Assert.Equal("1", TemplateRun.Print($"{{{{ x = [1]; for i in 1..20000; x = x | {function}; end; x | array.size }}}}", limits: TemplateLimits.BuiltIn));

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
    [InlineData("func f; ", "; end")]
    [InlineData("a.", "a")]
    [InlineData("", ".a")]
    [InlineData("", "[0]")]
    [InlineData("", "(1)")]
    public void DeepNestingIsAFaultOrFineButNeverExhaustsTheStack(string open, string close)
    {
        const int Depth = 20_000;
        var template = $"{{{{ {string.Concat(Enumerable.Repeat(open, Depth))}1{string.Concat(Enumerable.Repeat(close, Depth))} }}}}";

        var fault = Record.Exception(() => TemplateRun.Print(template));

        Assert.True(fault is null or TemplateFaultException, fault?.ToString());
    }
}
