namespace Briefing.Storage;

/// <summary>How an enum's values are written in columns, in files and to people, and read again. Pinned by tests: databases outlive programs.</summary>
/// <param name="what">What is told of a word that none of them has: "state of a delivery".</param>
/// <param name="words">Every value has one of its own.</param>
internal sealed class StoredWords<T>(string what, params (T Value, string Word)[] words)
    where T : struct, Enum
{
    public string Of(T value)
    {
        foreach (var pair in words)
        {
            if (EqualityComparer<T>.Default.Equals(pair.Value, value))
                return pair.Word;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, $"There is no word for this {what}.");
    }

    /// <summary>Null when it is no value's word.</summary>
    public T? Find(string word)
    {
        foreach (var pair in words)
        {
            if (pair.Word == word)
                return pair.Value;
        }

        return null;
    }

    /// <exception cref="StorageException">It is no value's word.</exception>
    public T ValueOf(string word) => Find(word) ?? throw new StorageException($"the database has the unknown {what} \"{word}\"");
}
