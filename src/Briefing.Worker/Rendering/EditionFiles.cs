using System.Text;
using Briefing.Core.Editions;
using Briefing.Worker.Cli;
using Briefing.Worker.Mailing;
using Briefing.Worker.Printing;
using Briefing.Worker.Printing.Chromium;

namespace Briefing.Worker.Rendering;

/// <summary>Writes an edition in the formats that people read: mail.html, mail.txt, pack.pdf, briefing.eml.</summary>
/// <param name="printer">Null where there is none: HTML and text are made all the same, and the lack is a fault.</param>
internal sealed class EditionFiles(EditionRenderer renderer, IPdfPrinter? printer)
{
    public const string MailHtml = "mail.html";
    public const string MailText = "mail.txt";
    public const string Pack = "pack.pdf";
    public const string Message = "briefing.eml";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="formats">Of <see cref="OutputFormats"/>; others are left alone. The message carries the pack, whether that is written or not.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="InvalidDataException">The edition contradicts itself.</exception>
    public async Task<WrittenFiles> Write(Edition edition, string folder, IReadOnlySet<string> formats, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var pack = formats.Contains(OutputFormats.Pdf) || formats.Contains(OutputFormats.Message) ? await Print(edition, faults, cancellation) : null;
        var rendered = renderer.Render(edition, new RenderOptions { HasPack = pack is not null });
        if (rendered.Fault is { } fault)
            faults.Add($"{fault.Message} (earlier templates were used)");

        Directory.CreateDirectory(folder);
        var paths = new List<string>();
        await Put(OutputFormats.Html, MailHtml, () => Utf8.GetBytes(rendered.Html));
        await Put(OutputFormats.Text, MailText, () => Utf8.GetBytes(rendered.Text));
        await Put(OutputFormats.Pdf, Pack, () => pack);
        await Put(OutputFormats.Message, Message, () => MessageOf(edition, rendered, pack));
        return new WrittenFiles(paths, faults);

        async Task Put(string format, string name, Func<byte[]?> content)
        {
            if (!formats.Contains(format) || content() is not { } bytes)
                return;
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, bytes, cancellation);
            paths.Add(path);
        }
    }

    private async Task<byte[]?> Print(Edition edition, List<string> faults, CancellationToken cancellation)
    {
        if (printer is null)
        {
            faults.Add(ChromiumProgram.Missing);
            return null;
        }

        try
        {
            var (html, fault) = renderer.RenderPack(edition, new RenderOptions { HasPack = true });
            var printed = await printer.PrintAsync(new PackToPrint(edition, html), cancellation);
            faults.AddRange(printed.Faults);
            if (fault is not null)
                faults.Add($"{fault.Message} (earlier templates were used)");
            return printed.Pdf;
        }
        catch (Exception fault) when (fault is PrintingFailedException or TemplateFaultException)
        {
            faults.Add(fault.Message);
            return null;
        }
    }

    private static byte[] MessageOf(Edition edition, RenderedEdition rendered, byte[]? pack) => MimeWriter.Write(EditionMessage.Compose(
        edition,
        rendered,
        EditionMessage.NoSender,
        pack is null ? null : EditionMessage.PackPart(edition, pack)));
}

/// <param name="Faults">What a person must see; one line each.</param>
internal sealed record WrittenFiles(IReadOnlyList<string> Paths, IReadOnlyList<string> Faults);
