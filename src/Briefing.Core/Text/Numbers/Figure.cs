using Briefing.Core.Model;

namespace Briefing.Core.Text.Numbers;

/// <summary>A quantity told in words or digits: "under 30 days", "$2.5 billion", "two top commands".</summary>
/// <param name="Span">From the qualifier to the unit, so that the words between make sense by themselves.</param>
/// <param name="Value">In ones: "2.5 billion" is 2500000000.</param>
/// <param name="Unit">What is counted; empty when nothing readable follows.</param>
public sealed record Figure(TextSpan Span, decimal Value, FigureBound Bound, FigureUnit Unit)
{
    // "About 150,000" and "148,600" are one figure rounded.
    private const decimal Rounding = 0.05m;

    // "More than 200" and "213" agree; "more than 200" and "900" count different things.
    private const decimal Beyond = 0.15m;

    /// <summary>What the last digit printed is worth: 100000 in "2.5 million"; 1 in "150" and "one hundred".</summary>
    public decimal Step { get; init; } = 1;

    /// <summary>Whether both can be true of one thing. Meaningful only where the units agree.</summary>
    public bool IsCompatibleWith(Figure other)
    {
        if (Bound == other.Bound)
            return Value == other.Value || (Bound == FigureBound.About && Within(other, Rounding)) || IsRounded(other) || other.IsRounded(this);
        var (one, two) = Bound < other.Bound ? (this, other) : (other, this);
        return (one.Bound, two.Bound) switch
        {
            (FigureBound.Exact, FigureBound.About) => one.Within(two, Rounding),
            (FigureBound.Exact or FigureBound.About, FigureBound.Over) => one.Value > two.Value && one.Within(two, Beyond),
            (FigureBound.Exact or FigureBound.About, FigureBound.AtLeast) => one.Value >= two.Value && one.Within(two, Beyond),
            (FigureBound.Exact or FigureBound.About, FigureBound.Under) => one.Value < two.Value && one.Within(two, Beyond),
            (FigureBound.Exact or FigureBound.About, FigureBound.UpTo) => one.Value <= two.Value && one.Within(two, Beyond),
            _ => false,
        };
    }

    // "$114 million" is "$114.3 million" with a digit less; of a single digit nothing is left when one more goes.
    private bool IsRounded(Figure exact)
    {
        const int MinSteps = 10;
        return Step > exact.Step && Value >= MinSteps * Step && Math.Abs(Value - exact.Value) <= Step / 2;
    }

    private bool Within(Figure other, decimal share) =>
        Math.Abs(Value - other.Value) <= share * Math.Max(Math.Abs(Value), Math.Abs(other.Value));
}

/// <summary>How a figure is limited by the words before it. The order is used for comparing.</summary>
public enum FigureBound
{
    Exact,

    /// <summary>"About", "nearly", "some".</summary>
    About,

    /// <summary>"Under", "less than".</summary>
    Under,

    /// <summary>"Up to", "at most".</summary>
    UpTo,

    /// <summary>"Over", "more than".</summary>
    Over,

    /// <summary>"At least".</summary>
    AtLeast,
}

/// <summary>What a figure counts: a currency, per cent, or the stems of the words behind it ("top regional commands").</summary>
/// <param name="Symbol">"%", "USD", …; null for things counted.</param>
/// <param name="Stems">At most three.</param>
public readonly record struct FigureUnit(string? Symbol, string[] Stems)
{
    /// <summary>The symbol of ages, whose <see cref="Stems"/> say who is so old.</summary>
    public const string Age = "age";

    /// <summary>The symbol of a place in an order: "fourth-largest".</summary>
    public const string Rank = "rank";

    public bool IsEmpty => Symbol is null && Stems.Length == 0;

    /// <summary>
    /// Whether figures of the two can contradict each other: they match, and a span of time that describes something ("a four-day visit")
    /// is not held against one by itself ("under 30 days").
    /// </summary>
    public bool MayCountTheSame(FigureUnit other)
    {
        if (!Matches(other))
            return false;
        if (Stems.Length == 0 || other.Stems.Length == 0 || Stems[0] != other.Stems[0] || !IsTime(Stems[0]))
            return true;
        return (Stems.Length == 1) == (other.Stems.Length == 1) && (Stems.Length == 1 || Stems[1..].Intersect(other.Stems[1..], StringComparer.Ordinal).Any());
    }

    private static bool IsTime(string stem) => stem is "minut" or "hour" or "dai" or "day" or "week" or "month" or "year";

    /// <summary>The same symbol, or a word in common.</summary>
    public bool Matches(FigureUnit other)
    {
        if (Symbol is not null || other.Symbol is not null)
        {
            return string.Equals(Symbol, other.Symbol, StringComparison.Ordinal)
                && (Symbol != Age || Stems.Length == 0 || other.Stems.Length == 0 || Stems.Intersect(other.Stems, StringComparer.Ordinal).Any());
        }

        foreach (var stem in Stems)
        {
            if (Array.IndexOf(other.Stems, stem) >= 0)
                return true;
        }

        return false;
    }
}

/// <summary>The words before a figure that limit it: "up to", "more than", "about".</summary>
internal static class FigureBounds
{
    /// <summary>The bound, and the index of the first word that belongs to it (<paramref name="at"/> when there is none).</summary>
    public static (FigureBound Bound, int First) Before(IReadOnlyList<string> folded, int at)
    {
        // "up to a dozen", "about the same 30" are not worth reading; only the words just before count.
        if (at >= 2)
        {
            FigureBound? two = (folded[at - 2], folded[at - 1]) switch
            {
                ("up", "to") or ("at", "most") or ("maximum", "of") or ("not", "exceeding") => FigureBound.UpTo,
                ("more", "than") or ("greater", "than") or ("in", "excess") or ("upward", "of") or ("upwards", "of") => FigureBound.Over,
                ("less", "than") or ("fewer", "than") => FigureBound.Under,
                ("at", "least") or ("minimum", "of") => FigureBound.AtLeast,
                ("close", "to") => FigureBound.About,
                _ => null,
            };
            if (two is { } bound)
                return bound == FigureBound.Over && at >= 3 && folded[at - 3] == "no" ? (FigureBound.UpTo, at - 3) : (bound, at - 2);
        }

        if (at == 0)
            return (FigureBound.Exact, at);
        FigureBound? one = folded[at - 1] switch
        {
            "under" or "below" => FigureBound.Under,
            "over" or "above" or "exceeding" => FigureBound.Over,
            "about" or "around" or "approximately" or "roughly" or "nearly" or "almost" or "some" or "estimated" or "circa" => FigureBound.About,
            _ => null,
        };
        return one is { } single ? (single, at - 1) : (FigureBound.Exact, at);
    }
}
