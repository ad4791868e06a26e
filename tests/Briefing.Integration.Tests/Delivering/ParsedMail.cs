using System.Text.Json.Nodes;
using Briefing.Integration.Tests.Mail;

namespace Briefing.Integration.Tests.Delivering;

/// <summary>A mail in the pickup folder, as another implementation reads it.</summary>
internal sealed record ParsedMail(JsonNode Message)
{
    /// <summary>On one line: where it is broken is the layout's affair.</summary>
    public string Text => string.Join(' ', PartOf("text/plain").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Html => PartOf("text/html");

    /// <summary>The names of what is attached.</summary>
    public IEnumerable<string?> Attached => Leaves(Message["body"]!).Select(part => (string?)part["file"]).Where(name => name is not null);

    public static ParsedMail Read(string path) => new(ParsedMessage.Of(File.ReadAllBytes(path)));

    public string Header(string name) => Message.Header(name) ?? "";

    private string PartOf(string type) => (string)Leaves(Message["body"]!).Single(part => (string?)part["type"] == type)["text"]!;

    private static IEnumerable<JsonNode> Leaves(JsonNode part) =>
        part["parts"]!.AsArray() is { Count: > 0 } parts ? parts.SelectMany(inner => Leaves(inner!)) : [part];
}
