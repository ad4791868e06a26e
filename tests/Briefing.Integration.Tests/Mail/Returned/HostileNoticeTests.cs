using System.Diagnostics;
using System.Text;
using Briefing.Worker.Mail.Returned;

namespace Briefing.Integration.Tests.Mail.Returned;

public class HostileNoticeTests
{
    // For one message; as with all measures of time here, other work on the machine is counted in.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly string[] Forms =
        [SomeNotice.Postfix, SomeNotice.Exchange, SomeNotice.Gmail, SomeNotice.Qmail, SomeNotice.Complaint, SomeNotice.Holiday, "From: a\nSubject: unsubscribe 1.ab.u.7.-.cd\n\n"];

    private static readonly string[] Pieces =
    [
        "--", "\n\n", "\r\n", ":", ";", "\"", "=", "=3D=\n", "<", "<a@b>", "550 5.1.1 ", "#5.1.1", "5.", "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
        "Content-Transfer-Encoding: base64\n", "Final-Recipient: rfc822;", "\0", "\uFFFD\uD83D", "Status: 99999999999999.1.1\n", new string(' ', 5000), new string('<', 5000), "\\",
    ];

    public static TheoryData<string> Messages =>
    [
        "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n", 250_000)),
        "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 22_000)),
        "Content-Type: message/delivery-status\n\n" + string.Concat(Enumerable.Repeat("Final-Recipient: rfc822;a@example.org\n\n", 27_000)),
        "Content-Type: message/delivery-status\n\n" + string.Concat(Enumerable.Repeat("a:b\n ", 200_000)),
        string.Concat(Enumerable.Repeat("A:\n" + string.Concat(Enumerable.Repeat(" b\n", 4000)), 85)),
        "From: postmaster@a\n\n" + new string('<', 1_000_000),
        "From: postmaster@a\n\n" + string.Concat(Enumerable.Repeat("<" + new string('a', 398), 2600)),
        "From: postmaster@a\n\n" + string.Concat(Enumerable.Repeat("550 ", 260_000)),
        "Content-Type: " + new string(';', 1_000_000),
        "Content-Type: text/plain" + string.Concat(Enumerable.Repeat("; a=\"b", 170_000)) + "\n\n",
        "Content-Transfer-Encoding: quoted-printable\n\n" + new string('=', 1_000_000),
        "Subject: " + string.Concat(Enumerable.Repeat("unsubscribe ", 80_000)) + "\n\n",
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public void AHostileMessageIsReadAtOnce(string message) => Assert.InRange(TimeOf(Encoding.UTF8.GetBytes(message)), TimeSpan.Zero, Patience);

    [Fact]
    public void TwentyThousandSpoiltNoticesAreReadWithoutAFaultAndEachAtOnce()
    {
        var random = new Random(20260310);
        var (slowest, kinds) = (TimeSpan.Zero, new HashSet<Type>());
        for (var turn = 0; turn < 20_000; turn++)
        {
            var message = Spoilt(Encoding.UTF8.GetBytes(SomeNotice.Of(Forms[turn % Forms.Length], "edition.7.3f9c", "ana@example.org")), random);
            var took = TimeOf(message);
            slowest = took > slowest ? took : slowest;
            if (ReceivedPart.Read(message) is { } mail)
                kinds.Add(FolderMessageReader.Read(mail).GetType());
        }

        Assert.InRange(slowest, TimeSpan.Zero, Patience);
        // It is no test of a reader that gives everything up.
        Assert.Equal(4, kinds.Count);
    }

    private static TimeSpan TimeOf(byte[] message)
    {
        var begun = Stopwatch.GetTimestamp();
        if (ReceivedPart.Read(message) is { } mail)
            FolderMessageReader.Read(mail);
        return Stopwatch.GetElapsedTime(begun);
    }

    // Bytes changed, pieces put in, stretches taken out or doubled: one to twelve times.
    private static byte[] Spoilt(byte[] sound, Random random)
    {
        var message = sound.ToList();
        for (var turn = random.Next(1, 13); turn > 0 && message.Count > 0; turn--)
        {
            var at = random.Next(message.Count);
            var length = random.Next(Math.Min(message.Count - at, 400)) + 1;
            switch (random.Next(5))
            {
                case 0:
                    message[at] = (byte)random.Next(256);
                    break;
                case 1:
                    message.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 2:
                    message.RemoveRange(at, Math.Min(length, message.Count - at));
                    break;
                case 3:
                    message.InsertRange(random.Next(message.Count), message.GetRange(at, Math.Min(length, message.Count - at)));
                    break;
                default:
                    message.InsertRange(at, Enumerable.Repeat((byte)random.Next(256), random.Next(2000)));
                    break;
            }
        }

        return [.. message];
    }
}
