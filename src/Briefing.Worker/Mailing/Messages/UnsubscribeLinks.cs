namespace Briefing.Worker.Mailing.Messages;

/// <summary>Both ways out for one subscriber (RFC 2369, RFC 8058).</summary>
/// <param name="Page">https; GET asks, POST acts.</param>
/// <param name="Mail">A mailto address; null where no mailbox is read for it.</param>
internal sealed record UnsubscribeLinks(Uri Page, string? Mail)
{
    /// <param name="page">The configured base address; the token becomes its last segment.</param>
    /// <param name="mailbox">ASCII; null for none.</param>
    /// <param name="token">Letters, digits, dots, hyphens, underscores; no address in it.</param>
    public static UnsubscribeLinks For(Uri page, Mailbox? mailbox, string token)
    {
        if (page.Scheme != Uri.UriSchemeHttps || page.Query.Length > 0 || page.Fragment.Length > 0)
            throw new ArgumentException("One-click unsubscription needs an https address without query (RFC 8058, 3.1).", nameof(page));
        if (token.Length == 0 || !token.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            throw new ArgumentException("A token has letters, digits, dots, hyphens and underscores.", nameof(token));
        var address = mailbox is null ? null : $"{Uri.EscapeDataString(mailbox.LocalPart)}@{mailbox.Domain}";
        return new UnsubscribeLinks(
            new Uri($"{page.AbsoluteUri.TrimEnd('/')}/{token}"),
            address is null ? null : $"mailto:{address}?subject=unsubscribe%20{token}");
    }

    /// <summary>List-Unsubscribe and, for the https address, what makes it one click.</summary>
    public IEnumerable<(string Name, string Value)> Headers =>
    [
        ("List-Unsubscribe", Mail is null ? $"<{Page.AbsoluteUri}>" : $"<{Page.AbsoluteUri}>, <{Mail}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ];
}
