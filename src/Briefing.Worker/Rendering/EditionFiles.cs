using System.Text;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Worker.Mail;
using Briefing.Worker.Printing;
using Briefing.Worker.Printing.Chromium;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Worker.Rendering;

/// <summary>Makes an edition's files in the formats that people read: mail.html, mail.txt, pack.pdf, briefing.eml.</summary>
/// <param name="printer">Null where there is none: HTML and text are made all the same, and the lack is a fault.</param>
internal sealed class EditionFiles(EditionRenderer renderer, IPdfPrinter? printer)
{
    public const string MailHtml = "mail.html";
    public const string MailText = "mail.txt";
    public const string Pack = "pack.pdf";
    public const string Message = "briefing.eml";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="formats">Of <see cref="OutputFormats"/>; others are left alone. The message carries the pack, whether that is asked for or not.</param>
    /// <exception cref="InvalidDataException">The edition contradicts itself.</exception>
    public Task<MadeFiles> Make(Edition edition, IReadOnlySet<string> formats, CancellationToken cancellation) => Make(edition, formats, correction: null, cancellation);

    /// <summary>The same for an edition that takes the place of one that was sent.</summary>
    /// <exception cref="InvalidDataException">The edition contradicts itself.</exception>
    public async Task<MadeFiles> Make(Edition edition, IReadOnlySet<string> formats, Correction? correction, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var pack = formats.Contains(OutputFormats.Pdf) || formats.Contains(OutputFormats.Message) ? await Print(edition, correction, faults, cancellation) : null;
        var rendered = renderer.Render(edition, new RenderOptions { HasPack = pack is not null, Correction = correction });
        if (rendered.Fault is { } fault)
            faults.Add($"{fault.Message} (earlier templates were used)");

        var files = new List<MadeFile>();
        if (formats.Contains(OutputFormats.Html))
            files.Add(new MadeFile(MailHtml, Utf8.GetBytes(rendered.Html)));
        if (formats.Contains(OutputFormats.Text))
            files.Add(new MadeFile(MailText, Utf8.GetBytes(rendered.Text)));
        if (formats.Contains(OutputFormats.Pdf) && pack is not null)
            files.Add(new MadeFile(Pack, pack));
        if (formats.Contains(OutputFormats.Message))
            files.Add(new MadeFile(Message, MessageOf(edition, rendered, pack)));
        return new MadeFiles(files, faults);
    }

    private async Task<byte[]?> Print(Edition edition, Correction? correction, List<string> faults, CancellationToken cancellation)
    {
        if (printer is null)
        {
            faults.Add(ChromiumProgram.Missing);
            return null;
        }

        try
        {
            var (html, fault) = renderer.RenderPack(edition, new RenderOptions { HasPack = true, Correction = correction });
            var printed = await printer.PrintAsync(new PackToPrint(edition, html, correction), cancellation);
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
internal sealed record MadeFiles(IReadOnlyList<MadeFile> Files, IReadOnlyList<string> Faults);

/// <param name="Name">Without a folder.</param>
internal sealed record MadeFile(string Name, byte[] Content);

/// <summary>What a run writes. edition.json is always written: the rest is made from it.</summary>
internal static class OutputFormats
{
    public const string Json = "json";
    public const string Html = "html";
    public const string Text = "txt";
    public const string Pdf = "pdf";

    /// <summary>A whole message with text, HTML and pack, as mail programs open it.</summary>
    public const string Message = "eml";

    public static IReadOnlyList<string> Names { get; } = [Html, Text, Pdf, Message, Json];

    /// <summary>Every file that a run may write, but for the sources' texts.</summary>
    public static IReadOnlyList<string> FileNames { get; } = ["edition.json", "mail.html", "mail.txt", "pack.pdf", "briefing.eml"];

    /// <summary>The formats of a comma-separated list; null when one is unknown, which <paramref name="fault"/> names.</summary>
    public static HashSet<string>? Parse(string? list, out string? fault)
    {
        fault = null;
        if (string.IsNullOrWhiteSpace(list))
            return [.. Names];

        var chosen = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        var unknown = chosen.FirstOrDefault(name => !Names.Contains(name, StringComparer.Ordinal));
        if (unknown is not null)
            fault = $"\"{unknown}\" is no format; there are {string.Join(", ", Names)}";
        return unknown is null ? chosen : null;
    }
}
