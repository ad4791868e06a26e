using Briefing.Core.Model;

namespace Briefing.Core;

/// <summary>
/// Makes an edition although documents bring the program to fail: a mistake in it that one text of a thousand meets costs that
/// document, not the morning.
/// </summary>
public static class Quarantine
{
    /// <inheritdoc cref="Newsdesk.MakeEdition"/>
    /// <param name="isolated">Told of each document left out, and what it brought about; the edition has it as one without an article.</param>
    public static Edition MakeEdition(
        EditionPlan plan, IReadOnlyList<Document> documents, IReadOnlyList<RememberedEdition>? earlier, Action<Stage>? stageDone, Action<Document, Exception> isolated)
    {
        try
        {
            return Newsdesk.MakeEdition(plan, documents, earlier, stageDone);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // It fails of itself: no document is to blame.
            if (FaultOf([]) is not null)
                throw;
            var found = new DeltaDebugging<Document>(FaultOf).Among(documents);
            foreach (var (document, brought) in found)
                isolated(document, brought);
            return Newsdesk.MakeEdition(plan, documents, earlier, stageDone, leftOut: found.Select(culprit => culprit.Item.Id).ToHashSet(StringComparer.Ordinal));
        }

        Exception? FaultOf(IReadOnlyList<Document> some)
        {
            try
            {
                Newsdesk.MakeEdition(plan, some, earlier);
                return null;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                return fault;
            }
        }
    }
}

/// <summary>
/// Finds the items that something fails with, alone or in company: one failure after the other is narrowed to two items by halving (after
/// A. Zeller and R. Hildebrandt, Simplifying and isolating failure-inducing input, 2002). Of the two neither is known to be the one, so both
/// are put aside, and whichever then goes with all the others is no culprit.
/// </summary>
/// <param name="faultOf">What these items end with together; null where they do not fail. The same items always end in the same way.</param>
/// <remarks>Asks once for each item alone; then, for n items of which k fail only in company, some k · (2 + log n) times for many together.</remarks>
internal sealed class DeltaDebugging<T>(Func<IReadOnlyList<T>, Exception?> faultOf)
{
    /// <returns>The culprits with what each brought about; all the others together do not fail.</returns>
    public List<(T Item, Exception Brought)> Among(IReadOnlyList<T> items)
    {
        var culprits = new List<(T Item, Exception Brought)>();
        var sound = new List<T>();
        foreach (var item in items)
        {
            if (faultOf([item]) is { } fault)
                culprits.Add((item, fault));
            else
                sound.Add(item);
        }

        var aside = new List<T>();
        while (faultOf(sound) is not null)
        {
            var second = ShortestFailing(sound, []) - 1;
            var first = ShortestFailing(sound[..second], [sound[second]]) - 1;
            aside.Add(sound[first]);
            aside.Add(sound[second]);
            sound.RemoveAt(second);
            sound.RemoveAt(first);
        }

        foreach (var item in aside)
        {
            if (faultOf([.. sound, item]) is { } fault)
                culprits.Add((item, fault));
            else
                sound.Add(item);
        }

        return culprits;
    }

    // How many of the first items it takes to fail with those others.
    private int ShortestFailing(List<T> items, List<T> others)
    {
        var (goes, fails) = (0, items.Count);
        while (fails - goes > 1)
        {
            var half = (goes + fails) / 2;
            if (faultOf([.. items[..half], .. others]) is null)
                goes = half;
            else
                fails = half;
        }

        return fails;
    }
}
