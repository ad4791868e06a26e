namespace Briefing.Core.Language;

/// <param name="Code">ISO 639-1; null where the text gives no hold (too short, only names, an unknown language).</param>
/// <param name="Confidence">0 to 1: share of the evidence that speaks for the language, damped for short texts.</param>
public readonly record struct LanguageGuess(string? Code, double Confidence)
{
    public static readonly LanguageGuess Unknown = new(null, 0);
}
