using Briefing.Core.Model;

namespace Briefing.Core.Tests.Novelty;

/// <summary>A story as Monday's and Tuesday's editions tell it.</summary>
internal sealed record TwoMornings(string Subject, string MondayHeadline, string[] Monday, string TuesdayHeadline, Told[] Tuesday, bool IsContinued = true)
{
    public static IReadOnlyList<TwoMornings> All { get; } =
    [
        new(
            "a flood's toll and its search",
            "Floods in the Marl valley kill nine",
            [
                "At least nine people died when the River Marl burst its banks near Ostrey on Saturday night.",
                "Rescuers searched for 14 missing residents of the village of Penn Abbas.",
                "Prime Minister Lena Orvik said the government would pay for temporary housing.",
                "The regional weather office had warned of heavy rain on Friday.",
            ],
            "Marl valley floods: toll rises to 13",
            [
                Told.Updated("At least 13 people died when the River Marl burst its banks near Ostrey on Saturday night.", "At least nine people died when the River Marl burst its banks near Ostrey on Saturday night."),
                Told.Continuing("On Friday the regional weather office had given warning of heavy rain."),
                Told.Continuing("The government would pay for temporary housing, Prime Minister Lena Orvik said."),
                Told.New("Engineers began to pump water out of the hospital in Ostrey on Monday."),
            ]),
        new(
            "a strike that begins later",
            "Tram drivers in Kolm to strike",
            [
                "Tram drivers in Kolm will walk out on Thursday over pay, the Transport Workers' Union said.",
                "The union wants a rise of 7 per cent.",
                "About 1,200 drivers work for the city's tram company.",
            ],
            "Kolm tram strike put off",
            [
                Told.Updated("Tram drivers in Kolm will walk out on Friday over pay, the Transport Workers' Union said.", "Tram drivers in Kolm will walk out on Thursday over pay, the Transport Workers' Union said."),
                Told.Continuing("Some 1,200 drivers work for the tram company of the city."),
                Told.New("The mayor asked both sides to meet an arbitrator before the end of the week."),
            ]),
        new(
            "talks that end in an agreement",
            "Sarn and Velia agree in principle on river water",
            [
                "Sarn and Velia agreed in principle on Sunday to share the water of the Tessel river.",
                "The talks in Port Amber lasted four days.",
                "Each country is to take 45 per cent of the summer flow.",
            ],
            "Sarn and Velia agree to share river water",
            [
                Told.Updated("Sarn and Velia agreed to share the water of the Tessel river.", "Sarn and Velia agreed in principle on Sunday to share the water of the Tessel river."),
                Told.Continuing("Four days of talks were held in Port Amber."),
                Told.Updated("Each country is to take 40 per cent of the summer flow.", "Each country is to take 45 per cent of the summer flow."),
                Told.New("Farmers in the Tessel delta protested against the accord outside parliament."),
            ]),
        new(
            "a court's verdict that comes to pass",
            "Court to rule on former mayor of Dunmere",
            [
                "The High Court will sentence the former mayor of Dunmere, Piet Havel, on Monday for taking bribes.",
                "Havel denies taking 300,000 euros from a builder.",
            ],
            "Former mayor of Dunmere jailed",
            [
                Told.Updated("The High Court sentenced the former mayor of Dunmere, Piet Havel, to six years in prison on Monday for taking bribes.", "The High Court will sentence the former mayor of Dunmere, Piet Havel, on Monday for taking bribes."),
                Told.Continuing("Havel has denied that he took 300,000 euros from a builder."),
                Told.New("His lawyer said he would appeal."),
            ]),
        new(
            "an election count",
            "Nordal party ahead in Astrand election",
            [
                "The Nordal party led with 38 per cent of the vote after half of the ballots were counted in Astrand.",
                "Turnout was 61 per cent, the election commission said.",
            ],
            "Nordal party wins Astrand election",
            [
                Told.Updated("The Nordal party led with 41 per cent of the vote after nearly all of the ballots were counted in Astrand.", "The Nordal party led with 38 per cent of the vote after half of the ballots were counted in Astrand."),
                Told.Continuing("The election commission put turnout at 61 per cent."),
                Told.New("The Coastal Alliance conceded defeat and congratulated the winner, Mira Sand."),
            ]),
        new(
            "a budget told more fully",
            "Finance minister presents budget",
            [
                "Finance Minister Joris Daal presented the budget to parliament on Monday.",
                "Spending on schools will grow.",
                "The deficit is put at 3.2 per cent of national income.",
            ],
            "Budget raises school spending",
            [
                Told.Continuing("Joris Daal, the finance minister, presented his budget to parliament on Monday."),
                Told.Updated("Spending on schools will grow by 2.4 billion crowns over three years.", "Spending on schools will grow."),
                Told.Continuing("The deficit is put at 3.2 per cent of national income."),
                Told.New("Opposition leader Karin Moll called the plan a gamble with pensions."),
            ]),
        new(
            "another month's figures",
            "Prices in Veldania rise 3.1 per cent",
            [
                "Consumer prices in Veldania rose by 3.1 per cent in January from a year earlier, the statistics office said.",
                "Food prices rose by 5.0 per cent.",
                "Analysts had expected a rise of 3.0 per cent.",
            ],
            "Prices in Veldania rise 2.8 per cent",
            [
                Told.New("Consumer prices in Veldania rose by 2.8 per cent in February from a year earlier, the statistics office said."),
                Told.New("Food prices rose by 4.1 per cent."),
                Told.New("Analysts had expected a rise of 2.9 per cent."),
            ],
            IsContinued: false),
        new(
            "another summit",
            "Leaders of Sarn and Velia meet in Port Amber",
            [
                "President Ilan Brek of Sarn and Prime Minister Dora Quist of Velia met in Port Amber on Sunday for talks on trade.",
                "The two leaders said they would lower tariffs on grain.",
                "They are to meet again in the autumn.",
            ],
            "Leaders of Kesh and Umbria meet in Lorne",
            [
                Told.New("President Tomas Ekwall of Kesh and Prime Minister Rui Pardo of Umbria met in Lorne on Monday for talks on trade."),
                Told.New("The two leaders said they would lower tariffs on steel."),
                Told.New("They are to meet again in the autumn."),
            ],
            IsContinued: false),
        new(
            "another accident of the kind",
            "Three die in bus crash near Halden",
            [
                "Three people died and 20 were injured when a bus left the motorway near Halden on Saturday.",
                "Police said the driver had fallen asleep.",
            ],
            "Four die in bus crash near Brixlow",
            [
                Told.New("Four people died and 11 were injured when a bus left the motorway near Brixlow on Monday."),
                Told.New("Police said a tyre had burst."),
            ],
            IsContinued: false),
        new(
            "a follow-up without a sentence in common",
            "Ferry sinks off Isle of Morra with 60 aboard",
            [
                "The ferry Sea Lark sank off the Isle of Morra on Saturday with 60 people aboard.",
                "Coastguards rescued 52 passengers from the Sea Lark.",
                "The Morra Line, which owns the ferry, said its papers were in order.",
            ],
            "Inquiry into sinking of ferry Sea Lark off Morra",
            [
                Told.New("A judge will lead an inquiry into the loss of the ferry Sea Lark, the transport ministry announced."),
                Told.New("Divers found that the Sea Lark's bow door had been left open."),
                Told.New("The Morra Line suspended two officers of the ferry."),
            ]),
        new(
            "an appointment of someone else",
            "Hanne Roth to lead central bank",
            [
                "The cabinet has chosen Hanne Roth as governor of the central bank.",
                "The governor's term is six years.",
            ],
            "Cabinet names another central bank governor",
            [
                Told.Updated("The cabinet has chosen Olav Brandt as governor of the central bank.", "The cabinet has chosen Hanne Roth as governor of the central bank."),
                Told.Continuing("The governor serves a term of six years."),
            ]),
        new(
            "what was said, quoted again",
            "Minister defends hospital closures",
            [
                "\"No patient will have to travel for more than half an hour,\" Health Minister Ada Lindqvist told the assembly.",
                "Four hospitals in the north will close by 2028.",
            ],
            "Hospital closures: minister under pressure",
            [
                Told.Continuing("Lindqvist said in the assembly: \"No patient will have to travel for more than half an hour.\""),
                Told.New("Doctors in Nordheim plan a march through the capital next week."),
                Told.Continuing("By 2028 four hospitals in the north will be closed."),
            ]),
        new(
            "the same said on another day",
            "Airline grounds its turboprops",
            [
                "Skerry Air will keep its nine turboprops on the ground until the end of March, its chief executive said on Sunday.",
                "Cracks had been found in two propeller blades.",
            ],
            "Skerry Air keeps turboprops grounded",
            [
                Told.Continuing("Skerry Air will keep its nine turboprops on the ground until the end of March, its chief executive told reporters on Monday."),
                Told.Continuing("In two propeller blades, cracks had been found."),
                Told.New("The islands of Skerry and Holm have had no flights since Saturday."),
            ]),
        new(
            "another bloc's budget, in the same words",
            "Northern bloc doubles budget of its coast guard",
            [
                "Ministers of the Northern bloc agreed in Ravna on Thursday to double the budget of its coast guard to 210 million crowns a year.",
                "Estmark will bear 35 per cent of the sum.",
                "Members that fall behind for two years will lose their vote.",
                "Analysts doubt that the money will come.",
            ],
            "Southern bloc doubles budget of its coast guard",
            [
                Told.New("Ministers of the Southern bloc agreed in Lorne on Sunday to double the budget of its coast guard to 480 million crowns a year."),
                Told.New("Umbria will bear 40 per cent of the sum."),
                Told.New("Members that fall behind for two years will lose their vote."),
                Told.New("Analysts doubt that the money will come."),
            ],
            IsContinued: false),
        new(
            "an agreement inside a longer sentence",
            "Ferry talks end",
            [
                "The mayor of Holm announced that Velia had agreed in principle to restore the night ferry between Holm and Port Amber, as she ended a visit on Saturday.",
                "No price was named.",
            ],
            "Mayor of Holm home from Velia",
            [
                Told.Updated(
                    "She also watched the signing of two accords, with the mayor of Holm announcing that Velia had agreed to restore the night ferry between Holm and Port Amber.",
                    "The mayor of Holm announced that Velia had agreed in principle to restore the night ferry between Holm and Port Amber, as she ended a visit on Saturday."),
                Told.New("Fishermen in Holm fear for their moorings."),
            ]),
        new(
            "a plan that is still one",
            "Parliament to vote on clocks",
            [
                "Parliament in Astrand will vote on Wednesday on whether to keep summer time all year.",
                "Farmers oppose the change.",
            ],
            "Astrand votes on clocks on Wednesday",
            [
                Told.Continuing("Parliament in Astrand votes on Wednesday on whether summer time is to be kept all year."),
                Told.New("The Nordal party said its members were free to vote as they liked."),
            ]),
    ];
}

/// <param name="Updates">What the earlier statement said that it changes.</param>
internal sealed record Told(string Text, NewsStatus Status, string? Updates)
{
    public static Told New(string text) => new(text, NewsStatus.New, null);

    public static Told Updated(string text, string earlier) => new(text, NewsStatus.Updated, earlier);

    public static Told Continuing(string text) => new(text, NewsStatus.Continuing, null);
}
