namespace Briefing.Core.Tests.Stories;

/// <summary>Invented news of seven subjects: an event told, the same event told otherwise or a day on, and a look-alike of it.</summary>
internal static class Subjects
{
    public static readonly Subject[] All =
    [
        new(
            "court",
            ("Former mayor jailed for six years over harbour bribes",
                """
                A court in Lissenby sentenced the city's former mayor, Conrad Vey, to six years in prison on Thursday for taking bribes from a building firm.
                Judge Amara Holt said that Vey had sold the harbour redevelopment to Castellan Works for 1.3 million crowns and a flat in the old town.
                Vey, 61, who was mayor from 2011 to 2022, shook his head as the sentence was read. His lawyer announced an appeal.
                Two managers of Castellan Works were given suspended sentences. The prosecution had asked for nine years.
                """),
            ("Vey gets six years in Lissenby bribery trial",
                """
                Conrad Vey will appeal against the six-year term he was given for corruption, his defence said after one of the longest trials that Lissenby has seen.
                The former mayor accepted a flat and 1.3 million crowns from Castellan Works, the judges found, and saw to it that the firm got the harbour contract.
                "He treated a public quay as his own," Judge Holt said. Executives of the company escaped prison.
                Residents who had waited in front of the courthouse applauded when the verdict was announced.
                """),
            ("Former minister jailed for four years over rail bribes",
                """
                A court in Dunmarrow sentenced the country's former transport minister, Ottilie Sand, to four years in prison on Thursday for taking bribes from a signal maker.
                Judge Piers Lomax said that Sand had sold the order for the coastal line to Ferrotec for 700,000 crowns and a holiday house on the lake.
                Sand, 55, who was minister from 2015 to 2020, wept as the sentence was read. Her lawyer announced an appeal.
                Two managers of Ferrotec were given suspended sentences. The prosecution had asked for seven years.
                """)),
        new(
            "flood",
            ("At least nine dead as Orsa river bursts its banks",
                """
                At least nine people were killed and thousands left their homes when the Orsa burst its banks in the province of Velden after two days of rain, the authorities said on Friday.
                The town of Karnholt was worst hit: water stood two metres deep in the market square, and the bridge to the railway station was swept away.
                Soldiers with boats took people from roofs. Governor Silke Aarons declared a state of emergency.
                Forecasters expect the river to crest at 8.4 metres on Saturday morning.
                """),
            ("Karnholt counts its dead after the Orsa recedes",
                """
                The death toll of the floods in Velden has risen to twelve, Governor Silke Aarons said, after divers found three bodies in a cellar in Karnholt.
                The Orsa has fallen by two metres since it crested on Saturday, and the first of the families who fled have come home to mud and broken walls.
                Engineers are to lay a military bridge where the old one to the station was carried off.
                "I have lived by this river for seventy years and never feared it before," said Marten Dool, a baker.
                """),
            ("At least five dead as Pellin river bursts its banks",
                """
                At least five people were killed and hundreds left their homes when the Pellin burst its banks in the province of Tarsk after three days of rain, the authorities said on Friday.
                The town of Ombury was worst hit: water stood a metre deep in the main street, and the road to the hospital was swept away.
                Firefighters with boats took people from roofs. Governor Hugo Brandt declared a state of emergency.
                Forecasters expect the river to crest at 6.1 metres on Sunday evening.
                """)),
        new(
            "election",
            ("Opposition wins Torvald election after twelve years",
                """
                Torvald's opposition has won the parliamentary election and ends twelve years of conservative rule, results showed on Monday.
                The Labour Alliance of Ines Malherbe took 41 per cent of the vote and 96 of the 200 seats, the electoral commission said. The Conservatives of Prime Minister Rolf Stenger fell to 29 per cent.
                Stenger conceded defeat shortly before midnight and wished his rival luck. Malherbe needs a partner and said that she would speak to the Greens first.
                Turnout was 71 per cent, the highest since 1994.
                """),
            ("Malherbe begins coalition talks with Greens",
                """
                Ines Malherbe has opened talks with the Green party on a government for Torvald, a day after her Labour Alliance drove the Conservatives from power.
                Together the two would hold 109 of 200 seats. The Greens want a minister for climate and an end to drilling in the Sound.
                Rolf Stenger, whose party lost a third of its voters, said that he would lead it no longer.
                Malherbe would be the first woman at the head of a Torvald cabinet.
                """),
            ("Opposition wins Marenne election after eight years",
                """
                Marenne's opposition has won the parliamentary election and ends eight years of liberal rule, results showed on Monday.
                The National Union of Bertil Crane took 38 per cent of the vote and 61 of the 150 seats, the electoral commission said. The Liberals of Prime Minister Odile Ferran fell to 24 per cent.
                Ferran conceded defeat shortly after ten and wished her rival luck. Crane needs a partner and said that he would speak to the Farmers' League first.
                Turnout was 64 per cent, the lowest since 1986.
                """)),
        new(
            "merger",
            ("Ardent Insurance and Holm Mutual to merge",
                """
                Ardent Insurance and Holm Mutual are to merge and form the third-largest insurer of the region with nine million customers, the companies said on Tuesday.
                Holders of Holm will receive seven shares of Ardent for every ten of theirs. Ardent's chief executive, Lorna Beck, is to run the new group from Stavering.
                Some 1,200 jobs will go over three years, mostly in claims offices. The merger is to be complete by March.
                """),
            ("Union warns of strikes over Holm Mutual deal",
                """
                The union of insurance clerks has threatened to walk out if Ardent does not withdraw its plan to shed 1,200 posts when it merges with Holm Mutual.
                Lorna Beck, who is to lead the combined insurer, had told staff in Stavering on Tuesday that claims offices overlapped in forty towns.
                "They count customers by the million and colleagues by the cost," said union secretary Gil Ormond. Holm's owners vote on the share exchange in December.
                """),
            ("Quayle Brewing and Amber House to merge",
                """
                Quayle Brewing and Amber House are to merge and form the second-largest brewer of the region with forty brands, the companies said on Tuesday.
                Holders of Amber will receive three shares of Quayle for every four of theirs. Quayle's chief executive, Dermot Ash, is to run the new group from Port Rowan.
                Some 650 jobs will go over two years, mostly in bottling plants. The merger is to be complete by June.
                """)),
        new(
            "strike",
            ("Train drivers on Northline to strike for three days",
                """
                Train drivers on the Northline network will strike for three days from Wednesday, their union said after talks on pay broke down.
                The drivers' union Semaphore wants 7 per cent more and a shorter week; Northline has offered 4 per cent over two years. Nine in ten members voted to walk out.
                Only one train in five will run between Carrow and Elmstead, the railway warned. General secretary Tobias Lund said that the company had "come to the table with empty hands".
                """),
            ("Commuters stranded as Northline strike begins",
                """
                Platforms in Carrow were empty on Wednesday as the walkout of Northline's drivers brought four services in five to a halt.
                Buses towards Elmstead were full by seven, and the ring road was jammed for twenty kilometres.
                Northline called on Semaphore to return to the talks and renewed its offer of 4 per cent. Tobias Lund replied that the union was waiting for a figure "with a seven in it".
                """),
            ("Nurses at Westmark clinics to strike for two days",
                """
                Nurses at the Westmark clinics will strike for two days from Thursday, their union said after talks on pay broke down.
                The nurses' union Lantern wants 9 per cent more and fixed rosters; Westmark has offered 5 per cent over three years. Eight in ten members voted to walk out.
                Only urgent operations will go ahead in Hale and Brixworth, the clinics warned. General secretary Una Farrow said that the employers had "brought nothing but coffee".
                """)),
        new(
            "football",
            ("Late Kostic goal sends Rovers to the cup final",
                """
                A goal by Milan Kostic in the 88th minute took Aldbury Rovers to the cup final with a 2-1 win over Fenwick Town on Saturday.
                Fenwick had led through Joe Abara's free kick before Sam Teale levelled from a corner shortly after half-time.
                Goalkeeper Luis Prado kept Rovers in the game with three saves. Coach Gerd Wieland called it "the longest ten minutes of my life".
                Rovers will meet Stanmoor United on 16 May at the National Stadium.
                """),
            ("Fenwick fall at the last to Aldbury",
                """
                Fenwick Town were two minutes from extra time when Milan Kostic broke their hearts in the semi-final.
                Joe Abara had put them ahead with a free kick that Luis Prado hardly saw, but Aldbury came back through Teale and finished stronger.
                "We deserved better," said the Fenwick captain, Owen Marsh. It is Rovers' first final since 1978; Stanmoor United are waiting.
                """),
            ("Late Brandao goal sends Albion to the league final",
                """
                A goal by Tiago Brandao in the 90th minute took Merrow Albion to the league final with a 3-2 win over Castle Park on Saturday.
                Castle Park had led through Ryan Cobb's header before Ben Lisle levelled from a penalty shortly before half-time.
                Goalkeeper Arno Visser kept Albion in the game with four saves. Coach Paul Denning called it "a night for the grandchildren".
                Albion will meet Harwell City on 23 May at the Crown Ground.
                """)),
        new(
            "central bank",
            ("Bank of Sundmark raises key rate to 3.75%",
                """
                The Bank of Sundmark raised its key rate by a quarter of a point to 3.75 per cent on Wednesday and said that inflation was falling more slowly than it had hoped.
                Governor Astrid Keel said that wages were rising by 6 per cent a year and that another step in June was possible. Two of the seven members of the board voted to wait.
                The mark gained one per cent against the euro. Economists had expected no change.
                """),
            ("Keel surprises markets with quarter-point rise",
                """
                Borrowers in Sundmark must pay more: the central bank under Astrid Keel put its key rate up to 3.75 per cent against all forecasts.
                Banks said that they would pass the step on to mortgages within weeks. Pay deals of 6 per cent had alarmed the board, which was split by five to two.
                The mark rose and shares of builders fell. "June is open," Keel told reporters when asked whether more was to come.
                """),
            ("Bank of Ostermere cuts key rate to 2.25%",
                """
                The Bank of Ostermere cut its key rate by half a point to 2.25 per cent on Wednesday and said that inflation was falling faster than it had feared.
                Governor Matthias Roe said that prices were rising by 1 per cent a year and that another step in July was likely. Three of the nine members of the board voted to wait.
                The guilder lost one per cent against the dollar. Economists had expected a smaller step.
                """)),
    ];

    public static TheoryData<string> Names => [.. All.Select(subject => subject.Name)];

    public static Subject Named(string name) => All.Single(subject => subject.Name == name);

    internal sealed record Subject(
        string Name, (string Headline, string Text) Account, (string Headline, string Text) Other, (string Headline, string Text) LookAlike);
}
