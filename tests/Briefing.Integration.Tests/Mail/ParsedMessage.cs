using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using MimeKit;

namespace Briefing.Integration.Tests.Mail;

/// <summary>A message as two other implementations read it, which must agree: MimeKit, and Python's email package, which reports defects.</summary>
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
        var parsed = JsonNode.Parse(output.Length > 0 ? output : throw new JsonException(error.Result))!;
        using var stream = new MemoryStream(message, writable: false);
        Agree(MimeMessage.Load(stream), parsed);
        return parsed;
    }

    private static void Agree(MimeMessage message, JsonNode parsed)
    {
        Assert.Equal(message.Subject, parsed.Header("Subject"));
        Assert.Equal(message.Headers.Select(header => header.Field).Order(StringComparer.OrdinalIgnoreCase), FieldsOf(parsed).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        AgreeOnPart(message.Body!, parsed["body"]!);
    }

    // MimeKit counts the fields of the body to the body.
    private static IEnumerable<string> FieldsOf(JsonNode parsed) => parsed["headers"]!.AsArray().Select(header => (string)header![0]!)
        .Where(name => !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase));

    private static void AgreeOnPart(MimeEntity part, JsonNode parsed)
    {
        Assert.Equal(part.ContentType.MimeType, (string?)parsed["type"], ignoreCase: true);
        Assert.Equal(part.ContentDisposition?.FileName, (string?)parsed["file"]);
        var inner = parsed["parts"]!.AsArray();
        if (part is Multipart parts)
        {
            Assert.Equal(parts.Count, inner.Count);
            foreach (var (one, other) in parts.Zip(inner))
                AgreeOnPart(one, other!);
        }
        else if (part is TextPart text)
        {
            Assert.Equal(text.Text.ReplaceLineEndings("\n"), ((string?)parsed["text"])!.ReplaceLineEndings("\n"));
        }
        else
        {
            using var decoded = new MemoryStream();
            ((MimeKit.MimePart)part).Content!.DecodeTo(decoded);
            Assert.Equal(Convert.ToHexStringLower(decoded.ToArray()), (string?)parsed["bytes"]);
        }
    }

    public static string? Header(this JsonNode message, string name) =>
        message["headers"]!.AsArray().Where(header => (string?)header![0] == name).Select(header => (string?)header![1]).SingleOrDefault();
}
