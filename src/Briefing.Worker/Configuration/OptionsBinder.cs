using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Briefing.Core.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Worker.Configuration;

/// <summary>
/// Fills option records from a parsed file. The records declare everything: names, types, defaults, what is required, ranges.
/// A value with a fault is reported and left at its default, so that one run shows every fault.
/// </summary>
internal sealed class OptionsBinder(Action<FilePosition, string> report)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>The member every file may carry for the editor's sake; it names the file's schema.</summary>
    private const string SchemaMember = "$schema";

    public T Bind<T>(ConfigurationNode node)
        where T : class =>
        (T)Group(typeof(T), node, "The file", isRoot: true);

    private object Group(Type type, ConfigurationNode node, string named, bool isRoot = false)
    {
        var options = Activator.CreateInstance(type)!;
        if (type.GetCustomAttribute<ShortFormAttribute>() is { } shortForm && node.Kind == ConfigurationNodeKind.Text)
        {
            var member = type.GetProperty(shortForm.Member)!;
            if (!member.PropertyType.IsEnum)
                Set(options, member, node);
            else if (Choice(member.PropertyType, named, node) is { } choice)
                member.SetValue(options, choice);
            return options;
        }

        if (node.Kind != ConfigurationNodeKind.Group)
        {
            report(node.Position, $"{named} should be a group of members in braces, not {node.Described}.");
            return options;
        }

        var properties = type.GetProperties().Where(property => property.SetMethod is not null).ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            if (properties.TryGetValue(member.Name, out var property))
                Set(options, property, member.Value);
            else if (!isRoot || !string.Equals(member.Name, SchemaMember, StringComparison.Ordinal))
                report(member.Position, UnknownMember(member.Name, properties.Keys));
        }

        foreach (var (name, property) in properties)
        {
            if (property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) && node.Find(name) is null)
                report(node.Position, $"\"{name}\" is missing here.");
        }

        return options;
    }

    private void Set(object options, PropertyInfo property, ConfigurationNode node)
    {
        if (node.Kind == ConfigurationNodeKind.Null && MayBeNull(property))
            property.SetValue(options, null);
        else if (Value(property.PropertyType, property, node) is { } value)
            property.SetValue(options, value);
    }

    private object? Value(Type declared, PropertyInfo property, ConfigurationNode node)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return Text(property, node);
        if (type == typeof(bool))
            return Flag(property, node);
        if (type == typeof(int) || type == typeof(double))
            return Number(type, property, node);
        if (type == typeof(LocalTime))
            return Parsed(LocalTimePattern.CreateWithInvariantCulture("HH:mm"), "a time of day such as \"06:30\"", property, node);
        if (type == typeof(LocalDate))
            return Date(property, node);
        if (type == typeof(RelativeTime))
            return Parsed(RelativeTimePattern.Instance, "a time of day such as \"06:10\" or a distance such as \"20 min\" or \"4 h\"", property, node);
        if (type.IsEnum)
            return Choice(type, Quoted(property), node);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? List(type.GetGenericArguments()[0], property, node, isOuter: true)
            : Group(type, node, Quoted(property));
    }

    private string? Text(PropertyInfo property, ConfigurationNode node)
    {
        if (node.Kind != ConfigurationNodeKind.Text)
            return Refuse<string>(node, $"{Quoted(property)} should be a text in double quotes, not {node.Described}.");
        var size = property.PropertyType == typeof(string) ? property.GetCustomAttribute<SizeAttribute>() : null;
        if (string.IsNullOrWhiteSpace(node.Text) && size is not { Least: 0 })
            return Refuse<string>(node, $"{Quoted(property)} is empty.");
        if (size is not null && (node.Text.Length < size.Least || node.Text.Length > size.Most))
            return Refuse<string>(node, $"{Quoted(property)} should have {Range(size.Least, size.Most)} characters, not {node.Text.Length}.");
        if (property.IsDefined(typeof(IdentifierAttribute)) && !IsIdentifier(node.Text))
            return Refuse<string>(node, $"{Quoted(property)} should be lower-case letters, digits and single hyphens (\"china-trip\"), not \"{node.Text}\".");
        return node.Text;
    }

    private object? Flag(PropertyInfo property, ConfigurationNode node) => node.Kind switch
    {
        ConfigurationNodeKind.True => true,
        ConfigurationNodeKind.False => false,
        _ => Refuse<object>(node, $"{Quoted(property)} should be true or false, not {node.Described}."),
    };

    private object? Number(Type type, PropertyInfo property, ConfigurationNode node)
    {
        var within = property.GetCustomAttribute<WithinAttribute>();
        var wanted = (type == typeof(int) ? "a whole number" : "a number")
            + (within is null ? "" : $" from {within.Least.ToString(CultureInfo.InvariantCulture)} to {within.Most.ToString(CultureInfo.InvariantCulture)}");
        if (node.Kind != ConfigurationNodeKind.Number
            || !double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || (type == typeof(int) && (number != Math.Floor(number) || Math.Abs(number) > int.MaxValue))
            || (within is not null && (number < within.Least || number > within.Most)))
        {
            return Refuse<object>(node, $"{Quoted(property)} should be {wanted}, not {node.Described}.");
        }

        return type == typeof(int) ? (object)(int)number : number;
    }

    private object? Date(PropertyInfo property, ConfigurationNode node) =>
        Parsed(LocalDatePattern.Iso, "a date such as \"2026-03-10\"", property, node);

    private object? Parsed<T>(IPattern<T> pattern, string wanted, PropertyInfo property, ConfigurationNode node)
    {
        if (node.Kind == ConfigurationNodeKind.Text && pattern.Parse(node.Text) is { Success: true } parsed)
            return parsed.Value;
        return Refuse<object>(node, $"{Quoted(property)} should be {wanted}, not {node.Described}.");
    }

    private object? Choice(Type type, string named, ConfigurationNode node)
    {
        var names = Enum.GetNames(type).Select(Hyphenated).ToArray();
        var chosen = node.Kind == ConfigurationNodeKind.Text ? Array.IndexOf(names, node.Text) : -1;
        if (chosen >= 0)
            return Enum.GetValues(type).GetValue(chosen);
        var choices = string.Join(", ", names.Select(name => $"\"{name}\""));
        return Refuse<object>(node, $"{named} should be {(names.Length == 1 ? choices : "one of " + choices)}, not {node.Described}.");
    }

    private object? List(Type itemType, PropertyInfo property, ConfigurationNode node, bool isOuter)
    {
        if (node.Kind != ConfigurationNodeKind.List)
            return Refuse<object>(node, $"{Quoted(property)} should be a list in square brackets, not {node.Described}.");
        if (isOuter && property.GetCustomAttribute<SizeAttribute>() is { } size && (node.Items.Count < size.Least || node.Items.Count > size.Most))
            report(node.Position, $"{Quoted(property)} should have {Range(size.Least, size.Most)} items, not {node.Items.Count}.");
        else if (!isOuter && node.Items.Count == 0)
            report(node.Position, $"A group in {Quoted(property)} is empty.");

        var items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        foreach (var item in node.Items)
        {
            // A refused item keeps its place, so that the places of the items after it stay true.
            items.Add(itemType.IsGenericType
                ? List(itemType.GetGenericArguments()[0], property, item, isOuter: false) ?? ImmutableArray<string>.Empty
                : Item(itemType, property, item));
        }

        return typeof(OptionsBinder).GetMethod(nameof(Frozen), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(itemType).Invoke(null, [items]);
    }

    private object Item(Type type, PropertyInfo property, ConfigurationNode node)
    {
        if (type == typeof(LocalDate))
            return Date(property, node) ?? default(LocalDate);
        return type == typeof(string) ? Text(property, node) ?? "" : Group(type, node, $"An item of {Quoted(property)}");
    }

    private static ImmutableArray<T> Frozen<T>(List<T> items) => [.. items];

    private T? Refuse<T>(ConfigurationNode node, string message)
        where T : class
    {
        report(node.Position, message);
        return null;
    }

    private static bool MayBeNull(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (!property.PropertyType.IsValueType && Nullability.Create(property).WriteState == NullabilityState.Nullable);

    private static bool IsIdentifier(string text) =>
        text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal)
        && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static string UnknownMember(string name, ICollection<string> known)
    {
        var nearest = NearestName.Of(name, known);
        return nearest is not null
            ? $"\"{name}\" is not known here. Did you mean \"{nearest}\"?"
            : $"\"{name}\" is not known here. Known are {string.Join(", ", known)}.";
    }

    private static string Quoted(PropertyInfo property) => $"\"{NameOf(property)}\"";

    private static string NameOf(PropertyInfo property) => CamelCase(property.Name);

    private static string Hyphenated(string name) =>
        string.Concat(name.Select((c, at) => char.IsAsciiLetterUpper(c) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Range(int least, int most) => least == most ? $"exactly {least}" : $"{least} to {most}";
}

/// <summary>The values a number may take, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WithinAttribute(double least, double most) : Attribute
{
    public double Least { get; } = least;

    public double Most { get; } = most;
}

/// <summary>How many characters a text, or items a list, may have, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SizeAttribute(int least, int most) : Attribute
{
    public int Least { get; } = least;

    public int Most { get; } = most;
}

/// <summary>A text of lower-case letters, digits and single hyphens.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdentifierAttribute : Attribute;

/// <summary>A group of this type may be written as a bare text, which is then the named member.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShortFormAttribute(string member) : Attribute
{
    public string Member { get; } = member;
}

/// <summary>Finds what a mistyped name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>The candidate fewest edits away, at most a third of the name's letters; null where none is that near.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < least)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    // Optimal string alignment: insertions, deletions, substitutions and neighbours swapped count one each.
    private static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            distances[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            distances[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = left[i - 1] == right[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + changed);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    best = Math.Min(best, distances[i - 2, j - 2] + 1);
                distances[i, j] = best;
            }
        }

        return distances[left.Length, right.Length];
    }
}
