using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Dkim;
using Briefing.Worker.Mail.Messages;
using Briefing.Worker.Mail.Smtp;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Benchmarks.Mailing;

/// <summary>
/// What handing over many personal messages costs: <c>mail PORT MESSAGES CONNECTIONS [--tls CA.pem] [--dkim] [--sample FOLDER]</c>.
/// Run by bench/mail, which gives the server. Prints one line of JSON: CPU of this process, after a hundred messages to warm up.
/// </summary>
internal static class MailCost
{
    private const int WarmUp = 100;

    public static async Task<int> Run(string[] arguments)
    {
        var numbers = arguments.Take(3).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var settings = SettingsOf(numbers[0], numbers[2], After(arguments, "--tls"));
        var (text, html, pdf) = Material();
        if (After(arguments, "--sample") is { } folder)
            await KeepAsync(folder, text, html, pdf);

        var placeholders = Placeholders.Of(SomeEdition.Full());
        var template = MessageTemplate.Of(
            $"{placeholders.Greeting}\n\n{text}\n{placeholders.Unsubscribe}\n",
            $"<p>{placeholders.Greeting}</p>\n{html}\n<p><a href=\"{placeholders.Unsubscribe}\">Unsubscribe</a></p>\n",
            [MimePart.Attachment("briefing-2026-03-10.pdf", "application/pdf", pdf)],
            placeholders);
        var signer = arguments.Contains("--dkim") ? new DkimSigner(SomeKey()) : null;

        await SendAsync(settings, template, signer, 0, WarmUp);
        using var process = Process.GetCurrentProcess();
        var (before, watch, allocated) = (process.TotalProcessorTime, Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        await SendAsync(settings, template, signer, WarmUp, numbers[1]);
        process.Refresh();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            cpu = (process.TotalProcessorTime - before).TotalMilliseconds / numbers[1],
            wall = watch.Elapsed.TotalMilliseconds / numbers[1],
            allocated = (GC.GetTotalAllocatedBytes() - allocated) / numbers[1],
            bytes = Message(template, signer, 1).Content.Length,
        }));
        return 0;
    }

    private static async Task SendAsync(SmtpSettings settings, MessageTemplate template, DkimSigner? signer, int first, int count)
    {
        await using var transport = new SmtpTransport(settings, TimeProvider.System);
        var next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, settings.Parallelism).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < first + count)
            {
                if (await transport.SendAsync(Message(template, signer, number), CancellationToken.None) is not SendOutcome.Accepted)
                    throw new InvalidOperationException("The server did not take a message.");
            }
        })));
    }

    private static OutgoingMessage Message(MessageTemplate template, DkimSigner? signer, int number)
    {
        var identity = new MailIdentity { From = Mailbox.Parse("Morning Briefing <briefing@briefing.example>"), ListId = "morning.briefing.example" };
        var to = Mailbox.Parse($"Reader {number} <reader{number}@post.example>");
        var links = UnsubscribeLinks.For(new Uri("https://briefing.example/unsubscribe"), identity.From, $"v1.k1.{number}");
        var key = $"morning.2026-03-10.v1.{number}";
        var stamp = new DeliveryStamp(to, DeliveryStamp.MessageIdOf(key, identity.From), new DateTimeOffset(2026, 3, 10, 6, 30, 0, TimeSpan.Zero));
        return new OutgoingMessage
        {
            Key = key,
            Sender = identity.From,
            Recipient = to,
            Content = template.Fill(
                DeliveryHeaders.OfEdition(identity, stamp, "Morning briefing: Tuesday 10 March 2026", links),
                new PersonalValues(links.Page.AbsoluteUri, $"Dear Reader {number},", $"https://briefing.example/preferences/v1.k1.{number}"),
                signer),
        };
    }

    // As long as an ordinary morning's.
    private static (string Text, string Html, byte[] Pdf) Material()
    {
        var rendered = new EditionRenderer(new ActiveTemplates(folder: null)).Render(SomeEdition.WithStories(9), new RenderOptions { HasPack = true });
        var pdf = new byte[20_000];
        for (var at = 0; at < pdf.Length; at++)
            pdf[at] = (byte)((at * 2654435761L) >> 13);
        return (rendered.Text, rendered.Html, pdf);
    }

    private static async Task KeepAsync(string folder, string text, string html, byte[] pdf)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "text"), text);
        await File.WriteAllTextAsync(Path.Combine(folder, "html"), html);
        await File.WriteAllBytesAsync(Path.Combine(folder, "pdf"), pdf);
    }

    private static SmtpSettings SettingsOf(int port, int connections, string? ca)
    {
        var authorities = new X509Certificate2Collection();
        if (ca is not null)
            authorities.ImportFromPemFile(ca);
        return new SmtpSettings
        {
            Host = "127.0.0.1",
            Port = port,
            Security = ca is null ? SmtpSecurity.None : SmtpSecurity.Tls,
            Authorities = ca is null ? null : authorities,
            Parallelism = connections,
            MessagesPerConnection = int.MaxValue,
        };
    }

    private static DkimKey SomeKey()
    {
        using var rsa = RSA.Create(2048);
        return DkimKey.TryRead("briefing.example", "s1", rsa.ExportPkcs8PrivateKeyPem(), out var key, out var reason) ? key : throw new InvalidOperationException(reason);
    }

    private static string? After(string[] arguments, string option) =>
        Array.IndexOf(arguments, option) is var at and >= 0 ? arguments[at + 1] : null;
}
