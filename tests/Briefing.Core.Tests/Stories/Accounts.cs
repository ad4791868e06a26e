namespace Briefing.Core.Tests.Stories;

/// <summary>Invented news: events told twice in other words, and events of one kind told by one template.</summary>
internal static class Accounts
{
    public static readonly (string Headline, string Text)[] OfTheFerry =
    [
        ("Ferry runs aground off Stornholm with 212 on board",
            """
            A passenger ferry ran aground on a sandbank outside the harbour of Stornholm early on Monday with 212 people on board, the coastguard said.
            Nobody was hurt when the Freya Dancer struck the bank in thick fog shortly before six o'clock, but the vessel took in water and leaned to one side.
            Lifeboats and two helicopters brought the passengers ashore within three hours. Captain Henrik Aldous stayed on board with a crew of nine.
            The operator, Nordlys Lines, said that the ship had passed an inspection in January. An inquiry has been opened.
            """),
        ("Passengers lifted from stranded Freya Dancer",
            """
            All 212 passengers of the Freya Dancer are safe after the ferry got stuck in fog near Stornholm, rescuers reported.
            Helicopter crews and lifeboat volunteers worked through the morning to take families off the listing ship, which belongs to Nordlys Lines.
            "We felt a long scrape and then nothing moved," said Ida Berglund, who was travelling with two children.
            Investigators want to hear from the captain, Henrik Aldous, why the ferry left the marked channel into the harbour.
            """),
    ];

    public static readonly (string Headline, string Text)[] OfTheMerger =
    [
        ("Tessaly to buy Corvane Foods for 3.4 billion euros",
            """
            The dairy group Tessaly has agreed to buy Corvane Foods, maker of the Old Orchard juices, for 3.4 billion euros in cash and shares.
            The boards of both companies approved the takeover on Sunday night. Shareholders of Corvane are to receive 41 euros a share, a fifth more than Friday's close.
            Tessaly's chief executive, Marta Quillon, expects savings of 150 million euros a year. Regulators in Brussels must still give their consent.
            """),
        ("Juice maker Corvane taken over by Tessaly",
            """
            Corvane Foods, best known for Old Orchard, will belong to Tessaly by the autumn if the competition authority lets it.
            The dairy company pays 3.4 billion euros, people close to the talks said, and Marta Quillon will lead the combined business.
            Unions at the juice plants fear for jobs: Tessaly has promised its investors to cut costs by 150 million euros each year.
            """),
    ];

    public static readonly (string Headline, string Text)[] OfTheVisit =
    [
        ("Ostrava and Lindow sign rail pact during premier's visit",
            """
            LINDOW - Prime Minister Pavel Hradec and his host Greta Maarden signed an agreement on a night train between the two capitals on Monday.
            The line is to open in 2029 and to cut the journey to nine hours. Both governments also agreed to share the cost of a new bridge over the Vell.
            Hradec, on his first visit abroad since the election, said that the two countries were "closer than the map shows".
            On Tuesday he is to speak to students at the university before he flies home.
            """),
        ("Hradec and Maarden agree on night trains",
            """
            Sleeper trains will link the capitals again from 2029 under an accord that Greta Maarden and the visiting premier, Pavel Hradec, put their names to.
            A bridge across the Vell will be paid for jointly, officials said in Lindow.
            "We are closer than the map shows," Hradec told reporters after the talks, his first on foreign soil since he took office.
            """),
    ];

    public static TheoryData<string, string[], string[]> LookAlikes => new()
    {
        {
            "two visits",
            ["Norwick, Palmere agree to deepen trade ties", "Norwick, Osterby agree to deepen trade ties"],
            [
                """
                Norwick and Palmere agreed to strengthen trade and defence ties, visiting Prime Minister Alan Treadwell said on Monday after talks with President Lucia Bento in Costa Nova.
                "We want an even closer partnership," Treadwell said as he stood beside Bento. The two leaders confirmed plans for a meeting of their finance ministers later this year.
                They also signed an agreement on fisheries and promised to work together on offshore wind.
                """,
                """
                Norwick and Osterby agreed to strengthen trade and defence ties, visiting Foreign Minister Joan Pell said on Monday after talks with Chancellor Emil Rask in Haldern.
                "We hope for many more years of friendship," Pell said as she stood beside Rask. The two sides confirmed plans for a meeting of their justice ministers later this year.
                They also signed an agreement on student exchanges and promised to work together on cyber security.
                """,
            ]
        },
        {
            "two shootings",
            ["Man, 34, dies after shooting in Eastmere", "Woman, 51, dies after shooting in Callow Heath"],
            [
                """
                A 34-year-old man has died after he was shot outside a bar in Eastmere on Saturday night, police said.
                Officers were called to Linden Street at about 11.20 pm and found Daniel Okoro with wounds to the chest. He died in hospital.
                A man was arrested on suspicion of murder and remains in custody. Detectives asked witnesses to come forward.
                """,
                """
                A 51-year-old woman has died after she was shot outside a house in Callow Heath on Sunday morning, police said.
                Officers were called to Brook Lane at about 7.45 am and found Helen Marsh with wounds to the neck. She died at the scene.
                No one was arrested. Detectives asked witnesses to come forward and said that the search for a grey van went on.
                """,
            ]
        },
        {
            "two quakes",
            ["Magnitude 5.9 earthquake shakes Sarawend", "Magnitude 6.2 earthquake shakes Tumaro"],
            [
                """
                A magnitude 5.9 earthquake shook the Sarawend valley on Monday, damaging roads and houses, the seismological institute said.
                The quake struck at 4.12 am at a depth of 10 kilometres, 30 kilometres north of Port Elin. There were no immediate reports of deaths.
                Residents ran into the streets. Schools in Port Elin stay closed until Wednesday, the mayor, Rosa Kint, said.
                """,
                """
                A magnitude 6.2 earthquake shook the island of Tumaro on Monday, damaging a hospital and a bridge, the geological survey said.
                The quake struck at 9.47 pm at a depth of 35 kilometres, 80 kilometres west of Lahuna. Four people died, the civil defence reported.
                Residents ran into the streets. A tsunami warning was lifted after two hours, governor Peter Salo said.
                """,
            ]
        },
        {
            "two sets of results",
            ["Halvorn profit rises 12% on strong sales", "Brightwell profit falls 8% on weak sales"],
            [
                """
                Halvorn, the maker of kitchen machines, said on Monday that its profit rose 12% in the last quarter to 88 million euros on strong sales in Asia.
                Revenue grew to 910 million euros from 850 million a year earlier. Chief executive Tom Eydis kept the forecast for the year.
                Shares rose 3% in early trading.
                """,
                """
                Brightwell, the chain of garden centres, said on Monday that its profit fell 8% in the last quarter to 31 million pounds on weak sales at home.
                Revenue shrank to 402 million pounds from 440 million a year earlier. Chief executive Nora Fenn cut the forecast for the year.
                Shares fell 6% in early trading.
                """,
            ]
        },
    };
}
