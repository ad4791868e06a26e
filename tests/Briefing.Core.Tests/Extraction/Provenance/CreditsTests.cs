using Briefing.Core.Extraction;
using Briefing.Core.Extraction.Provenance;

namespace Briefing.Core.Tests.Extraction.Provenance;

public class CreditsTests
{
    private const string Head = "Cracks in its piers close the Saltmarsh bridge";

    [Theory]
    [InlineData("By AFP | Feb. 2, 2026", "AFP", null)]
    [InlineData("By AFP and Focus |", "AFP", "Focus")]
    [InlineData("By Reuters and The Daily Beacon", "Reuters", "The Daily Beacon")]
    [InlineData("AFP", "AFP", null)]
    [InlineData("(Reuters)", "Reuters", null)]
    [InlineData("Source: Xinhua", "Xinhua", null)]
    [InlineData("Associated Press", "AP", null)]
    [InlineData("AP - March 3, 2026", "AP", null)]
    [InlineData("Von dpa", "dpa", null)]
    [InlineData("Par Agence France-Presse", "AFP", null)]
    [InlineData("By Sahel News Agency", "Sahel News Agency", null)]
    [InlineData("By Ana Sole, Reuters", "Reuters", null)]
    [InlineData("By Ana Sole", null, null)]
    [InlineData("By Ana Sole, Harbour Post", null, "Harbour Post")]
    [InlineData("Ana Sole, Staff Writer", null, null)]
    [InlineData("Ana Sole | AP", "AP", null)]
    [InlineData("By Ana Sole | AP", "AP", null)]
    [InlineData("By Ana Sole — Reuters", "Reuters", null)]
    [InlineData("Ana Sole and Bo Ek — Reuters", "Reuters", null)]
    [InlineData("AFP / Haven", "AFP", null)]
    [InlineData("Agence France-Presse in Haven", "AFP", null)]
    [InlineData("Associated Press in Port Haven", "AP", null)]
    [InlineData("With AFP", "AFP", null)]
    [InlineData("Avec AFP", "AFP", null)]
    [InlineData("By Staff with AFP", "AFP", null)]
    [InlineData("dpa-infocom GmbH", "dpa", null)]
    public void BylinesNameAgenciesAndOutlets(string byline, string? agency, string? outlet)
    {
        var article = Dump.Only($"{Head}\n\n{byline}\n\n{Dump.Bridge}");

        Assert.Equal(agency, article.Agency);
        Assert.Equal(outlet, article.Outlet);
        Assert.Equal(Dump.Bridge, article.Text);
    }

    [Theory]
    [InlineData("HAVEN, March 3 (Reuters) - ", "HAVEN", "Reuters")]
    [InlineData("HAVEN (AP) — ", "HAVEN", "AP")]
    [InlineData("(Reuters) — ", null, "Reuters")]
    [InlineData("HAVEN, March 3 (Xinhua) -- ", "HAVEN", "Xinhua")]
    [InlineData("Haven (dpa) - ", "Haven", "dpa")]
    [InlineData("HAVEN: ", "HAVEN", null)]
    [InlineData("PORT HAVEN -- ", "PORT HAVEN", null)]
    [InlineData("Haven – ", "Haven", null)]
    [InlineData("HAVEN, Volta — ", "HAVEN, Volta", null)]
    [InlineData("(PTI) ", null, "PTI")]
    [InlineData("Haven, March 3 (PTI) ", "Haven", "PTI")]
    [InlineData("HAVEN/LIMA, March 3 (PTI) ", "HAVEN/LIMA", "PTI")]
    [InlineData("HAVEN (AP) ", "HAVEN", "AP")]
    [InlineData("HAVEN, March 3 (AFP) -", "HAVEN", "AFP")]
    [InlineData("HAVEN — (AFP) ", "HAVEN", "AFP")]
    [InlineData("HAVEN - Kyodo News - ", "HAVEN", "Kyodo")]
    [InlineData("HAVEN: (ANI) ", "HAVEN", "ANI")]
    [InlineData("HAVEN, March 3: (ANI) ", "HAVEN", "ANI")]
    [InlineData("HAVEN (ANI): ", "HAVEN", "ANI")]
    [InlineData("HAVEN, Türkiye (AA) - ", "HAVEN, Türkiye", "Anadolu")]
    [InlineData("HAVEN, March 3 (Kyodo)--", "HAVEN", "Kyodo")]
    [InlineData("HAVEN, Kyodo - ", "HAVEN", "Kyodo")]
    [InlineData("Haven, March 3 (EFE).- ", "Haven", "EFE")]
    [InlineData("HAVEN, March 3. /TASS/. ", "HAVEN", "TASS")]
    [InlineData("(ANSA) - HAVEN, MAR 3 - ", "HAVEN", "ANSA")]
    [InlineData("", null, null)]
    public void TheDatelineIsNotOfTheFirstSentence(string dateline, string? place, string? agency)
    {
        var article = Dump.Only($"{Head}\n\n{dateline}{Dump.Bridge}");

        Assert.Equal(place, article.Dateline);
        Assert.Equal(agency, article.Agency);
        Assert.Equal(Dump.Bridge, article.Text);
    }

    [Theory]
    [InlineData("Background: The bridge was built in 1931.")]
    [InlineData("The bridge – the oldest of its kind – was closed.")]
    [InlineData("“Never again: The bridge stays shut,” she said.")]
    [InlineData("Marchetti said: The bridge stays shut.")]
    [InlineData("The Press Trust of India (PTI) Monday said the bridge stays shut.")]
    [InlineData("Aam Aadmi Party (AAP) Chief Ilse Varga opened the bridge.")]
    [InlineData("Odile Marchetti (AP) Photographer of the Year opened the bridge.")]
    public void AnOrdinaryColonOrDashOpensNothing(string sentence) => Assert.Null(DatelineReader.Read(sentence));

    [Theory]
    [InlineData(" — AFP", "AFP")]
    [InlineData(" (Reuters)", "Reuters")]
    [InlineData(" - Bernama", "Bernama")]
    [InlineData("\n\nAFP", "AFP")]
    [InlineData("\n\n© AFP", "AFP")]
    [InlineData("\n\n© Agence France-Presse", "AFP")]
    [InlineData("\n\n© 2026 AFP", "AFP")]
    [InlineData(" © AFP", "AFP")]
    [InlineData("\n\nCopyright 2026 The Associated Press. All rights reserved.", "AP")]
    [InlineData("\n\nAFP/hg", "AFP")]
    [InlineData("\n\nkyo/hg/AFP", "AFP")]
    [InlineData("\n\ndpa kw xx hg", "dpa")]
    [InlineData("\n\nEFE kw/hg", "EFE")]
    [InlineData("\n\nAP to sue", null)]
    [InlineData("\n\n==Kyodo", "Kyodo")]
    [InlineData("\n\nWith inputs from AFP", "AFP")]
    [InlineData("\n\n(With inputs from AFP)", "AFP")]
    [InlineData("\n\n(Reporting by Ana Sole; Editing by Bo Ek; Reuters)", "Reuters")]
    [InlineData("\n\n(This story was published from a PTI feed)", "PTI")]
    [InlineData("\n\n(This story has not been edited by our staff and is published from a PTI feed.)", "PTI")]
    [InlineData("\n\n(With inputs from our Haven bureau)", null)]
    [InlineData("\n\n© 2026 Harbour Post Ltd. All rights reserved.", null)]
    [InlineData("\n\nDivers at the bridge on Tuesday. [Ana Sole]\n© AFP", null)]
    [InlineData("\n\nAFP\nReuters\nAP", null)]
    [InlineData("\n\nyes/no/maybe", null)]
    [InlineData("\n\nAdditional reporting by Reuters", null)]
    [InlineData("\n\n(Reporting by Ana Sole; Editing by Petra Ek)", null)]
    [InlineData("\n\nThe Associated Press contributed to this report.", null)]
    [InlineData(" (with Haven council)", null)]
    public void AnAgencyMayCloseTheText(string closing, string? agency) =>
        Assert.Equal(agency, Dump.Only($"{Head}\n\n{Dump.Bridge}{closing}").Agency);

    [Theory]
    [InlineData("AFP\nReuters\nAP\n")]
    [InlineData("World | Reuters\n")]
    [InlineData("Middle East | Reuters\n")]
    [InlineData("Sports | AP\n")]
    public void AgenciesOfASitesMenuAreNoCredit(string menu) => Assert.Null(Dump.Only($"{menu}{Head}\n3 March 2026\n\n{Dump.Bridge}").Agency);

    [Fact]
    public void TwoNamesOfAnAgencyAreOneOrigin() =>
        Assert.Equal(
            Dump.Only($"{Head}\n\nAgence France-Presse in Haven\n\n{Dump.Bridge}").Agency,
            Dump.Only($"{Head}\n\n{Dump.Bridge}\n\n© 2026 AFP").Agency);

    [Theory]
    [InlineData("Divers at the bridge on Tuesday. [AFP]")]
    [InlineData("Divers at the bridge on Tuesday. (Ana Sole/Reuters)")]
    [InlineData("A diver (L) at the bridge in Haven on March 3. [Ana Sole/Pool/AFP]")]
    [InlineData("Photo: Ana Sole / AFP")]
    [InlineData("AFP/Getty Images")]
    [InlineData("Divers at the bridge on Tuesday. Ana Sole/AFP\n© AFP")]
    [InlineData("Divers at the bridge. Photo by Ana Sole/Getty Images")]
    public void APhotographsCreditIsNotTheArticles(string caption)
    {
        var article = Dump.Only($"{Head}\n\n{caption}\n\n{Dump.Bridge}");

        Assert.Null(article.Agency);
        Assert.Equal(Dump.Bridge, article.Text);
    }

    [Theory]
    [InlineData("Two diplomats told AFP that talks would go on.", "AFP")]
    [InlineData("He told the AP that talks would go on.", "AP")]
    [InlineData("In a statement to Kyodo News, the firm denied it.", "Kyodo")]
    [InlineData("The talks will go on, AFP has learned.", "AFP")]
    [InlineData("An AFP correspondent saw two lorries.", "AFP")]
    [InlineData("The plan, seen by Reuters, has twelve points.", "Reuters")]
    [InlineData("She told reporters that talks would go on.", null)]
    [InlineData("Xinhua is China's state agency.", null)]
    [InlineData("She told Reuters and he told AFP.", null)]
    public void SourcesMaySpeakToAnAgency(string sentence, string? agency) =>
        Assert.Equal(agency, Dump.Only($"{Head}\n\n{Dump.Bridge}\n{sentence}").QuotedAgency);

    [Theory]
    [InlineData("The Harbour Post\n", "\nFollow The Harbour Post on Facebook\n© 2026 The Harbour Post Group PLC. All rights reserved", "The Harbour Post")]
    [InlineData("", "\n© 2026 Strait Review Ltd. All rights reserved", "Strait Review")]
    [InlineData("", "\nCopyright © 2026, Haven Echo | Terms", "Haven Echo")]
    [InlineData("HP | The Harbour Post\n", "", "The Harbour Post")]
    [InlineData("Home - The Harbour Post\n", "", "The Harbour Post")]
    [InlineData("The Harbour Post · Europe\n", "", "The Harbour Post")]
    [InlineData("Gazette of Haven — Ports — Bridges\n", "", "Gazette of Haven")]
    [InlineData("Haven | Designed by Harbour Media\n", "", null)]
    [InlineData("Home | News | Sport | The Post | Weather\n", "", null)]
    [InlineData("Opinion | Why The Post Matters To Us\n", "", null)]
    [InlineData("Haven - Saltmarsh\n", "", null)]
    [InlineData("", "\n© AFP 2026", null)]
    [InlineData("Haven\n", "", null)]
    [InlineData("", "\nTags\nJapan\nDefence\nJapan and its neighbours", null)]
    [InlineData("", "", null)]
    public void AnOutletIsNamedByItsPage(string top, string bottom, string? outlet) =>
        Assert.Equal(outlet, Dump.Only($"{top}{Head}\n3 March 2026\n\n{Dump.Bridge}\n{bottom}").Outlet);

    [Theory]
    [InlineData(" date 2026-03-05 ×\n", "By AFP | Mar. 3, 2026\n", "2026-03-03")]
    [InlineData(" date 2026-03-05 ×\n", "", "2026-03-05")]
    [InlineData("", "Published 3 March 2026\nUpdated 4 March 2026\n", "2026-03-03")]
    [InlineData("", "Updated 4 March 2026\n", "2026-03-04")]
    [InlineData("", "Updated 4 sec ago\n", null)]
    [InlineData("", "Tue 3 Mar 2026 07.20 GMT\nLast modified on Wed 4 Mar 2026 10.45 GMT\n", "2026-03-03T07:20:00Z")]
    [InlineData("", "Last modified on 4 March 2026\nPublished 3 March 2026\n", "2026-03-03")]
    [InlineData("", "Mar. 3, 2026 Updated: Mar. 4, 2026 7:20 p.m.\n", "2026-03-03")]
    [InlineData("", "Mise à jour le 4 mars 2026, publié le 3 mars 2026\n", "2026-03-03")]
    [InlineData("", "20260303\n", "2026-03-03")]
    [InlineData("", "03/02/2026\nHaven | 3 February 2026\n", "2026-02-03")]
    [InlineData("", "Monday 2 March 2026 14:05 GMT\n", "2026-03-02T14:05:00Z")]
    public void TheDateNearestTheHeadlineIsThePublication(string top, string below, string? expected) =>
        Assert.Equal(expected, Dump.Only($"{top}{Head}\n{below}\n{Dump.Bridge}\nThe last closure was on 7 January 2019.").Published?.ToString());

    [Theory]
    [InlineData("February 3", "2026-11-28", "2026-02-03")]
    [InlineData("February 3", "2026-02-02", "2026-02-03")]
    [InlineData("February 4", "2026-02-02", "2025-02-04")]
    [InlineData("Dec 30", "2026-01-02", "2025-12-30")]
    [InlineData("February 29", "2026-11-28", "2024-02-29")]
    [InlineData("03/12/2026", "2026-11-28", "2026-03-12")]
    public void APublicationIsNotAheadOfTheReader(string stamp, string read, string expected)
    {
        var readAt = NodaTime.Text.LocalDatePattern.Iso.Parse(read).Value.AtMidnight().InUtc().ToInstant();

        var extracted = ArticleExtractor.Extract(Dump.Document($"{Head}\n{stamp}\n\n{Dump.Bridge}") with { ReadAt = readAt });

        Assert.Equal(expected, Assert.Single(extracted.Articles).Published?.ToString());
    }
}
