using System.Collections.Immutable;

namespace Briefing.Worker.Mailing.Bounces;

/// <summary>A media type with its parameters (RFC 2045, 5.1).</summary>
/// <param name="Name">"multipart/report", in small letters.</param>
/// <param name="Parameters">Names in small letters; the first of each name. RFC 2231's pieces are not put together.</param>
internal sealed record ContentType(string Name, ImmutableDictionary<string, string> Parameters)
{
    private const int MostParameters = 30;

    private static readonly ContentType Unsaid = new("text/plain", ImmutableDictionary<string, string>.Empty);

    /// <summary>Null where it has none.</summary>
    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    public bool IsMultipart => Name.StartsWith("multipart/", StringComparison.Ordinal);

    /// <param name="field">Null where there is no such field.</param>
    public static ContentType Read(string? field)
    {
        if (string.IsNullOrWhiteSpace(field))
            return Unsaid;
        var pieces = Pieces(field);
        var parameters = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var piece in pieces.Skip(1).Take(MostParameters))
        {
            if (piece.IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
                parameters.TryAdd(piece[..equals].Trim().ToLowerInvariant(), Unquoted(piece[(equals + 1)..].Trim()));
        }

        return new ContentType(pieces[0].Trim().ToLowerInvariant(), parameters.ToImmutable());
    }

    // At semicolons that stand in no quotation.
    private static List<string> Pieces(string field)
    {
        var pieces = new List<string>();
        var (start, quoted) = (0, false);
        for (var at = 0; at < field.Length; at++)
        {
            if (field[at] == '\\' && quoted)
                at++;
            else if (field[at] == '"')
                quoted = !quoted;
            else if (field[at] == ';' && !quoted)
            {
                pieces.Add(field[start..at]);
                start = at + 1;
            }
        }

        pieces.Add(field[start..]);
        return pieces;
    }

    private static string Unquoted(string value) =>
        value is ['"', .. var inner, '"'] ? inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal)
        // A comment may follow, though it hardly ever does.
        : value.Split(' ', 2)[0];
}
