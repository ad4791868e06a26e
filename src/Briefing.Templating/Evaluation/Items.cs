using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;
using Briefing.Templating.Values;

namespace Briefing.Templating.Evaluation;

/// <summary><c>owner[key]</c>: items of lists and strings by number, from the end where it is negative; members of all else by name.</summary>
internal static class Items
{
    public static object? Get(RenderContext context, Node place, object owner, object key, SourceSpan keySpan)
    {
        if (owner is string text)
            return CharacterAt(place, text, Conversions.ToInt(keySpan, key));
        if (IsByNumber(owner, key))
            return Sequences.ItemAt(owner, FromEnd(owner, Conversions.ToInt(keySpan, key)));
        if (Numbers.IsPrimitive(owner))
            throw place.Error($"Cannot index the {TypeNames.Of(owner)} primitive `{ValueText.Plain(owner)}`.");
        if (owner is not ScriptObject && Members.ReaderOf(owner) is { } reader)
            return reader.TryGet(owner, key, out var found) ? found : null;
        return Members.Get(place.Span, owner, ValueText.Of(context, keySpan, key) ?? string.Empty);
    }

    public static void Set(RenderContext context, Node place, object owner, object key, SourceSpan keySpan, object? value)
    {
        if (owner is ScriptArray array && IsByNumber(owner, key))
        {
            var index = FromEnd(array, Conversions.ToInt(keySpan, key));
            context.CheckItems(keySpan, index);
            array[index] = value;
            return;
        }

        if (owner is not string && !IsByNumber(owner, key) && Members.TrySet(owner, ValueText.Of(context, keySpan, key) ?? string.Empty, value))
            return;
        throw keySpan.Error($"Cannot set a value for the readonly member `{key}` in the indexer: {place}");
    }

    private static bool IsByNumber(object owner, object key) => Sequences.IsList(owner) && !(owner is ScriptArray && key is string);

    private static int FromEnd(object list, int index) => index < 0 ? index + Sequences.CountOf(list) : index;

    private static string? CharacterAt(Node place, string text, int index)
    {
        var at = index < 0 ? index + text.Length : index;
        if (at >= text.Length)
            throw place.Error("Unexpected exception while accessing target expression: Index was outside the bounds of the string.");
        return at < 0 ? null : text[at].ToString();
    }
}
