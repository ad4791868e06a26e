namespace Briefing.Core.Matching;

/// <summary>
/// One word of an article in 32 bits: what matching and story-finding keep of a text. From the lowest bit: spelling changed
/// by folding, capitalised inside a sentence, begins with a digit; the other 29 bits are a hash of the folded word.
/// </summary>
/// <remarks>
/// The same on every machine. Two different words share a key once in 2^29: with a vocabulary of 100,000 words some nine
/// pairs do, which moves a measured overlap by less than rounding.
/// </remarks>
public static class WordCode
{
    private const uint RespeltBit = 1;
    private const uint CapitalizedBit = 2;
    private const uint NumberBit = 4;
    private const int KeyShift = 3;

    /// <summary>Equal for words that fold alike.</summary>
    public static uint Key(uint code) => code >> KeyShift;

    /// <summary>The folded form is not the printed one: a British spelling, or a word that the same rules touch.</summary>
    public static bool IsRespelt(uint code) => (code & RespeltBit) != 0;

    /// <summary>Capitalised where no sentence begins (where one does, the case tells nothing): a name, mostly.</summary>
    public static bool IsCapitalized(uint code) => (code & CapitalizedBit) != 0;

    public static bool IsNumber(uint code) => (code & NumberBit) != 0;

    /// <summary>A name or a number: what two texts of the same shape differ in when they tell of different things.</summary>
    public static bool IsFact(uint code) => (code & (CapitalizedBit | NumberBit)) != 0;

    internal static uint Of(ulong hash, bool respelt) =>
        ((uint)(hash >> 35) << KeyShift) | (respelt ? RespeltBit : 0);

    internal static uint Capitalized(uint code) => code | CapitalizedBit;

    internal static uint Number(uint code) => code | NumberBit;
}
