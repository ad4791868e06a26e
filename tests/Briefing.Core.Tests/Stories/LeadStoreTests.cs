using Briefing.Core.Stories;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Core.Tests.Stories;

public class LeadStoreTests
{
    [Fact]
    public void WhatIsReadComesBackAsItWentInAcrossManyBlocks()
    {
        var reader = new LeadReader();
        var store = new LeadStore();
        var kept = new List<(uint[] Terms, ushort[] Counts, int? Day)>();
        for (var article = 0; article < 3_000; article++)
        {
            var text = article % 7 == 0 ? "" : string.Join(' ', Enumerable.Range(article, 150).Select(number => $"word{number}, Name{number % 40}"));
            var lead = reader.Read($"Headline {article}", text, article % 3 == 0 ? null : article);
            store.Add(lead);
            kept.Add((lead.Terms.ToArray(), lead.Counts.ToArray(), lead.Day));
        }

        for (var article = 0; article < kept.Count; article++)
        {
            Assert.Equal(kept[article].Terms, store[article].Terms.ToArray());
            Assert.Equal(kept[article].Counts, store[article].Counts.ToArray());
            Assert.Equal(kept[article].Day, store[article].Day);
        }
    }

    [Fact]
    public void TermsAreCountedAsADictionaryCounts()
    {
        var counts = new TermCounts();
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 900).Select(number => (uint)number << 20).ListOf().ToArbitrary(), terms =>
        {
            counts.Clear();
            foreach (var term in terms.Concat(terms.Select(term => term + 1)))
                counts.Add(term, 10, isFact: false, rarity: 1);
            var expected = terms.Concat(terms.Select(term => term + 1)).CountBy(term => term).ToDictionary(pair => pair.Key, pair => 10 * pair.Value);
            return counts.Entries.ToArray().ToDictionary(entry => entry.Term, entry => entry.Count).OrderBy(pair => pair.Key).SequenceEqual(expected.OrderBy(pair => pair.Key));
        }));
    }

    [Fact]
    public void ALeadDoesNotDependOnWhatWasReadBefore()
    {
        var used = new LeadReader();
        for (var number = 0; number < 40_000; number++)
            used.Read($"Aname{number}", $"bword{number} cword{number}", null);
        foreach (var (headline, text) in Accounts.OfTheFerry)
        {
            var fresh = new LeadReader().Read(headline, text, 1);
            var again = used.Read(headline, text, 1);
            Assert.Equal(fresh.Terms.ToArray(), again.Terms.ToArray());
            Assert.Equal(fresh.Counts.ToArray(), again.Counts.ToArray());
        }
    }

    [Fact]
    public void OfALongLeadTheTermsThatTellMostAreKept()
    {
        var filler = string.Join(' ', Enumerable.Range(0, 190).Select(number => $"filler{number}"));
        var lead = new LeadReader().Read("Zandovar meets Quillfeather", $"{filler} Zandovar Quillfeather", null);

        Assert.Equal(128, lead.Terms.Length);
        Assert.Contains(Term.OfWord("zandovar"), lead.Terms.ToArray());
        Assert.True(lead.Terms.ToArray().Order().SequenceEqual(lead.Terms.ToArray()));
    }
}
