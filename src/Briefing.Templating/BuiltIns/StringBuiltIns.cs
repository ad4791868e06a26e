using System.Globalization;
using System.Text;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Values;

namespace Briefing.Templating.BuiltIns;

/// <summary>The <c>string</c> object.</summary>
internal static class StringBuiltIns
{
    public static ScriptObject Create()
    {
        var strings = new ScriptObject();
        AddTests(strings);
        AddChanges(strings);
        AddParts(strings);
        AddConversions(strings);
        StringHashes.AddTo(strings);
        return strings;
    }

    private static void AddTests(ScriptObject strings)
    {
        strings.Add("contains", "text:text value:text", call => BothGiven(call) && call.Text(0)!.Contains(call.Text(1)!, StringComparison.Ordinal));
        strings.Add("starts_with", "text:text value:text", call => BothGiven(call) && call.Text(0)!.StartsWith(call.Text(1)!, StringComparison.Ordinal));
        strings.Add("ends_with", "text:text value:text", call => BothGiven(call) && call.Text(0)!.EndsWith(call.Text(1)!, StringComparison.Ordinal));
        strings.Add("equals_ignore_case", "text:text value:text",
            call => call.Text(0) is { } text && string.Equals(text, call.Text(1), StringComparison.OrdinalIgnoreCase));
        strings.Add("empty", "text:text", call => string.IsNullOrEmpty(call.Text(0)));
        strings.Add("whitespace", "text:text", call => string.IsNullOrWhiteSpace(call.Text(0)));
        strings.Add("size", "text:text", call => call.Text(0)?.Length ?? 0);
        strings.Add("index_of", "text:text! search:text! startIndex:int?=null count:int?=null stringComparison:text=null", IndexOf);
    }

    private static void AddChanges(ScriptObject strings)
    {
        strings.Add("append", "text:text with:text", call => Joined(call, call.Text(0), call.Text(1)));
        strings.Add("prepend", "text:text by:text", call => Joined(call, call.Text(1), call.Text(0)));
        strings.Add("capitalize", "text:text", call => Capitalize(call.Text(0)));
        strings.Add("capitalizewords", "text:text", call => CapitalizeWords(call.Text(0)));
        strings.Add("downcase", "text:text", call => call.Text(0)?.ToLowerInvariant());
        strings.Add("upcase", "text:text", call => call.Text(0)?.ToUpperInvariant());
        strings.Add("handleize", "text:text!", call => Handleize(call.Text(0)!));
        strings.Add("escape", "text:text", call => call.Text(0) is { } text ? ValueText.Escape(text) : null);
        strings.Add("literal", "text:text", call => call.Text(0) is { } text ? $"\"{ValueText.Escape(text)}\"" : null);
        strings.Add("lstrip", "text:text", call => call.Text(0)?.TrimStart());
        strings.Add("rstrip", "text:text", call => call.Text(0)?.TrimEnd());
        strings.Add("strip", "text:text", call => call.Text(0)?.Trim());
        strings.Add("strip_newlines", "text:text",
            call => (call.Text(0) ?? string.Empty).Replace("\r", string.Empty, StringComparison.Ordinal).Replace("\n", string.Empty, StringComparison.Ordinal));
        strings.Add("pad_left", "text:text width:int", call => Padded(call).PadLeft(call.Int(1)));
        strings.Add("pad_right", "text:text width:int", call => Padded(call).PadRight(call.Int(1)));
        strings.Add("remove", "text:text remove:text", call => BothGiven(call) ? call.Text(0)!.Replace(call.Text(1)!, string.Empty, StringComparison.Ordinal) : call.Text(0));
        strings.Add("remove_first", "text:text remove:text", call => BothGiven(call) ? ReplaceOne(call.Text(0)!, call.Text(1)!, string.Empty, fromEnd: false) : call.Text(0));
        strings.Add("remove_last", "text:text remove:text", call => BothGiven(call) ? ReplaceOne(call.Text(0)!, call.Text(1)!, string.Empty, fromEnd: true) : call.Text(0));
        strings.Add("replace", "text:text match:text replace:text", Replace);
        strings.Add("replace_first", "text:text match:text replace:text fromEnd:bool=false",
            call => BothGiven(call) ? Checked(call, ReplaceOne(call.Text(0)!, call.Text(1)!, call.Text(2) ?? string.Empty, (bool)call[3]!)) : call.Text(0) ?? string.Empty);
    }

    private static void AddParts(ScriptObject strings)
    {
        strings.Add("slice", "text:text start:int length:int?=null", call => Slice(call, call.Text(0) ?? string.Empty, call.Int(1), (int?)call[2]));
        strings.Add("slice1", "text:text start:int length:int=1", call => call.Int(2) <= 0 ? string.Empty : Slice(call, call.Text(0) ?? string.Empty, call.Int(1), call.Int(2)));
        strings.Add("split", "text:text match:text", Split);
        strings.Add("truncate", "text:text length:int ellipsis:text=null", call => Truncate(call.Text(0) ?? string.Empty, call.Int(1), call.Text(2) ?? "..."));
        strings.Add("truncatewords", "text:text count:int ellipsis:text=null", call => TruncateWords(call.Text(0), call.Int(1)));
        strings.Add("pluralize", "number:int singular:text plural:text", call => call.Int(0) == 1 ? call.Text(1) : call.Text(2));
    }

    private static void AddConversions(ScriptObject strings)
    {
        var culture = CultureInfo.InvariantCulture;
        const NumberStyles fraction = NumberStyles.Float | NumberStyles.AllowThousands;
        strings.Add("to_int", "text:text", call => int.TryParse(call.Text(0), NumberStyles.Integer, culture, out var number) ? number : null);
        strings.Add("to_long", "text:text", call => long.TryParse(call.Text(0), NumberStyles.Integer, culture, out var number) ? number : null);
        strings.Add("to_float", "text:text", call => float.TryParse(call.Text(0), fraction, culture, out var number) ? number : null);
        strings.Add("to_double", "text:text", call => double.TryParse(call.Text(0), fraction, culture, out var number) ? number : null);
        strings.Add("base64_encode", "text:text", call => Convert.ToBase64String(Encoding.UTF8.GetBytes(call.Text(0) ?? string.Empty)));
        strings.Add("base64_decode", "text:text", call =>
        {
            try
            {
                return Encoding.UTF8.GetString(Convert.FromBase64String(call.Text(0) ?? string.Empty));
            }
            catch (FormatException fault)
            {
                throw call.Error(fault.Message, fault);
            }
        });
    }

    private static bool BothGiven(Call call) => !string.IsNullOrEmpty(call.Text(0)) && !string.IsNullOrEmpty(call.Text(1));

    private static string Checked(Call call, string text)
    {
        call.Context.CheckLength(call.Caller, text.Length);
        return text;
    }

    private static string Joined(Call call, string? first, string? second)
    {
        call.Context.CheckLength(call.Caller, (long)(first?.Length ?? 0) + (second?.Length ?? 0));
        return first + second;
    }

    private static string Padded(Call call)
    {
        if (call.Int(1) < 0)
            throw call.Error("The width of a padded text cannot be negative.");
        call.Context.CheckLength(call.Caller, call.Int(1));
        return call.Text(0) ?? string.Empty;
    }

    private static string Capitalize(string? text) => string.IsNullOrEmpty(text) ? string.Empty : char.ToUpperInvariant(text[0]) + text[1..];

    private static string CapitalizeWords(string? text)
    {
        var builder = new StringBuilder(text);
        var startsWord = true;
        for (var at = 0; at < builder.Length; at++)
        {
            if (char.IsWhiteSpace(builder[at]))
            {
                startsWord = true;
            }
            else if (startsWord && char.IsLetter(builder[at]))
            {
                builder[at] = char.ToUpperInvariant(builder[at]);
                startsWord = false;
            }
        }

        return builder.ToString();
    }

    private static string Handleize(string text)
    {
        var builder = new StringBuilder(text.Length);
        var last = '\0';
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                builder.Append(char.ToLowerInvariant(c));
            else if (last != '-')
                builder.Append('-');
            last = char.IsLetterOrDigit(c) ? c : '-';
        }

        if (builder.Length > 0 && builder[^1] == '-')
            builder.Length--;
        return builder.ToString();
    }

    private static object Replace(Call call)
    {
        var text = call.Text(0);
        var match = call.Text(1);
        var replacement = call.Text(2) ?? string.Empty;
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        if (string.IsNullOrEmpty(match))
            throw call.Error("String cannot be of zero length. (Parameter 'match')");
        call.Context.CheckLength(call.Caller, text.Length + ((long)text.Length / match.Length * Math.Max(0, replacement.Length - match.Length)) > call.Context.Options.Limits.OutputCharacters
            ? text.Length + (Occurrences(text, match) * Math.Max(0, replacement.Length - match.Length))
            : text.Length);
        return text.Replace(match, replacement, StringComparison.Ordinal);
    }

    private static long Occurrences(string text, string match)
    {
        var count = 0L;
        for (var at = 0; (at = text.IndexOf(match, at, StringComparison.Ordinal)) >= 0; at += match.Length)
            count++;
        return count;
    }

    private static string ReplaceOne(string text, string match, string replacement, bool fromEnd)
    {
        var at = fromEnd ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase) : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + match.Length));
    }

    private static string Slice(Call call, string text, int start, int? length)
    {
        if (start >= text.Length)
            return string.Empty;
        var first = start < 0 ? (long)start + text.Length : start;
        var count = (long)(length ?? text.Length);
        if (first < 0)
        {
            count += first;
            first = 0;
            if (count <= 0)
                return string.Empty;
        }

        if (count < 0)
            throw call.Error("Length cannot be less than zero. (Parameter 'length')");
        return text.Substring((int)first, (int)Math.Min(count, text.Length - first));
    }

    private static object Split(Call call)
    {
        var text = call.Text(0) ?? string.Empty;
        if (text.Length == 0)
            return new ScriptRange([]);
        return string.IsNullOrEmpty(call.Text(1))
            ? new ScriptRange([text])
            : new ScriptRange([.. text.Split(call.Text(1), StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static string Truncate(string text, int length, string ellipsis) =>
        text.Length > length && text.Length > 0 ? string.Concat(text.AsSpan(0, Math.Max(0, length - ellipsis.Length)), ellipsis) : text;

    /// <summary>Quirk kept from Scriban: always ended by three dots, whatever the ellipsis and however short the text.</summary>
    private static string TruncateWords(string? text, int count)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        var words = new List<string>();
        var start = 0;
        while (words.Count < count && start <= text.Length)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            words.Add(text[start..end]);
            start = end;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
            if (start == end)
                break;
        }

        return string.Join(' ', words) + "...";
    }

    private static object IndexOf(Call call)
    {
        var text = call.Text(0)!;
        var start = (int?)call[2] ?? 0;
        var comparison = StringComparison.Ordinal;
        if (call.Text(4) is { } name && !Enum.TryParse(name, out comparison))
            throw call.Error($"'{name}' is not a valid stringComparison");
        try
        {
            return text.IndexOf(call.Text(1)!, start, (int?)call[3] ?? text.Length - start, comparison);
        }
        catch (ArgumentException fault)
        {
            throw call.Error(fault.Message, fault);
        }
    }
}
