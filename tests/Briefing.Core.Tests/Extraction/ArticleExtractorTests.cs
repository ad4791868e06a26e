using Briefing.Core.Model;

namespace Briefing.Core.Tests.Extraction;

public class ArticleExtractorTests
{
    private const string BridgeHead = "Cracks in its piers close the Saltmarsh bridge";
    private const string VaccineHead = "Vaccine against river fever protects nine in ten children";
    private const string ChessHead = "Varga, 15, wins Tromsoe chess tournament";

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("\n\n\n\n")]
    public void ABareArticleIsItsLines(string gap)
    {
        var article = Dump.Only(BridgeHead + gap + Dump.Bridge.Replace("\n", gap, StringComparison.Ordinal));

        Assert.Equal(BridgeHead, article.Headline);
        Assert.Equal(Dump.Bridge, article.Text);
        Assert.Equal(Enumerable.Range(0, 5), article.Passages.Select(passage => passage.Paragraph));
    }

    [Fact]
    public void IdsCountTheArticlesOfTheDocument() =>
        Assert.Equal("d7.1", Dump.Only($"{BridgeHead}\n\n{Dump.Bridge}").Id);

    [Theory]
    [InlineData("CRACKS IN ITS PIERS CLOSE THE SALTMARSH BRIDGE")]
    [InlineData("Cracks In Its Piers Close The Saltmarsh Bridge")]
    [InlineData("Is the Saltmarsh bridge safe?")]
    [InlineData("‘Rather a closure’: Saltmarsh bridge shut")]
    public void HeadlinesComeInManyForms(string headline) =>
        Assert.Equal(headline, Dump.Only($"Harbour\n{headline}\nBy Ana Sole | 3 March 2026\n\n{Dump.Bridge}").Headline);

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\n\n\n", false)]
    [InlineData("\n\n\n", true)]
    [InlineData("\n", true)]
    public void ThreeStoriesWithHeadsAreThree(string gap, bool repeated)
    {
        string Story(string headline, string place, string text) =>
            $"{headline}\nUpdated 3 March 2026\n{(repeated ? headline + "\n" : "")}{place}: {text}";

        var articles = Dump.Extract(string.Join(gap,
            Story(BridgeHead, "HAVEN", Dump.Bridge), Story(VaccineHead, "ACCRA", Dump.Vaccine), Story(ChessHead, "TROMSOE", Dump.Chess))).Articles;

        Assert.Equal([BridgeHead, VaccineHead, ChessHead], articles.Select(article => article.Headline));
        Assert.Equal([Dump.Bridge, Dump.Vaccine, Dump.Chess], articles.Select(article => article.Text));
        Assert.Equal(["HAVEN", "ACCRA", "TROMSOE"], articles.Select(article => article.Dateline));
        Assert.Equal([null, "AFP", null], articles.Select(article => article.QuotedAgency));
    }

    [Fact]
    public void ThreeStoriesWithoutBylinesAreToldApartByTheirSubjects()
    {
        var articles = Dump.Extract($"{BridgeHead}\n\n{Dump.Spaced(Dump.Bridge)}\n\n\n{VaccineHead}\n\n{Dump.Spaced(Dump.Vaccine)}\n\n\n{ChessHead}\n\n{Dump.Spaced(Dump.Chess)}").Articles;

        Assert.Equal([BridgeHead, VaccineHead, ChessHead], articles.Select(article => article.Headline));
    }

    [Fact]
    public void ASecondStoryThatIsOnlyATeaserIsDropped()
    {
        var extracted = Dump.Extract($"{BridgeHead}\n\n{Dump.Bridge}\n\nMost read\n\n{VaccineHead}\n\n{Dump.Vaccine.Split('\n')[0]}\n\n{ChessHead}\n\n{Dump.Chess.Split('\n')[0]}");

        Assert.Equal(Dump.Bridge, Assert.Single(extracted.Articles).Text);
        Assert.Equal(DropReason.RelatedLink, Dump.ReasonOf(extracted, "6,400 families"));
    }

    [Fact]
    public void SubheadingsStayInTheirArticle()
    {
        var paragraphs = Dump.Bridge.Split('\n');

        var article = Dump.Only($"{BridgeHead}\n\n{paragraphs[0]}\n{paragraphs[1]}\n\nA closure, not a collapse\n\n{paragraphs[2]}\n{paragraphs[3]}\n\nThe northern crossing\n\n{paragraphs[4]}");

        Assert.Equal(
            ["A closure, not a collapse", "The northern crossing"],
            article.Passages.Where(passage => passage.Kind == PassageKind.Subheading).Select(passage => passage.Text));
    }

    [Theory]
    [InlineData("•")]
    [InlineData("-")]
    [InlineData("*")]
    [InlineData("▪")]
    [InlineData("–")]
    public void PointsOfASummaryAreBullets(string mark)
    {
        var article = Dump.Only($"{BridgeHead}\n\n{mark} Divers found cracks in two of the piers\n{mark} The repairs will take nine weeks\n\n{Dump.Bridge}");

        Assert.Equal(
            ["Divers found cracks in two of the piers", "The repairs will take nine weeks"],
            article.Passages.Where(passage => passage.Kind == PassageKind.Bullet).Select(passage => passage.Text));
    }

    [Fact]
    public void ALeadInAboveTheHeadlineIsAStandfirst()
    {
        const string LeadIn = "Cracks in two piers have closed the Saltmarsh bridge for nine weeks. Lorries to the terminal must take the northern crossing.";

        var article = Dump.Only($"{LeadIn}\n{BridgeHead} for Nine Weeks\n\n{Dump.Bridge}");

        Assert.Equal($"{BridgeHead} for Nine Weeks", article.Headline);
        Assert.Equal(2, article.Passages.Count(passage => passage.Kind == PassageKind.Standfirst));
    }

    [Fact]
    public void AWrappedTextIsPutTogetherAgain()
    {
        const string Wrapped =
            """
            Cracks in its piers close the Saltmarsh bridge

            HAVEN, March 3 (Reuters) - Engineers closed the Saltmarsh bridge on
            Tuesday after divers found cracks in two of its piers, the harbour
            office said.

            The bridge carries about 14,000 vehicles a day between the old town
            and the container terminal. Repairs to the piers are expected to
            take nine weeks and cost 3.2 million euros, the office added.
            """;

        var article = Dump.Only(Wrapped);

        Assert.Equal("Reuters", article.Agency);
        Assert.Equal("HAVEN", article.Dateline);
        Assert.Equal([0, 1, 1], article.Passages.Select(passage => passage.Paragraph));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n \t ")]
    [InlineData("Home\nWorld\nSport\nBusiness\nContact us\n© 2026 Harbour Post")]
    [InlineData("Why the ferry may run late again\nTen ways to cook an eel\nThe quiet war over parking on the quay")]
    [InlineData("We use cookies to improve your experience. By using our site you agree to our cookie policy.\nAccept all\nReject all")]
    public void APageWithoutAnArticleHasNone(string text) => Assert.Empty(Dump.Extract(text).Articles);

    [Theory]
    [InlineData("Die Ingenieure sperrten die Brücke am Dienstag, nachdem Taucher Risse in zwei Pfeilern gefunden hatten. Die Arbeiten sollen neun Wochen dauern.")]
    [InlineData("Les ingénieurs ont fermé le pont mardi après que des plongeurs ont trouvé des fissures dans deux piles. Les travaux vont durer neuf semaines.")]
    [InlineData("Los ingenieros cerraron el puente el martes después de que los buzos hallaran grietas en dos pilares. Las obras van a durar nueve semanas.")]
    public void AnotherLanguageIsDroppedAsSuch(string foreign)
    {
        var extracted = Dump.Extract($"{BridgeHead}\n\n{Dump.Bridge}\n\n{foreign}\n");

        Assert.Equal(Dump.Bridge, Assert.Single(extracted.Articles).Text);
        Assert.Equal(DropReason.Language, Dump.ReasonOf(extracted, foreign[..20]));
    }

    [Fact]
    public void WithoutAnEditionsLanguageThePagesOwnIsKept()
    {
        const string Text = "Risse sperren die Brücke\n\nDie Ingenieure sperrten die Brücke am Dienstag, nachdem Taucher Risse in zwei Pfeilern gefunden hatten.\nDie Arbeiten sollen neun Wochen dauern und rund drei Millionen Euro kosten, wie das Hafenamt mitteilte.\n";

        Assert.Equal("de", Assert.Single(Dump.Extract(Text, language: null).Articles).Language);
        Assert.Empty(Dump.Extract(Text).Articles);
    }

    [Theory]
    [InlineData("Follow The Harbour Post channel on WhatsApp", DropReason.Promotion)]
    [InlineData("Read more: Why the ferry may run late again", DropReason.RelatedLink)]
    [InlineData("Lesen Sie auch: Warum die Fähre wieder zu spät kommt", DropReason.RelatedLink)]
    [InlineData("À lire aussi : Pourquoi le bac sera encore en retard", DropReason.RelatedLink)]
    [InlineData("Subscribe to our newsletter and never miss a story", DropReason.Promotion)]
    [InlineData("ADVERTISEMENT", DropReason.Promotion)]
    [InlineData("Share this article on Facebook", DropReason.Share)]
    [InlineData("Divers at the Saltmarsh bridge on Tuesday. [Ana Sole/Pool/AFP]", DropReason.Caption)]
    public void WhatInterruptsATextIsDropped(string line, DropReason reason)
    {
        var paragraphs = Dump.Bridge.Split('\n');

        var extracted = Dump.Extract($"{BridgeHead}\n\n{paragraphs[0]}\n{paragraphs[1]}\n\n{line}\n\n{string.Join('\n', paragraphs[2..])}");

        Assert.Equal(Dump.Bridge, Assert.Single(extracted.Articles).Text);
        Assert.Null(extracted.Articles[0].Agency);
        Assert.Equal(reason, Dump.ReasonOf(extracted, line[^10..]));
    }

    [Theory]
    [InlineData("Do you like this article?")]
    [InlineData("Hat Ihnen dieser Artikel gefallen?")]
    [InlineData("Help us improve.")]
    [InlineData("© 2026 The Harbour Post. All rights reserved")]
    [InlineData("We use cookies to analyse how our site is used. Read our privacy policy.")]
    [InlineData("Diese Website verwendet Cookies")]
    [InlineData("Follow us on Twitter")]
    public void WhatStandsBelowATextIsNotOfIt(string line) =>
        Assert.Equal(Dump.Bridge, Dump.Only($"{BridgeHead}\n\n{Dump.Bridge}\n\n{line}").Text);

    [Fact]
    public void TeasersThatAlternateWithAnotherLanguageAreDroppedWithoutAHeading()
    {
        const string German = "Die Fähre fährt wieder, nachdem das Hafenamt die Sperrung am Montag aufgehoben hat. Die Kapitäne waren darüber sehr froh.";

        var article = Dump.Only($"{BridgeHead}\n\n{Dump.Bridge}\n\n{German}\n\n{Dump.Vaccine.Split('\n')[0]}\n\n{German}\n\n{Dump.Chess.Split('\n')[0]}");

        Assert.Equal(Dump.Bridge, article.Text);
    }

    [Theory]
    [InlineData("Sign up to our tide table\nThe stories of the coast, in your inbox at seven every weekday.\nEnter your email\nSign up\nBy signing up you agree to our terms and privacy policy.")]
    [InlineData("Get the Tide Table\nYour coast before breakfast. Delivered weekdays.\nEnter your email address\nSign up")]
    [InlineData("Harbour prices\nCod 4.20 +1.5%\nHerring 2.05 -0.8%\nDiesel 1.02 +0.1%\nRope 14.75 +2.2%\nIce 0.31 0.0%\nSalt 1.17 -0.3%")]
    [InlineData("You have read 2 of 3 free articles this month.\nSubscribe now for \u00A31 a week")]
    [InlineData("Video Player is loading.\nPlay Video\nCurrent Time 0:00\nUnmute")]
    [InlineData("À lire aussi\nLe bac restera à quai\nLa mairie a annoncé lundi la fermeture du bac de la vieille ville, malgré les réserves de son propre parti.")]
    public void ABoxInTheMiddleOfATextNeitherTearsItNorBelongsToIt(string box)
    {
        var first = Dump.Bridge + "\nThe harbour office will tell the owners of the lorries by letter which bridge they must take.\nThe vice-mayor said that the town would ask the region for half of the money.";
        const string Rest =
            "The container terminal has hired a ferry for its own people, who would otherwise be late for the early shift.\n" +
            "Marchetti said on Thursday that no other crossing in the harbour had been looked at under water for ten years.\n" +
            "Lorries for the container terminal may use the old bridge at night, engineers of the harbour office said.";

        Assert.Equal(first + "\n" + Rest, Dump.Only($"{BridgeHead}\n\n{first}\n\n{box}\n\n{Rest}").Text);
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\n\n* * *\n\n")]
    public void ThreeMeetingsInLikeWordsWithoutBylinesAreThree(string gap)
    {
        var articles = Dump.Extract(string.Join(gap, Meetings.All.Select(meeting => $"{meeting.Headline}\n\n{Dump.Spaced(meeting.Text)}"))).Articles;

        Assert.Equal(Meetings.All.Select(meeting => meeting.Headline), articles.Select(article => article.Headline));
        Assert.Equal(Meetings.All.Select(meeting => meeting.Text), articles.Select(article => article.Text));
    }

    [Fact]
    public void TwoMeetingsToldInTheSameWordsAreTwoBelowTheirBylines()
    {
        var (headline, text) = Meetings.All[0];
        string Elsewhere(string part) => part.Replace("France", "Italy", StringComparison.Ordinal).Replace("French", "Italian", StringComparison.Ordinal)
            .Replace("India", "Chile", StringComparison.Ordinal).Replace("Ferrand", "Colonna", StringComparison.Ordinal).Replace("Desai", "Rojas", StringComparison.Ordinal);

        var articles = Dump.Extract($"{headline}\n\nBy Ana Sole\n\nMarch 3, 2026\n\n{Dump.Spaced(text)}\n\n{Elsewhere(headline)}\n\nBy Bo Ek\n\nMarch 3, 2026\n\n{Dump.Spaced(Elsewhere(text))}").Articles;

        Assert.Equal([headline, Elsewhere(headline)], articles.Select(article => article.Headline));
        Assert.Equal([text, Elsewhere(text)], articles.Select(article => article.Text));
    }

    [Theory]
    [InlineData("ENDS")]
    [InlineData("- Ends -")]
    [InlineData("# # #")]
    [InlineData("-30-")]
    public void APressReleaseEndsWhereItSaysSo(string mark) =>
        Assert.Equal(
            Dump.Bridge,
            Dump.Only($"{BridgeHead}\n\n{Dump.Bridge}\n\n{mark}\n\nNotes to editors\nFor more information contact the press office of the harbour on weekdays between nine and five.").Text);

    [Fact]
    public void TheSitesNameBehindABarIsNotOfTheHeadline() =>
        Assert.Equal(BridgeHead, Dump.Only($"{BridgeHead} | The Harbour Post\n\n{BridgeHead}\n\n3 March 2026\n\n{Dump.Bridge}").Headline);

    [Fact]
    public void CommentsBelowOtherHeadlinesAreNoArticle()
    {
        const string Comments =
            "About time that somebody looked at these piers, the council has slept for years.\nReply 14 Like\n" +
            "I wonder what the closure will cost the people who work at the terminal each day.\nReply 3 Like\n" +
            "The mayor will say anything on a Tuesday to look like a friend of the harbour, said my neighbour.\nReply 41 Like";

        Assert.Equal(
            Dump.Bridge,
            Dump.Only($"{BridgeHead}\n\n{Dump.Bridge}\n\nLatest stories\n\nOld mayor tells of a life at sea\nBy Ben Holt 5 hrs ago\nOld mayor tells of a life at sea\n.\n© 2026 The Harbour Post\n\nComments (3)\nSort by: Newest\n{Comments}").Text);
    }

    [Theory]
    [InlineData("About the author\nPetra Lind is our harbour correspondent. She has reported from the Saltmarsh bridge and the terminal since 2014.")]
    [InlineData("Petra Lind is a reporter at our harbour desk.")]
    public void ANoteOnTheAuthorIsNotOfTheText(string note) =>
        Assert.Equal(Dump.Bridge, Dump.Only($"{BridgeHead}\n\n{Dump.Bridge}\n\n{note}").Text);
}
