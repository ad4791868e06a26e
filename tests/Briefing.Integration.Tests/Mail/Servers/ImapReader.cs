using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Briefing.Integration.Tests.Mail.Servers;

/// <summary>As much of IMAP (RFC 3501) as fetching a message takes.</summary>
internal static class ImapReader
{
    /// <param name="number">Counts from 1.</param>
    public static async Task<byte[]> FetchAsync(int port, string user, string password, int number)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        var stream = client.GetStream();
        await LineAsync(stream);
        await AskAsync(stream, $"a LOGIN {user} {password}");
        await AskAsync(stream, "b SELECT INBOX");
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"c FETCH {number} BODY.PEEK[]\r\n"));
        var head = await LineAsync(stream);
        var length = int.Parse(head[(head.LastIndexOf('{') + 1)..head.LastIndexOf('}')], CultureInfo.InvariantCulture);
        var message = new byte[length];
        await stream.ReadExactlyAsync(message);
        return message;
    }

    private static async Task AskAsync(NetworkStream stream, string command)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
        string line;
        do
            line = await LineAsync(stream);
        while (!line.StartsWith(command[0] + " ", StringComparison.Ordinal));
        Assert.StartsWith($"{command[0]} OK", line, StringComparison.Ordinal);
    }

    private static async Task<string> LineAsync(NetworkStream stream)
    {
        var line = new StringBuilder();
        var octet = new byte[1];
        while (line.Length < 2 || line[^2] != '\r' || line[^1] != '\n')
        {
            await stream.ReadExactlyAsync(octet);
            line.Append((char)octet[0]);
        }

        return line.ToString().TrimEnd();
    }
}
