using System.Text;

namespace Briefing.Worker.Rendering;

/// <summary>Indentation and empty lines are for the templates' reader; in a mail they cost bytes of Gmail's limit.</summary>
internal static class MailLines
{
    public static string Tighten(string html)
    {
        var output = new StringBuilder(html.Length);
        foreach (var line in html.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim(" \t");
            if (!trimmed.IsEmpty)
                output.Append(trimmed).Append('\n');
        }

        return output.ToString();
    }
}
