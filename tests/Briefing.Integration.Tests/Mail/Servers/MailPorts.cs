using System.Net;
using System.Net.Sockets;

namespace Briefing.Integration.Tests.Mail.Servers;

/// <summary>Ports of 127.0.0.1 for servers that must be told theirs before they start.</summary>
internal static class MailPorts
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until something answers there.</summary>
    public static async Task AnsweringAsync(int port, Func<string> log)
    {
        var patience = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException fault)
            {
                if (TimeProvider.System.GetElapsedTime(patience) > TimeSpan.FromSeconds(60))
                    throw new TimeoutException($"Nothing answers at port {port}: {log()}", fault);
                await Task.Delay(50);
            }
        }
    }
}
