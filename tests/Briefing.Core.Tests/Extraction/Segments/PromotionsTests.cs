using Briefing.Core.Model;

namespace Briefing.Core.Tests.Extraction.Segments;

/// <summary>Paragraphs in which a publication sells itself, between those of an article, and news that looks like them.</summary>
public class PromotionsTests
{
    private const string Head = "Home\nThe Saltmarsh Courier\nNews\n\nCracks in its piers close the Saltmarsh bridge\nBy Ana Sole\n3 March 2026\n\n";
    private const string Foot = "\n\n© 2026 The Saltmarsh Courier\nTerms | Privacy";

    public static TheoryData<string> Offers =>
    [
        "Reporting from every village costs money. Readers who subscribe pay for the bicycles.",
        "Our evening email of harbour news. Free, each weekday.",
        "We may send you offers. You can leave at any time.",
        "Our newsletter brings the best of the coast to you every Friday.",
        "Get the day's stories in your inbox before breakfast.",
        "Subscribe today and never miss a story.",
        "Sign up for The Tide Table, our free weekly newsletter.",
        "Our journalism depends on your support.",
        "If our reporting matters to you, please consider a subscription.",
        "Support our newsroom from £3 a month.",
        "Join 40,000 readers who start the day with our briefing.",
        "The Saltmarsh Courier is funded by its readers.",
        "The Saltmarsh Courier is owned by its members and free to read.",
        "Enjoy unlimited access to our archive with a digital subscription.",
        "Try our app free for a month.",
        "You can cancel your subscription at any time.",
        "Subscribers get our crosswords a day early.",
        "This story is free to read thanks to our subscribers.",
        "Already a subscriber? Enter your email to read on.",
        "Become a member and help us keep our journalism free for everybody.",
        "Download our app for alerts from your town.",
        "Never miss a tide: our podcast comes out weekly.",
        "Give a year of independent journalism to a friend for half the price, exclusive to subscribers.",
        "Unsubscribe whenever you like.",
        "Want more from the coast? Our weekly digest has you covered.",
        "Read our newsletter, sent free each morning to thousands of kitchens.",
    ];

    public static TheoryData<string> News =>
    [
        "“We will subscribe to the convention as soon as our parliament allows it,” the minister said.",
        "Our soldiers did not fire, the general wrote in a letter to the families.",
        "Our harbours are older than our laws, and our laws are older than our ferries.",
        "Readers of the petition, which 3,000 people have signed, know the price of the repairs.",
        "The bus will be free every weekday until the bridge opens again.",
        "Buses are free every day.",
        "Residents may sign up at the town hall for a weekly parking permit.",
        "Sign up at the town hall by Friday to be heard at the inquiry.",
        "Season tickets cost £40 a month and remain valid on the northern crossing.",
        "The council sends an email to every household in Haven each morning.",
        "A newsletter of the harbour office named the diver who found the cracks.",
        "The harbour office's app shows the queue at the northern crossing.",
        "Lorry drivers can cancel their bookings at any time.",
        "Subscribers to the ferry's season card get a discount, the operator said.",
        "“Our newsletter went out before the divers came up,” said Odile Marchetti.",
        "Support for our neighbours across the water is what the vote is about.",
        "Join the motorway at Haven, police advised drivers.",
        "The Saltmarsh Courier reported last week that the piers were damaged.",
        "The Saltmarsh Courier is one of four papers that sued the harbour office for its records.",
        "We do not know how the cracks came about, and nobody will tell us before Easter.",
        "You have to see the cracks to believe how long the bridge stood.",
        "Free trade in oysters begins in June, with exclusive rights for Haven and weekly landings.",
        "Members of the inquiry are free to publish what they find.",
        "Want and hunger are the daily lot of those who lost their stalls on the bridge.",
        "The journalism prize of the coast goes to two students from Haven.",
        "The podcast about the bridge comes from the museum in Haven.",
        "Tell-tale strips of plaster on the piers are read each morning.",
        "US officials will be free to inspect the piers, our correspondent in Haven has learned.",
    ];

    [Theory]
    [MemberData(nameof(Offers))]
    public void AnOfferBetweenParagraphsIsNoStatement(string offer)
    {
        var extracted = Dump.Extract(With(offer));

        Assert.Equal(Dump.Bridge, Assert.Single(extracted.Articles).Text);
        Assert.All(extracted.Dropped.Where(drop => offer.Contains(drop.Text, StringComparison.Ordinal)), drop => Assert.NotEqual(DropReason.RelatedLink, drop.Reason));
    }

    [Theory]
    [MemberData(nameof(News))]
    public void NewsThatLooksLikeAnOfferIsKept(string news) =>
        Assert.Contains(news, string.Join(' ', Dump.Only(With(news)).Passages.Select(passage => passage.Text)), StringComparison.Ordinal);

    [Fact]
    public void AnOfferAtTheTextsEndIsNoStatement() =>
        Assert.Equal(Dump.Bridge, Dump.Only($"{Head}{Dump.Spaced(Dump.Bridge)}\n\nReporting from every village costs money. Readers who subscribe pay for the bicycles.{Foot}").Text);

    [Fact]
    public void AStoryAboutNewslettersKeepsItsSentencesAndLosesTheOutletsOwn()
    {
        const string Story =
            """
            Newsletters are what keeps three village papers alive, a study of the coast's press found on Tuesday.
            Readers who subscribe to a newsletter stay for four years.
            Most newsletters are free and come out weekly.
            "Our newsletter pays for the printing," said Odile Marchetti, who edits one.
            Subscribers get the crossword a day early.
            """;

        var article = Dump.Only($"Village papers live on newsletters\nBy Ana Sole\n3 March 2026\n\n{Dump.Spaced(Story)}\n\nSign up for our newsletter, free every Friday.{Foot}");

        Assert.Equal(Story, article.Text);
    }

    private static string With(string paragraph)
    {
        var paragraphs = Dump.Bridge.Split('\n');
        return Head + string.Join("\n\n", [.. paragraphs.Take(3), paragraph, .. paragraphs.Skip(3)]) + Foot;
    }
}
