namespace Briefing.Integration.Tests.Rendering;

/// <summary>What nobody should print as it is.</summary>
internal static class HostileText
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "<script>document.title='pwned'</script>",
        "</style></head><body><script>document.title='pwned'</script>",
        "</title><img src=https://tracker.invalid/x.png onerror=document.title='pwned'>",
        "\"><img src=x onerror=\"document.title='pwned'\">",
        "' onmouseover='document.title=1' x='",
        "{{ edition.title }} {{ 1 + 1 }} {{ include 'mail.html' }} {%{ raw }%}",
        "--> <![endif]--> <!--[if mso]><b>",
        "&lt;b&gt; &amp;amp; &#60;script&#62;",
        "user\u202Etxt.exe\u2066 isolated \u202Bright",
        "null\0byte, bell\u0007, escape\u001B[2J",
        new string('W', 10_000),
        "👩‍👩‍👧‍👦 🇬🇧 🏴‍☠️ emoji",
        "الرئيس محمد بن سلمان قال",
        "高市早苗首相と森健二",
        "Z̷̨̛̺͍̰͎̦̏̽̈́a̸͚̤̎l̷̛̗͋g̵͙̉o̶͔͠",
        "half a pair \uD83D and a non-character \uFFFE",
        "=?utf-8?q?=0D=0ABcc:_a@b.example?=",
    ];

    public static string All { get; } = string.Join(' ', Texts);
}
