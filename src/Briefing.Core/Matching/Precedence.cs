namespace Briefing.Core.Matching;

/// <summary>
/// Which of several copies is the original: the earliest published; then one that credits an agency; then the fullest. Of
/// as full ones the one whose wording sorts first, so that the order given decides between equal texts only.
/// </summary>
/// <param name="published">Anything that orders instants or days; the largest value where the article does not say.</param>
/// <param name="creditsAgency">Whether an article names an agency as its author.</param>
public sealed class Precedence(WordingStore wordings, Func<int, long> published, Func<int, bool> creditsAgency) : IComparer<int>
{
    public int Compare(int x, int y)
    {
        var byTime = published(x).CompareTo(published(y));
        if (byTime != 0)
            return byTime;
        var byCredit = creditsAgency(y).CompareTo(creditsAgency(x));
        if (byCredit != 0)
            return byCredit;
        var byLength = wordings[y].Length.CompareTo(wordings[x].Length);
        if (byLength != 0)
            return byLength;
        var byWording = wordings[x].SequenceCompareTo(wordings[y]);
        return byWording != 0 ? byWording : x.CompareTo(y);
    }
}
