using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using MimeKit;
using MimeKit.Utils;

namespace Briefing.Worker.Mail.Returned;

/// <summary>Header fields as received, unfolded (RFC 5322, 2.2.3). Names are compared without regard to case.</summary>
internal sealed class ReceivedFields(ImmutableArray<(string Name, string Value)> fields)
{
    /// <summary>More fields are not read.</summary>
    private const int MaxFields = 300;

    /// <summary>Octets or characters; what a longer field has beyond is cut off.</summary>
    private const int MaxLength = 8192;

    private const int MaxNameLength = 100;

    public bool IsEmpty => fields.IsEmpty;

    /// <summary>The first of this name; null where there is none.</summary>
    public string? this[string name] => fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The same with its encoded words decoded (RFC 2047): some programs write a long subject so, though it is ASCII.</summary>
    public string? Decoded(string name) => this[name] is { } value ? Rfc2047.DecodeText(Encoding.UTF8.GetBytes(value)) : null;

    /// <summary>The fields that MimeKit found.</summary>
    public static ReceivedFields Of(HeaderList headers) =>
        new([.. headers.Take(MaxFields).Where(header => header.Field.Length <= MaxNameLength).Select(header => (header.Field.Trim(), ValueOf(header.RawValue)))]);

    /// <summary>
    /// The fields that a text opens with. What some programs put among them ends them for MimeKit and not here: they are often the only
    /// place where an address stands.
    /// </summary>
    public static ReceivedFields Read(string text) => Groups(text) is [var first, ..] ? first : new ReceivedFields([]);

    /// <summary>The groups of fields in a text that empty lines divide; groups without a field are left out.</summary>
    public static IReadOnlyList<ReceivedFields> Groups(string text)
    {
        var groups = new List<ReceivedFields>();
        var fields = ImmutableArray.CreateBuilder<(string Name, string Value)>();
        var (name, value) = ("", new StringBuilder());
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
            {
                Close(fields, name, value);
                name = "";
                if (fields.Count > 0)
                    groups.Add(new ReceivedFields(fields.ToImmutable()));
                fields.Clear();
            }
            else if (line[0] is ' ' or '\t')
                Append(value, line);
            else if (line.IndexOf(':') is var colon and > 0)
            {
                Close(fields, name, value);
                name = line[..Math.Min(colon, MaxNameLength)].Trim().ToString();
                Append(value, line[(colon + 1)..]);
            }
        }

        Close(fields, name, value);
        if (fields.Count > 0)
            groups.Add(new ReceivedFields(fields.ToImmutable()));
        return groups;
    }

    // Lines of a folded field become one, with a space between.
    private static string ValueOf(byte[] raw)
    {
        var value = new StringBuilder();
        foreach (var line in ReceivedText.Of(raw.AsSpan(0, Math.Min(raw.Length, MaxLength))).AsSpan().EnumerateLines())
            Append(value, line);
        return value.ToString().Trim();
    }

    private static void Append(StringBuilder value, ReadOnlySpan<char> text)
    {
        var room = MaxLength - value.Length;
        if (room > 0)
            value.Append(' ').Append(text[..Math.Min(text.Length, room)].Trim());
    }

    private static void Close(ImmutableArray<(string Name, string Value)>.Builder fields, string name, StringBuilder value)
    {
        if (name.Length > 0 && fields.Count < MaxFields)
            fields.Add((name, value.ToString().Trim()));
        value.Clear();
    }
}

/// <summary>Octets as text.</summary>
internal static class ReceivedText
{
    /// <summary>UTF-8 where it is, else Latin-1: every octet is a character then. What is read of notices is ASCII in nearly all cases.</summary>
    public static string Of(ReadOnlySpan<byte> octets) =>
        Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : Encoding.Latin1.GetString(octets);
}
