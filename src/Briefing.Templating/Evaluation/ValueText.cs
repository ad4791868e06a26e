using System.Collections;
using System.Globalization;
using System.Text;
using Briefing.Templating.BuiltIns;
using Briefing.Templating.Functions;
using Briefing.Templating.Lexing;
using Briefing.Templating.Values;

namespace Briefing.Templating.Evaluation;

/// <summary>The text of a value as it is printed or joined to another text.</summary>
internal sealed class ValueText
{
    // Scriban's ObjectRecursionLimit.
    private const int DeepestNesting = 20;

    private readonly RenderContext _context;
    private readonly SourceSpan _span;
    private readonly StringBuilder _builder = new();
    private int _depth;

    private ValueText(RenderContext context, SourceSpan span)
    {
        _context = context;
        _span = span;
    }

    /// <summary>The text; null for null and <c>empty</c>.</summary>
    public static string? Of(RenderContext context, SourceSpan span, object? value)
    {
        switch (value)
        {
            case null or EmptyObject:
                return null;
            case string text:
                return text;
            case int number:
                return number.ToString(CultureInfo.InvariantCulture);
        }

        var writer = new ValueText(context, span);
        writer.Append(value, nested: false);
        return writer._builder.ToString();
    }

    /// <summary>What an interpolated string shows: .NET's own text, so <c>True</c> for true.</summary>
    public static string? Plain(object? value) => value switch
    {
        null => null,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>With the escapes that a string literal needs.</summary>
    public static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length + 2);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append(@"\\"),
                '\a' => builder.Append("\\a"),
                '\b' => builder.Append("\\b"),
                '\t' => builder.Append("\\t"),
                '\r' => builder.Append("\\r"),
                '\v' => builder.Append("\\v"),
                '\f' => builder.Append("\\f"),
                '\n' => builder.Append("\\n"),
                < ' ' => builder.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture)),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }

    private void Append(object? value, bool nested)
    {
        if (++_depth > DeepestNesting)
            throw _span.Error("Structure is too deeply nested or contains reference loops.");
        switch (value)
        {
            case string text:
                _builder.Append(nested ? '"' + Escape(text) + '"' : text);
                break;
            case null or EmptyObject:
                _builder.Append(nested ? "null" : null);
                break;
            case bool truth:
                _builder.Append(truth ? "true" : "false");
                break;
            case DateTime date when _context.Scopes.GetGlobal("date") is DateBuiltIns dates:
                _builder.Append(dates.Format(date));
                break;
            case ScriptObject members:
                AppendMembers(members);
                break;
            case IFormattable or char:
                _builder.Append(Plain(value));
                break;
            case EncodedText or LoopState:
                _builder.Append(value);
                break;
            case IEnumerable items:
                AppendItems(Sequences.Of(items)!);
                break;
            default:
                AppendOther(value);
                break;
        }

        _depth--;
        _context.CheckLength(_span, _builder.Length);
    }

    private void AppendMembers(ScriptObject members)
    {
        _builder.Append('{');
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            _builder.Append(isFirst ? null : ", ").Append(IsSimple(name) ? name : '"' + Escape(name) + '"').Append(": ");
            Append(value, nested: true);
            isFirst = false;
        }

        _builder.Append('}');
    }

    private void AppendItems(IEnumerable<object?> items)
    {
        _builder.Append('[');
        var isFirst = true;
        foreach (var item in items)
        {
            _builder.Append(isFirst ? null : ", ");
            Append(item, nested: true);
            isFirst = false;
        }

        _builder.Append(']');
    }

    private void AppendOther(object value)
    {
        if (value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            Append(ScriptObject.From(value), nested: true);
        else if (value is IScriptFunction and not DefinedFunction)
            _builder.Append("<function>");
        else
            _builder.Append(value);
    }

    private static bool IsSimple(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
