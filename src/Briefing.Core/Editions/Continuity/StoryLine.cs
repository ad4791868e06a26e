namespace Briefing.Core.Editions.Continuity;

/// <summary>A story of today's that tells of the same event as an earlier one, and how strongly its statements say so.</summary>
internal sealed record StoryLine(int Today, EarlierStory Earlier, double Strength)
{
    // Statements found again that make two stories one where their headlines and leads do not.
    private const double EnoughAlone = 2;
    private const double EnoughOfClaims = 0.34;

    private const double WorthOfChanged = 0.75;
    private const double WorthOfLead = 1;
    private const double WorthOfAddress = 0.5;

    // A statement that names nobody and has fewer facts is said of many events.
    private const int TellingFacts = 2;
    private const double WorthOfPlain = 0.5;

    // What the lead says of another occasion weighs as two statements.
    private const double WorthOfLeadOfAnother = 2;

    /// <summary>Ties go to the story that is remembered longest.</summary>
    public static readonly Comparer<StoryLine> StrongestFirst = Comparer<StoryLine>.Create((one, other) =>
        one.Strength != other.Strength ? other.Strength.CompareTo(one.Strength)
        : one.Earlier.First != other.Earlier.First ? one.Earlier.First.CompareTo(other.Earlier.First)
        : one.Earlier.Id != other.Earlier.Id ? string.CompareOrdinal(one.Earlier.Id, other.Earlier.Id)
        : one.Today.CompareTo(other.Today));

    /// <summary>
    /// Null where they are two events. Look-alikes give themselves away by statements that read like earlier ones and are of another
    /// occasion: they must not outweigh those found again.
    /// </summary>
    /// <param name="isAlike">Whether headlines and leads are of one event.</param>
    public static StoryLine? Between(int today, IReadOnlyList<BondedClaim> claims, EarlierStory earlier, bool isAlike, bool sharesAddress)
    {
        var (again, another) = (0.0, 0.0);
        foreach (var claim in claims)
        {
            var worth = claim.Statement.Wording is { } wording && (wording.FactCount >= TellingFacts || wording.Names.Count > 0) ? 1 : WorthOfPlain;
            switch (claim.With(earlier.Id))
            {
                case Bond.Same or Bond.Fuller:
                    again += worth;
                    break;
                case Bond.Changed:
                    again += WorthOfChanged * worth;
                    break;
                case Bond.Another:
                    another += claim == claims[0] ? WorthOfLeadOfAnother : worth;
                    break;
            }
        }

        if (another > again)
            return null;
        var alone = again >= EnoughAlone && again >= EnoughOfClaims * Math.Min(claims.Count, earlier.Claims);
        if (!isAlike && !alone && !(sharesAddress && again > 0))
            return null;
        return new StoryLine(today, earlier, again + (isAlike ? WorthOfLead : 0) + (sharesAddress ? WorthOfAddress : 0));
    }
}
