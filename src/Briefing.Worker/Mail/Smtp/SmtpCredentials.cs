using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Briefing.Worker.Mail.Smtp;

/// <summary>Who we are to the server. Not a record: those print their members.</summary>
internal abstract class SmtpCredentials
{
    private SmtpCredentials(string user) => User = user;

    public string User { get; }

    public sealed override string ToString() => "credentials";

    internal sealed class Password(string user, string password) : SmtpCredentials(user)
    {
        public string Secret => password;
    }

    /// <summary>A token of OAuth 2 that is fetched anew for each connection.</summary>
    /// <param name="fetch">Throws <see cref="TokenException"/> where there is none.</param>
    internal sealed class Token(string user, Func<CancellationToken, Task<string>> fetch) : SmtpCredentials(user)
    {
        public Task<string> FetchAsync(CancellationToken cancellation) => fetch(cancellation);
    }
}

/// <summary>No token was to be had. The message says why and holds nothing secret.</summary>
internal sealed class TokenException(string message) : Exception(message);

/// <summary>A programme that prints a token for XOAUTH2 on one line. It is started without a shell, and what it prints is never shown.</summary>
internal sealed class TokenCommand(ImmutableArray<string> command, string folder)
{
    private const int LongestToken = 16_384;

    /// <exception cref="TokenException">There is none.</exception>
    public async Task<string> FetchAsync(CancellationToken cancellation)
    {
        using var process = Start();
        try
        {
            // Read to the end, so that it never waits for us; what it complains of may hold a secret too.
            var complaints = process.StandardError.ReadToEndAsync(cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await complaints;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0
                ? TokenOf(output)
                : throw new TokenException(string.Create(CultureInfo.InvariantCulture, $"the token's command ended with {process.ExitCode}"));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            throw new TokenException("the token's command cannot be started");
        }
    }

    private static string TokenOf(string output)
    {
        var token = output.Trim();
        return token.Length is > 0 and <= LongestToken && token.All(c => c is > ' ' and < '\u007F')
            ? token
            : throw new TokenException("the token's command printed no token");
    }
}
