using System.Globalization;
using System.Text;

namespace Briefing.Worker.Configuration;

/// <summary>
/// Reads JSON (RFC 8259) with comments (// and /* */) and trailing commas, keeps where every value stands, and says in plain
/// words what is wrong. It goes on after a forgotten comma, so that one run shows more than one fault.
/// </summary>
internal sealed class ConfigurationParser
{
    private const int MaximumDepth = 32;
    private readonly string _text;
    private readonly Action<FilePosition, string> _report;
    private readonly List<int> _lineStarts = [0];
    private int _at;

    private ConfigurationParser(string text, Action<FilePosition, string> report)
    {
        _text = text;
        _report = report;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
                _lineStarts.Add(at + 1);
        }
    }

    /// <summary>The file's value; null where it cannot be read, and then at least one fault was reported.</summary>
    public static ConfigurationNode? Parse(string text, Action<FilePosition, string> report)
    {
        var parser = new ConfigurationParser(text, report);
        try
        {
            var node = parser.Value(depth: 0);
            parser.SkipSpace();
            if (parser._at < text.Length)
                throw parser.Unexpected("The file should end here");
            return node;
        }
        catch (SyntaxFault fault)
        {
            report(parser.PositionOf(fault.At), fault.Message);
            return null;
        }
    }

    private ConfigurationNode Value(int depth)
    {
        SkipSpace();
        if (depth > MaximumDepth)
            throw new SyntaxFault(_at, $"Values are nested more than {MaximumDepth} deep.");
        if (_at >= _text.Length)
            throw new SyntaxFault(_at, "The file ends where a value should stand.");
        var start = PositionOf(_at);
        return _text[_at] switch
        {
            '{' => Group(start, depth),
            '[' => List(start, depth),
            '"' => ConfigurationNode.Scalar(ConfigurationNodeKind.Text, start, Text()),
            '-' or (>= '0' and <= '9') => Number(start),
            _ => Word(start),
        };
    }

    private ConfigurationNode Group(FilePosition start, int depth)
    {
        var members = new List<ConfigurationMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var open = _at++;
        while (!Closes('}', open, members.Count > 0))
        {
            if (_text[_at] != '"')
                throw Unexpected("A member's name in double quotes should stand here");
            var position = PositionOf(_at);
            var name = Text();
            SkipSpace();
            if (_at >= _text.Length || _text[_at] != ':')
                throw Unexpected($"A colon should follow \"{name}\"");
            _at++;
            if (!names.Add(name))
                _report(position, $"\"{name}\" is given twice here.");
            members.Add(new ConfigurationMember(name, position, Value(depth + 1)));
        }

        return new ConfigurationNode(ConfigurationNodeKind.Group, start, "", [], members);
    }

    private ConfigurationNode List(FilePosition start, int depth)
    {
        var items = new List<ConfigurationNode>();
        var open = _at++;
        while (!Closes(']', open, items.Count > 0))
            items.Add(Value(depth + 1));
        return new ConfigurationNode(ConfigurationNodeKind.List, start, "", items, []);
    }

    /// <summary>Steps over a comma; true when the bracket closes here.</summary>
    private bool Closes(char bracket, int open, bool needsComma)
    {
        var end = _at;
        SkipSpace();
        if (needsComma && _at < _text.Length && _text[_at] == ',')
        {
            _at++;
            needsComma = false;
            SkipSpace();
        }

        if (_at >= _text.Length)
            throw new SyntaxFault(open, $"The '{_text[open]}' that opens here is never closed with '{bracket}'.");
        if (_text[_at] == bracket)
        {
            _at++;
            return true;
        }

        if (_text[_at] is ',' or '}' or ']' or ':')
            throw Unexpected($"A value or '{bracket}' should stand here");
        if (needsComma)
            _report(PositionOf(end), "A comma is missing here.");
        return false;
    }

    private string Text()
    {
        var open = _at++;
        var builder = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length || _text[_at] == '\n')
                throw new SyntaxFault(open, "The text that opens here is not closed with a double quote on its line.");
            var c = _text[_at++];
            if (c == '"')
                return builder.ToString();
            builder.Append(c == '\\' ? Escape() : c);
        }
    }

    private char Escape()
    {
        var c = _at < _text.Length ? _text[_at++] : '\n';
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 <= _text.Length
                && ushort.TryParse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default:
                throw new SyntaxFault(_at - 2, "A backslash in a text must be written twice (\\\\), unless it begins \\\", \\n, \\t or \\u with four digits.");
        }
    }

    private ConfigurationNode Number(FilePosition start)
    {
        var from = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
            _at++;
        var number = _text[from.._at];
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            throw new SyntaxFault(from, $"\"{number}\" is no number; a text needs double quotes.");
        return ConfigurationNode.Scalar(ConfigurationNodeKind.Number, start, number);
    }

    private ConfigurationNode Word(FilePosition start)
    {
        var from = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-'))
            _at++;
        return _text[from.._at] switch
        {
            "true" => ConfigurationNode.Scalar(ConfigurationNodeKind.True, start),
            "false" => ConfigurationNode.Scalar(ConfigurationNodeKind.False, start),
            "null" => ConfigurationNode.Scalar(ConfigurationNodeKind.Null, start),
            "" => throw Unexpected("A value should stand here"),
            var word => throw new SyntaxFault(from, $"{word} is no value; a text needs double quotes: \"{word}\"."),
        };
    }

    private void SkipSpace()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
                _at++;
            else if (Opens("//"))
                _at = EndOf("\n", _text.Length);
            else if (Opens("/*"))
                _at = EndOf("*/", -1);
            else
                return;
        }
    }

    private bool Opens(string comment) => string.CompareOrdinal(_text, _at, comment, 0, comment.Length) == 0;

    private int EndOf(string closing, int otherwise)
    {
        var found = _text.IndexOf(closing, _at + 1, StringComparison.Ordinal);
        if (found >= 0)
            return found + closing.Length;
        return otherwise >= 0 ? otherwise : throw new SyntaxFault(_at, "The comment that opens here is never closed with */.");
    }

    private SyntaxFault Unexpected(string wanted) =>
        new(_at, _at >= _text.Length ? $"{wanted}, but the file ends." : $"{wanted}, not '{_text[_at]}'.");

    private FilePosition PositionOf(int at)
    {
        var line = _lineStarts.BinarySearch(at);
        if (line < 0)
            line = ~line - 1;
        return new FilePosition(line + 1, at - _lineStarts[line] + 1);
    }

    private sealed class SyntaxFault(int at, string message) : Exception(message)
    {
        public int At { get; } = at;
    }
}

internal enum ConfigurationNodeKind
{
    Null,
    True,
    False,
    Number,
    Text,
    List,
    Group,
}

/// <summary>A JSON value with the place it stands at.</summary>
/// <param name="Text">The string, or a number as written; empty for other kinds.</param>
/// <param name="Items">A list's values.</param>
/// <param name="Members">A group's members, in the order written; the parser keeps repeated names for the fault's sake.</param>
internal sealed record ConfigurationNode(
    ConfigurationNodeKind Kind,
    FilePosition Position,
    string Text,
    IReadOnlyList<ConfigurationNode> Items,
    IReadOnlyList<ConfigurationMember> Members)
{
    public static ConfigurationNode Scalar(ConfigurationNodeKind kind, FilePosition position, string text = "") =>
        new(kind, position, text, [], []);

    /// <summary>What stands here, with its article: "a text", "a list".</summary>
    public string Described => Kind switch
    {
        ConfigurationNodeKind.Null => "null",
        ConfigurationNodeKind.True => "true",
        ConfigurationNodeKind.False => "false",
        ConfigurationNodeKind.Number => $"the number {Text}",
        ConfigurationNodeKind.Text => $"the text \"{Text}\"",
        ConfigurationNodeKind.List => "a list",
        _ => "a group of members",
    };

    /// <summary>The value of a member or the item of a list; null where there is none.</summary>
    /// <param name="steps">Member names and list indices, outermost first.</param>
    public ConfigurationNode? Find(params ReadOnlySpan<object> steps)
    {
        var node = this;
        foreach (var step in steps)
        {
            node = step switch
            {
                int index => index < node.Items.Count ? node.Items[index] : null,
                string name => node.Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal))?.Value,
                _ => null,
            };
            if (node is null)
                return null;
        }

        return node;
    }
}

internal sealed record ConfigurationMember(string Name, FilePosition Position, ConfigurationNode Value);
