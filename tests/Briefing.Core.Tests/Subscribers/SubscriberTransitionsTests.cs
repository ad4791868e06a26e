using Briefing.Core.Subscribers;

namespace Briefing.Core.Tests.Subscribers;

public class SubscriberTransitionsTests
{
    // Who may: S the subscriber, O the operator, I an import, M a mail server. What is not listed is for nobody.
    private const string Table =
        """
        -            pending       S O I
        -            confirmed     O I
        -            unsubscribed  O I
        -            suppressed    O I
        pending      confirmed     S O
        pending      unsubscribed  S O I
        pending      suppressed    O I M
        pending      erased        O
        confirmed    unsubscribed  S O I
        confirmed    suppressed    O I M
        confirmed    erased        O
        unsubscribed pending       S O
        unsubscribed confirmed     O
        unsubscribed suppressed    O I M
        unsubscribed erased        O
        suppressed   pending       O
        suppressed   erased        O
        erased       pending       S
        """;

    private static readonly SubscriberState?[] Froms = [null, .. Enum.GetValues<SubscriberState>()];

    [Fact]
    public void EveryTransitionIsForThoseInTheTableAndNobodyElse()
    {
        var allowed = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(words => (words[0], words[1]), words => words[2..]);

        foreach (var from in Froms)
        {
            foreach (var to in Enum.GetValues<SubscriberState>())
            {
                var words = allowed.GetValueOrDefault((from?.ToString().ToLowerInvariant() ?? "-", to.ToString().ToLowerInvariant()), []);
                foreach (var actor in Enum.GetValues<SubscriberActor>())
                    Assert.True(words.Contains(actor.ToString()[..1]) == SubscriberTransitions.May(from, to, actor), $"{from} to {to} by {actor}");
            }
        }
    }

    [Fact]
    public void NoImportStartsAgainWhatHasStopped()
    {
        foreach (var stopped in new[] { SubscriberState.Unsubscribed, SubscriberState.Suppressed, SubscriberState.Erased })
        {
            Assert.False(SubscriberTransitions.May(stopped, SubscriberState.Pending, SubscriberActor.Import));
            Assert.False(SubscriberTransitions.May(stopped, SubscriberState.Confirmed, SubscriberActor.Import));
        }
    }
}
