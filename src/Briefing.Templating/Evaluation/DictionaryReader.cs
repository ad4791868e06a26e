using System.Collections;
using System.Globalization;

namespace Briefing.Templating.Evaluation;

/// <summary>Looks up entries in dictionaries of any key and value type.</summary>
internal abstract class DictionaryReader
{
    /// <summary>The reader for a type of dictionary; null for a type that is none.</summary>
    public static DictionaryReader? For(Type type)
    {
        var generic = type.GetInterfaces().FirstOrDefault(face => IsGeneric(face, typeof(IReadOnlyDictionary<,>)));
        if (generic is not null)
            return (DictionaryReader)Activator.CreateInstance(typeof(Generic<,>).MakeGenericType(generic.GetGenericArguments()))!;
        return typeof(IDictionary).IsAssignableFrom(type) ? new Untyped() : null;
    }

    public abstract IEnumerable<string> Keys(object dictionary);

    /// <param name="dictionary">The dictionary.</param>
    /// <param name="key">As the template gives it: a text is turned into the dictionary's type of key where it can be.</param>
    /// <param name="value">Null where there is none.</param>
    public abstract bool TryGet(object dictionary, object key, out object? value);

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static string TextOf(object? key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? string.Empty;

    private sealed class Generic<TKey, TValue> : DictionaryReader
    {
        public override IEnumerable<string> Keys(object dictionary) => ((IReadOnlyDictionary<TKey, TValue>)dictionary).Keys.Select(key => TextOf(key));

        public override bool TryGet(object dictionary, object key, out object? value)
        {
            value = null;
            if (!TryConvert(key, out var typed) || !((IReadOnlyDictionary<TKey, TValue>)dictionary).TryGetValue(typed, out var found))
                return false;
            value = found;
            return true;
        }

        private static bool TryConvert(object key, out TKey typed)
        {
            typed = default!;
            try
            {
                if (key is TKey same)
                    typed = same;
                else if (typeof(TKey) == typeof(string))
                    typed = (TKey)(object)TextOf(key);
                else if (typeof(TKey).IsEnum)
                    typed = (TKey)Enum.Parse(typeof(TKey), TextOf(key));
                else
                    typed = (TKey)Convert.ChangeType(key, typeof(TKey), CultureInfo.InvariantCulture);
                return true;
            }
            catch (Exception fault) when (fault is InvalidCastException or FormatException or OverflowException or ArgumentException)
            {
                return false;
            }
        }
    }

    private sealed class Untyped : DictionaryReader
    {
        public override IEnumerable<string> Keys(object dictionary) => ((IDictionary)dictionary).Keys.Cast<object>().Select(TextOf);

        public override bool TryGet(object dictionary, object key, out object? value)
        {
            var entries = (IDictionary)dictionary;
            value = entries.Contains(key) ? entries[key] : null;
            return entries.Contains(key);
        }
    }
}
