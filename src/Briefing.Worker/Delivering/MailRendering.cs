using System.Collections.Immutable;
using Briefing.Core.Assembly;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Messages;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Templates;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>
/// Renders an edition's mail, once for each choice of topics and pack, with places where a reader's own values stand. The
/// templates are those that the edition was made with, whatever has become of them since. The pack is printed once, when the
/// edition is made: it has all topics.
/// </summary>
internal sealed class MailRendering
{
    private readonly EditionRecord _record;
    private readonly Edition _edition;
    private readonly RenderOptions _options;
    private readonly (Edition Edition, Instant At)? _corrected;
    private readonly ActiveTemplates _templates;
    private readonly Dictionary<ReaderChoice, StoredMessage> _rendered = [];
    private readonly List<string> _faults = [];
    private readonly long? _packBytes;
    private readonly bool _canAttach;
    private readonly string _packName;

    /// <param name="list">The list's title; null for the title of the edition.</param>
    /// <param name="corrects">The version that went out before; null where none did.</param>
    public MailRendering(BriefingConfiguration configuration, BriefingDatabase database, MailSetup mail, EditionRecord record, Edition edition, string? list, long? corrects)
    {
        (_record, _edition, Corrects) = (record, edition, corrects);
        _templates = database.Read(session => EditionContents.TemplatesOf(session, record)) is { } templates ? ActiveTemplates.Restore(templates) : ActiveTemplates.Load(configuration);
        _packBytes = database.Read(session => EditionContents.FileOf(session, record, EditionFiles.Pack))?.Length;
        _canAttach = _packBytes <= mail.MostPackBytes;
        _packName = EditionMessage.PackName(edition);
        _corrected = corrects is { } id ? database.Read(session => (EditionContents.Read(session, EditionStore.Find(session, id)!)!, MailingStore.SentAt(session, id))) : null;
        var placeholders = Placeholders.Of(edition);
        _options = new RenderOptions
        {
            ListTitle = list ?? edition.Title,
            UnsubscribeUrl = mail.UnsubscribeBase is null ? null : placeholders.Unsubscribe,
            PreferencesUrl = mail.Site is null ? null : placeholders.Preferences,
            Greeting = placeholders.Greeting,
            PackUrl = _packBytes is null || _canAttach || mail.Site is null ? null : PackPage(mail.Site, database, record).AbsoluteUri,
            PackBytes = _packBytes,
        };
    }

    /// <summary>The version that went out before; null where none did.</summary>
    public long? Corrects { get; }

    /// <summary>What a person must see; one line each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The mails for these choices; each is rendered once.</summary>
    public ImmutableArray<StoredMessage> Of(IEnumerable<ReaderChoice> choices) => [.. choices.OrderBy(choice => choice.Key, StringComparer.Ordinal).Select(Of)];

    private StoredMessage Of(ReaderChoice choice)
    {
        if (_rendered.TryGetValue(choice, out var known))
            return known;
        var attaches = choice.AttachPack && _canAttach;
        var rendered = new EditionRenderer(_templates).Render(
            _edition,
            _options with
            {
                Topics = choice.Topics,
                HasPack = attaches,
                PackUrl = choice.AttachPack ? _options.PackUrl : null,
                Correction = CorrectionFor(choice.Topics),
            });
        if (rendered.Fault is { } fault && _faults.Count == 0)
            _faults.Add($"{fault.Message} (earlier templates were used)");
        return _rendered[choice] = new StoredMessage(_record.Id, choice, rendered.Subject, rendered.Text, rendered.Html, attaches ? _packName : null);
    }

    private Correction? CorrectionFor(ImmutableArray<string> topics) => _corrected is { } sent
        ? Correction.Of(EditionSelection.Of(sent.Edition, topics), EditionSelection.Of(_edition, topics), sent.At)
        : null;

    private static Uri PackPage(Uri site, BriefingDatabase database, EditionRecord record) =>
        new($"{site.AbsoluteUri.TrimEnd('/')}/pack/{LinkKeyFile.Open(database).Write(new LinkToken(LinkPurpose.Pack, record.Id, Expires: null))}");
}
