namespace Briefing.Core.Language;

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
