namespace Briefing.Core.Tests.Extraction;

/// <summary>Made-up reports of one shape about three meetings.</summary>
internal static class Meetings
{
    public static readonly (string Headline, string Text)[] All =
    [
        ("France, India to step up defence and nuclear cooperation",
            """
            France and India agreed to widen defence and civil nuclear cooperation, visiting President Luc Ferrand said on Saturday, after his stop in Riyadh drew criticism at home.
            Ferrand noted that France and India were among the few countries able to build their own submarines and satellites.
            "We chose a path of trust, and we will go further along it in the years ahead," Ferrand said as he stood beside India's Prime Minister Arun Desai after talks in New Delhi.
            Desai said they agreed to hold a meeting of French and Indian foreign and defence ministers this year.
            Ferrand arrived on a two-day visit to New Delhi after a three-day trip to Saudi Arabia, where he signed a series of agreements on energy.
            Desai said that a strengthening of supply chains for semiconductors was a shared and urgent task.
            """),
        ("Germany, Brazil to build up trade and climate partnership",
            """
            Germany and Brazil agreed to strengthen trade and climate ties, visiting Chancellor Jonas Ahlers said on Saturday, after his push for a treaty met resistance from farmers.
            Ahlers noted that Germany and Brazil were the largest economies of their continents and partners in many trade pacts.
            "We want to be each other's first call when the winds turn rough," Ahlers said as he stood beside Brazil's President Caio Teixeira after a meeting in Brasilia.
            Teixeira said they agreed to hold a meeting of German and Brazilian economy ministers this year.
            Ahlers arrived in Brasilia on a one-day stop after a three-day visit to Argentina, where he met its president.
            The two leaders agreed that a strengthening of supply chains for lithium and niobium was needed.
            """),
        ("Kenya and South Korea sign upgraded trade agreement",
            """
            Kenya and South Korea signed an upgraded trade agreement in Nairobi on Friday, which officials said would safeguard exports of tea and flowers.
            "This is a deal for the farms of one country and the shop floors of the other," Trade Minister Wanjiru Otieno said beside her colleague Han Seo-jin.
            The agreement covers digital trade and services for the first time and keeps tariffs at zero on most goods.
            South Korea is among Kenya's larger trading partners, according to official figures.
            The agreement has to be ratified by both parliaments and is expected to take effect next year.
            Han said that a joint committee on supply chains would meet twice a year.
            """),
    ];
}
