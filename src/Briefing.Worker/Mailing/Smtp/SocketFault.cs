using System.Net.Sockets;

namespace Briefing.Worker.Mailing.Smtp;

/// <summary>What the system says of a connection, in words that do not depend on the runtime's messages.</summary>
internal static class SocketFault
{
    /// <summary>" (connection refused)"; empty where nothing more is known.</summary>
    public static string Named(Exception fault) => (fault as SocketException ?? fault.InnerException as SocketException)?.SocketErrorCode switch
    {
        null => "",
        SocketError.ConnectionRefused => " (connection refused)",
        SocketError.ConnectionReset => " (reset)",
        SocketError.HostNotFound or SocketError.NoData => " (no such host)",
        SocketError.TryAgain => " (the host's name could not be looked up)",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => " (unreachable)",
        SocketError.TimedOut => " (timed out)",
        var other => $" ({other})",
    };
}
