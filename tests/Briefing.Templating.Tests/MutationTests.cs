using System.Diagnostics;
using System.Globalization;
using Briefing.Templating.Tests.Language;

namespace Briefing.Templating.Tests;

/// <summary>Damaged templates: they render or they end with a <see cref="TemplateException"/>, and soon.</summary>
public sealed class MutationTests
{
    private const int Seed = 20260304;
    private const int Rounds = 8_000;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "~}}", "{%{", "}%}", "end", "if ", "for x in ", "func f;", "ret ", "|", "(", ")", "[", "]", "{", "}",
        "$", "$$", "$0", "..", "..<", "1", "-1", "0", "2147483647", "9223372036854775807", "1e5", "1e308", "0x", "\"", "'", "`", "$\"",
        "#", "##", "\\", "\n", " ", ";", ":", ",", ".", "?.", "??", "?!", "?", "!", "@", "^", "&&", "||", "==", "<", "<<", ">>", "*", "/",
        "//", "%", "+", "-", "++", "--", "=", "+=", "while true;", "break", "continue", "capture x;", "with o;", "wrap f;", "import o",
        "readonly x", "case x;", "when ", "else;", "include 'self'", "include_join", "null", "empty", "this", "for.index", "object.eval",
        "object.eval_template", "string.", "array.", "date.", "math.", "regex.", "html.", "| array.each @", "do;", "tablerow x in ",
        "x", "f", "o", "parts", "\u00e9", "\0", "\ud800",
    ];

    private static readonly RenderLimits Limits = new()
    {
        Steps = 200_000,
        LoopRounds = 20_000,
        OutputCharacters = 1_000_000,
        RegexTime = TimeSpan.FromMilliseconds(200),
    };

    [Fact]
    public void A_damaged_template_renders_or_ends_with_a_template_fault()
    {
        var templates = LanguageCase.ReadAll().Select(sample => sample.Template).ToList();
        var random = new Random(Seed);
        var rendered = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var text = Damage(templates[random.Next(templates.Count)], templates, random);
            var started = Stopwatch.GetTimestamp();
            var fault = Record.Exception(() => Render(text));
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

            Assert.True(fault is null or TemplateException { Line: > 0, Column: > 0 }, $"{text}\n{fault}");
            Assert.True(seconds < 2, string.Create(CultureInfo.InvariantCulture, $"{seconds} s: {text}"));
            rendered += fault is null ? 1 : 0;
        }

        // Neither all sound nor all broken, else the test would show little.
        Assert.InRange(rendered, Rounds / 10, Rounds * 9 / 10);
    }

    private static void Render(string text)
    {
        var template = Template.Parse(text, "damaged");
        template.Render(
            new { Parts = new[] { new { Name = "b" } }, O = new ScriptObject(), PublishedAt = DateTime.UnixEpoch },
            new RenderOptions { Now = DateTimeOffset.UnixEpoch, Limits = Limits, Loader = new Self(template), Encode = HtmlText.Encode });
    }

    private static string Damage(string text, List<string> others, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var from = random.Next(text.Length + 1);
            var to = Math.Min(text.Length, from + random.Next(20));
            text = random.Next(4) switch
            {
                0 => text.Remove(from, to - from),
                1 => text.Insert(random.Next(text.Length + 1), text[from..to]),
                2 => text.Insert(from, Pieces[random.Next(Pieces.Length)]),
                _ => text.Insert(from, Part(others[random.Next(others.Count)], random)),
            };
        }

        return text;
    }

    private static string Part(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        return text[from..Math.Min(text.Length, from + random.Next(40))];
    }

    private sealed class Self(Template template) : ITemplateLoader
    {
        public Template? Load(string name) => name == "self" ? template : null;
    }
}
