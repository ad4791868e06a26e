using Briefing.Core.Editions;
using Briefing.Core.Editions.Continuity;
using Briefing.Core.Sources;

namespace Briefing.Core;

/// <summary>
/// Makes an edition although documents bring the program to fail: a mistake in it that one text of a thousand meets costs that
/// document, not the morning. Which ones they are is found by halving, so that it takes about two editions' time for each halving of
/// each of them.
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
            var search = new Search(plan, documents, earlier);
            // It fails of itself: no document is to blame.
            if (search.FaultOf([]) is not null)
                throw;
            search.Add([.. documents]);
            foreach (var (document, brought) in search.Isolated)
                isolated(document, brought);
            return Newsdesk.MakeEdition(plan, documents, earlier, stageDone, search.Isolated.Select(found => found.Document.Id).ToHashSet(StringComparer.Ordinal));
        }
    }

    private sealed class Search(EditionPlan plan, IReadOnlyList<Document> documents, IReadOnlyList<RememberedEdition>? earlier)
    {
        private readonly HashSet<string> _sound = new(StringComparer.Ordinal);

        public List<(Document Document, Exception Brought)> Isolated { get; } = [];

        /// <summary>Takes up what can be made into an edition together with what was taken up before.</summary>
        public void Add(Document[] more)
        {
            if (FaultOf(more) is not { } fault)
                _sound.UnionWith(more.Select(document => document.Id));
            else if (more is [var alone])
                Isolated.Add((alone, fault));
            else
            {
                Add(more[..(more.Length / 2)]);
                Add(more[(more.Length / 2)..]);
            }
        }

        /// <summary>What making an edition of these and what was taken up before ends with; null where it can be made.</summary>
        public Exception? FaultOf(Document[] more)
        {
            var wanted = more.Select(document => document.Id).Concat(_sound).ToHashSet(StringComparer.Ordinal);
            try
            {
                Newsdesk.MakeEdition(plan, documents, earlier, leftOut: documents.Select(document => document.Id).Where(id => !wanted.Contains(id)).ToHashSet(StringComparer.Ordinal));
                return null;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                return fault;
            }
        }
    }
}
