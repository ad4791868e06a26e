using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Worker.Rendering;
using NodaTime;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>What surrounds an edition on its way to a reader.</summary>
internal static class SomeMail
{
    public static Instant SentAt { get; } = Instant.FromUtc(2026, 3, 10, 6, 30);

    /// <summary>Everything that a mail can have besides the edition.</summary>
    public static RenderOptions Corrected(Edition now) => Delivered with { Correction = Correction.Of(Before(now), now, SentAt) };

    public static RenderOptions Delivered { get; } = new()
    {
        HasPack = true,
        Greeting = "Dear Permanent Secretary,",
        ListTitle = "Morning briefing",
        UnsubscribeUrl = "https://briefing.example/unsubscribe/v1.k1.7",
        PreferencesUrl = "https://briefing.example/preferences/v1.k1.7",
    };

    public static RenderOptions Selected { get; } = Delivered with { Topics = ["arctic", "trade"] };

    /// <summary>The edition as it was sent before it was corrected: another figure, another headline, a statement more and one less, other sources.</summary>
    public static Edition Before(Edition now)
    {
        if (now.Sections.All(section => section.Stories.IsEmpty))
            return now;
        var (section, first) = (now.Sections[0], now.Sections[0].Stories[0]);
        var story = first with
        {
            Headline = "An earlier headline of the first story",
            Claims =
            [
                .. first.Claims.Select((claim, at) => at switch
                {
                    0 when first.Claims.Length > 1 => claim with { Attributions = [claim.Attributions[^1]] },
                    1 => claim with { Text = claim.Text.Replace("84,000", "48,000", StringComparison.Ordinal) },
                    _ => claim,
                }).SkipLast(first.Claims.Length > 1 ? 1 : 0),
                first.Claims[0] with { Id = "c-gone", Text = "The harbour master of Skerra said on Sunday that no Eastmark trawler had asked for a berth since the autumn." },
            ],
        };
        return now with { Sections = now.Sections.SetItem(0, section with { Stories = section.Stories.SetItem(0, story) }) };
    }
}
