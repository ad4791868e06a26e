using System.Text;
using Briefing.Core.Editions;
using Briefing.Worker.Mailing;

namespace Briefing.Worker.Rendering;

/// <summary>Writes an edition in the formats that people read.</summary>
internal sealed class EditionFiles(EditionRenderer renderer)
{
    public const string MailHtml = "mail.html";
    public const string MailText = "mail.txt";
    public const string Message = "briefing.eml";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static IReadOnlyList<string> Formats { get; } = ["html", "txt", "eml"];

    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="InvalidDataException">The edition contradicts itself.</exception>
    public async Task<WrittenFiles> Write(Edition edition, string folder, IReadOnlySet<string> formats, CancellationToken cancellation)
    {
        var rendered = renderer.Render(edition, new RenderOptions());
        Directory.CreateDirectory(folder);
        var paths = new List<string>();
        await Put("html", MailHtml, () => Utf8.GetBytes(rendered.Html));
        await Put("txt", MailText, () => Utf8.GetBytes(rendered.Text));
        await Put("eml", Message, () => MimeWriter.Write(EditionMessage.Compose(edition, rendered, EditionMessage.NoSender, pack: null)));
        return new WrittenFiles(paths, rendered.Fault is { } fault ? [$"{fault.Message} (an earlier template was used)"] : []);

        async Task Put(string format, string name, Func<byte[]> content)
        {
            if (!formats.Contains(format))
                return;
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, content(), cancellation);
            paths.Add(path);
        }
    }
}

/// <param name="Faults">What a person must see.</param>
internal sealed record WrittenFiles(IReadOnlyList<string> Paths, IReadOnlyList<string> Faults);
