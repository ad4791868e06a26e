using Briefing.Core.Editions;
using Briefing.Core.Editions.Continuity;
using Briefing.Core.Sources;

namespace Briefing.Core;

/// <summary>
/// Makes an edition although documents bring the program to fail: a mistake in it that one text of a thousand meets costs that
/// document, not the morning.
/// </summary>
public static class DocumentQuarantine
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
            var found = new CulpritSearch<Document>(FaultOf).Among(documents);
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
