using System.Collections.Frozen;

namespace Briefing.Core.Text;

/// <summary>
/// The two states that a headline names, and those that the article's opening names. A meeting, a treaty or a quarrel is known by
/// its two parties: accounts that have other parties report another event, be their words ever so alike.
/// </summary>
/// <param name="One">The number of the first party; 0 where the headline does not name two states side by side ("Britain, Japan") and no other: "British climber dies in New Zealand" names no two parties.</param>
/// <param name="Named">Of all states named, one bit for the number by 64: a bit that is not set says that the state is not named.</param>
/// <param name="AreMixed">Whether articles with different parties have been put together.</param>
internal readonly record struct HeadlineParties(byte One, byte Other, ulong Named, bool AreMixed = false)
{
    private const int OpeningWords = 80;
    private const int LongestName = 24;

    private static readonly FrozenDictionary<string, byte> Numbers = Countries.Numbered.ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> ByName = Numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    private bool HasParties => One != 0 && !AreMixed;

    private ulong Parties => BitOf(One) | BitOf(Other);

    public static HeadlineParties Of(ReadOnlySpan<char> headline, ReadOnlySpan<char> text)
    {
        var (first, second, others, named) = ((byte)0, (byte)0, false, 0UL);
        var reader = new Reader(headline);
        while (reader.Next(int.MaxValue) is var state and not 0)
        {
            named |= BitOf(state);
            if (first == 0)
                first = state;
            else if (second == 0 && state != first && reader.IsJoined)
                second = state;
            else
                others |= state != first && state != second;
        }

        reader = new Reader(text);
        while (reader.Next(OpeningWords) is var state and not 0)
            named |= BitOf(state);
        return second != 0 && !others
            ? new HeadlineParties(Math.Min(first, second), Math.Max(first, second), named)
            : new HeadlineParties(0, 0, named);
    }

    /// <summary>What is known of both together.</summary>
    public HeadlineParties Plus(in HeadlineParties other)
    {
        var named = Named | other.Named;
        if (One == 0 || other.One == 0)
            return (One == 0 ? other : this) with { Named = named, AreMixed = AreMixed || other.AreMixed };
        return this with { Named = named, AreMixed = AreMixed || other.AreMixed || One != other.One || Other != other.Other };
    }

    /// <summary>Whether each has a party that the other does not even name.</summary>
    public bool AreOthersThan(in HeadlineParties other) =>
        HasParties && other.HasParties && (Parties & ~other.Named) != 0 && (other.Parties & ~Named) != 0;

    private static ulong BitOf(byte state) => state == 0 ? 0 : 1UL << (state & 63);

    // Capitalized words of one text, one after the other, and with each the word before it.
    private ref struct Reader(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;
        private int _read;
        private int _end;

        /// <summary>Whether nothing but a comma, a dash or "and" stands between this state and the one before.</summary>
        public bool IsJoined { get; private set; }

        /// <summary>The number of the next state named; 0 where there is none among so many words.</summary>
        public byte Next(int words)
        {
            Span<char> name = stackalloc char[(2 * LongestName) + 1];
            for (var span = Tokenizer.NextWord(_text, _at); span.Length > 0 && _read < words; span = Tokenizer.NextWord(_text, _at))
            {
                (_at, _read) = (span.End, _read + 1);
                if (!char.IsUpper(_text[span.Start]) || Fold(_text[span.Start..span.End], name) is not (> 0 and var length))
                    continue;
                var next = Tokenizer.NextWord(_text, _at);
                if (next.Length > 0 && char.IsUpper(_text[next.Start]) && next.Start - span.End <= 2 && Fold(_text[next.Start..next.End], name[(length + 1)..]) is > 0 and var more)
                {
                    name[length] = ' ';
                    if (ByName.TryGetValue(name[..(length + 1 + more)], out var both))
                    {
                        (_at, _read) = (next.End, _read + 1);
                        return Found(both, span.Start);
                    }
                }

                // "us" is a state in capitals only.
                if (ByName.TryGetValue(name[..length], out var state) && (length > 2 || char.IsUpper(_text[span.Start + 1])))
                    return Found(state, span.Start);
            }

            return 0;
        }

        private byte Found(byte state, int start)
        {
            IsJoined = _end > 0 && _text[_end..start].Trim() is "," or "and" or "&" or "-" or "\u2013" or "\u2014" or "/";
            _end = _at;
            return state;
        }

        private static int Fold(ReadOnlySpan<char> word, Span<char> folded)
        {
            if (word.EndsWith("'s") || word.EndsWith("\u2019s"))
                word = word[..^2];
            if (word.Length > LongestName || word.Length > folded.Length)
                return 0;
            for (var at = 0; at < word.Length; at++)
                folded[at] = LetterFolding.FoldAccent(word[at]);
            return word.Length;
        }
    }
}
