using Briefing.Worker.Rendering.Models;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>Notices of each kind.</summary>
internal static class SomeNotice
{
    public static IReadOnlyDictionary<string, Notice> All { get; } = new Dictionary<string, Notice>(StringComparer.Ordinal)
    {
        ["confirmation"] = Confirmation(),
        ["alert"] = Notice.Alert(
            "The edition of 10 March 2026 was not sent to the list “ministers”",
            ["It is marked OFFICIAL-SENSITIVE; the list's ceiling is OFFICIAL.", "412 readers get nothing until the marking or the list is changed."]),
        ["hostile"] = Notice.Alert(HostileText.All, [HostileText.All, .. Enumerable.Repeat("A line.", 50)]) with { Action = new NoticeAction(HostileText.All, "https://briefing.example/?a=b&c=d") },
    };

    public static Notice Confirmation(string url = "https://briefing.example/confirm/v1.k1.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMnOpQrStUvWxYz") => Notice.Confirmation(
        [new NoticeFact("Morning briefing", "each working day at 06:30, London time"), new NoticeFact("Weekly review", null)],
        url,
        "10:15 GMT on 17 March 2026",
        "Morning briefing");
}
