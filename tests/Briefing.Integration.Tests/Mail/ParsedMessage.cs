using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Briefing.Integration.Tests.Mail;

/// <summary>A message as another implementation reads it: Python's email package, with its defects reported.</summary>
internal static class ParsedMessage
{
    private const string Script = """
        import email, email.policy, json, sys
        message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        def part(p):
            return {
                "type": p.get_content_type(),
                "file": p.get_filename(),
                "encoding": p["Content-Transfer-Encoding"],
                "defects": [repr(d) for d in p.defects],
                "text": p.get_content() if p.get_content_maintype() == "text" else None,
                "bytes": p.get_payload(decode=True).hex() if not p.is_multipart() and p.get_content_maintype() != "text" else None,
                "parts": [part(q) for q in p.iter_parts()] if p.is_multipart() else [],
            }
        print(json.dumps({"headers": [[k, str(v)] for k, v in message.items()],
                          "headerDefects": [repr(d) for k, v in message.items() for d in getattr(v, "defects", [])],
                          "body": part(message)}))
        """;

    public static JsonNode Of(byte[] message)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        python.StandardInput.BaseStream.Write(message);
        python.StandardInput.Close();
        var error = python.StandardError.ReadToEndAsync();
        var output = python.StandardOutput.ReadToEnd();
        Assert.True(python.WaitForExit(TimeSpan.FromSeconds(30)));
        return JsonNode.Parse(output.Length > 0 ? output : throw new JsonException(error.Result))!;
    }

    public static string? Header(this JsonNode message, string name) =>
        message["headers"]!.AsArray().Where(header => (string?)header![0] == name).Select(header => (string?)header![1]).SingleOrDefault();
}
