using System.Collections.Concurrent;
using System.Reflection;
using Briefing.Worker.Configuration;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Briefing.Worker.Rendering.Templates;

/// <summary>
/// The members of the view models as templates name them. A member that a model does not have is a fault, not an empty text: a slip in a
/// name would otherwise leave a gap in a mail that nobody notices. Objects and lists that a template makes itself stay free.
/// </summary>
internal static class ModelMembers
{
    private static readonly ConcurrentDictionary<Type, string[]> Known = new();

    /// <summary>The names that templates use for a type's members: headline_short for HeadlineShort.</summary>
    public static string[] Of(Type type) => Known.GetOrAdd(type, static model =>
        [.. model.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).Select(StandardMemberRenamer.Rename)]);

    /// <summary>Asked by Scriban for members that it did not find: a fault where a model was asked.</summary>
    /// <exception cref="ScriptRuntimeException">The target is a view model or one of its lists.</exception>
    internal static bool Missing(TemplateContext _, SourceSpan span, object target, string member, out object? value)
    {
        value = null;
        if (target is System.Collections.IList and not ScriptArray)
            throw new ScriptRuntimeException(span, Fault(member, "a list has no such member", ["size"]));
        Require(span, target, member);
        return false;
    }

    /// <exception cref="ScriptRuntimeException">The target is a view model without this member.</exception>
    internal static void Require(SourceSpan span, object? target, string member)
    {
        if (target?.GetType() is { } type && IsModel(type) && Of(type) is var known && !known.Contains(member, StringComparer.Ordinal))
            throw new ScriptRuntimeException(span, Fault(member, $"{NameOf(type)} has no such member", known));
    }

    /// <summary>"headline_shrt: a story has no such member; did you mean headline_short?".</summary>
    internal static string Fault(string name, string reason, IEnumerable<string> known) =>
        NearestName.Of(name, known) is { } meant ? $"{name}: {reason}; did you mean {meant}?" : $"{name}: {reason}";

    private static bool IsModel(Type type) => type.Assembly == typeof(ModelMembers).Assembly && type != typeof(EncodedText);

    // "a story" for StoryModel, "an edition" for EditionModel.
    private static string NameOf(Type type)
    {
        var name = type.Name.EndsWith("Model", StringComparison.Ordinal) ? type.Name[..^"Model".Length] : type.Name;
        var words = StandardMemberRenamer.Rename(name).Replace('_', ' ');
        return (words[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + words;
    }
}
