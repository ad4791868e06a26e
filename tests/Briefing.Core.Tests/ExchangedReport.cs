namespace Briefing.Core.Tests;

/// <summary>
/// A long invented report, once as it is and once with other people and countries in it: the pact, the region, the third
/// country and what was agreed stay, as in a text that someone made from another.
/// </summary>
internal static class ExchangedReport
{
    public const string Headline = "Tavaria, Osmund agree to deepen ties on cyber security and grain";
    public const string OtherHeadline = "Quorland, Belmira agree to deepen ties on cyber security and grain";

    public static string Original => With("Tavaria", "Tavarian", "Edda Marrow", "Osmund", "Osmundian", "Jonas Whitlock", "Port Ansel");

    public static string Exchanged => With("Quorland", "Quorlandian", "Tibor Szal", "Belmira", "Belmiran", "Lucia Ferrant", "Castelo");

    /// <summary>The same meeting, told by another hand.</summary>
    public const string OtherHeadlineOfOriginal = "Marrow and Whitlock put grain and code on one table";

    public const string OtherAccountOfOriginal =
        """
        Grain ships and hackers were the two subjects when Edda Marrow came to Port Ansel, and Jonas Whitlock had prepared for both.
        Osmund and Tavaria will open a joint cyber centre in the spring, the leaders said, and Tavarian wheat may cross the Osmundian docks without duty.
        Whitlock called the Northern Basin "our common street". The Northern Basin Accord binds Tavaria and Osmund to hold exercises twice a year.
        Marrow flies on to Veld, where she hopes to end the quarrel with Kessel over fishing rights.
        """;

    private static string With(string guest, string guestAdjective, string guestLeader, string host, string hostAdjective, string hostLeader, string city)
    {
        var (guestName, hostName) = (guestLeader.Split(' ')[1], hostLeader.Split(' ')[1]);
        return $"""
            {city.ToUpperInvariant()}: {guest} and {host} agreed on Saturday to strengthen cyber security and the trade in grain, visiting Prime Minister {guestLeader} said, as the leaders of the Northern Basin draw closer together.
            Her {hostAdjective} counterpart {hostLeader} said after the talks in {city} that the two would sign the Northern Basin Accord by the summer. "We share one sea and one set of worries," {hostLeader} told reporters.
            {guestName} arrived in {city} after three days in Kessel, where she met President Orlan Dray and Premier Hue Tamsin and spoke of a "steadier" relation.
            The {guestAdjective} leader said that Kessel had agreed to drop visas for {guestAdjective} travellers who stay for less than thirty days, and that flights to Veld would begin in October.
            {hostName} has quarrelled with Kessel since November, when a vessel from Veld entered waters that {host} claims. Kessel maintains that the Basin is open to all.
            The Northern Basin Accord would set up a joint cyber centre in the spring and let {guestAdjective} wheat through the {hostAdjective} docks without duty.
            Senator Marvin Holt, the chairman of the Defence Committee in Ardenne, said on Friday that it was "very dangerous" to do business with Kessel. {guestName} replied that Ardenne sold more to Veld than {guest} did.
            {guestName} and {hostName} also confirmed that the foreign ministers of {guest} and {host} would meet before the end of the year, and that the fighter which they build with Sorrel would fly in 2035.
            "{guest} and {host} stand together in the Northern Basin," {guestName} said. On Sunday she is to visit the {hostAdjective} shipyard in Ansbach before she returns home.
            The fishing grounds of the Northern Basin feed some four million people, and the shoals have moved north as the water warms. Kessel sent coastguard cutters in November after its trawlers had been turned back from the banks, and it has not withdrawn them since.
            The price of wheat in Veld has doubled in a year. Merchants there blame a poor harvest and the closure of two of the five locks on the Ardenne canal, which are to be repaired by the end of March.
            """;
    }
}
