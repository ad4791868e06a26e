using Briefing.Core.Model;

namespace Briefing.Core.Tests.Extraction;

/// <summary>Page dumps made up for tests, and their parts to put together.</summary>
internal static class Dump
{
    public const string Bridge =
        """
        Engineers closed the Saltmarsh bridge on Tuesday after divers found cracks in two of its piers, the harbour office said.
        The bridge carries about 14,000 vehicles a day between the old town and the container terminal.
        "We would rather explain a closure than a collapse," said Odile Marchetti, who runs the harbour office.
        Repairs to the piers are expected to take nine weeks and cost 3.2 million euros.
        Lorries will be sent over the northern crossing, which adds forty minutes to the trip to the terminal.
        """;

    public const string Vaccine =
        """
        A vaccine against river fever protected nine of ten children in a trial with 6,400 families, researchers in Accra reported on Monday.
        The shot was given twice, four weeks apart, in villages along the Volta.
        "For the first time we can speak of prevention and not only of treatment," Professor Esi Owusu told AFP.
        Side effects were mild and passed within two days, the researchers wrote.
        The health ministry wants to order two million doses if the regulator agrees.
        """;

    public const string Chess =
        """
        Grandmaster Ilse Varga won the Tromsoe chess tournament on Sunday with a round to spare, the youngest player ever to do so.
        Varga, who is 15, drew her game against the top seed after a queen sacrifice that commentators called reckless.
        "I did not see the end of it, I only felt it," she told reporters.
        She meets the world champion in an exhibition match in May, the organisers announced.
        """;

    public static Document Document(string text, string? name = null) =>
        new() { Id = "d7", Name = name ?? "dump.txt", Text = text, ReadAt = Some.Instant };

    public static ExtractedDocument Extract(string text, string? language = "en") => Entailment.Check(Document(text), language);

    public static Article Only(string text) => Assert.Single(Extract(text).Articles);

    public static DropReason ReasonOf(ExtractedDocument extracted, string part) =>
        Assert.Single(extracted.Dropped, drop => drop.Text.Contains(part, StringComparison.Ordinal)).Reason;

    /// <summary>A blank line between paragraphs.</summary>
    public static string Spaced(string text) => text.Replace("\n", "\n\n", StringComparison.Ordinal);
}
