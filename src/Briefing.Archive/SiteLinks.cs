using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Subscribers;

namespace Briefing.Archive;

/// <summary>The keys of links, which learn of a new one while the site runs.</summary>
internal sealed class SiteLinks(BriefingDatabase database)
{
    private readonly string _file = LinkKeyFile.FileOf(database);
    private volatile Ring _ring = Load(database);

    public string Write(LinkToken token) => _ring.Keys.Write(token);

    /// <inheritdoc cref="LinkKeys.Recognise"/>
    public LinkToken? Recognise(string text, LinkPurpose purpose)
    {
        if (_ring.Keys.Recognise(text, purpose) is { } token)
            return token;
        // A mail signed with a key that was added since the start is as good. A file that has gone is not made anew on a stranger's word.
        if (!File.Exists(_file) || File.GetLastWriteTimeUtc(_file) == _ring.WrittenAt)
            return null;
        _ring = Load(database);
        return _ring.Keys.Recognise(text, purpose);
    }

    private static Ring Load(BriefingDatabase database)
    {
        var file = LinkKeyFile.FileOf(database);
        // Looked at before it is read: what comes in between is then read again.
        var writtenAt = File.GetLastWriteTimeUtc(file);
        return new Ring(LinkKeyFile.Open(database), writtenAt);
    }

    private sealed record Ring(LinkKeys Keys, DateTime WrittenAt);
}
