using System.Collections.Immutable;
using Briefing.Core.Claims;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Tests.Claims;

/// <summary>Articles and reports made of a few sentences, for tests in which the rest does not matter.</summary>
internal sealed class Account
{
    private readonly List<(PassageKind Kind, string Text, bool SameParagraph)> _passages = [];
    private LocalDate? _published;
    private MachineWriting? _machine;
    private string _headline = "A headline";
    private bool _namesNobody;
    private string? _name;

    public static Account Of(params string[] sentences)
    {
        var account = new Account();
        foreach (var sentence in sentences)
            account._passages.Add((PassageKind.Sentence, sentence, false));
        return account;
    }

    public Account Published(int year, int month, int day)
    {
        _published = new LocalDate(year, month, day);
        return this;
    }

    public Account Published(LocalDate day)
    {
        _published = day;
        return this;
    }

    public Account MachineWritten(MachineWritingScope scope = MachineWritingScope.Article)
    {
        _machine = new MachineWriting(scope, "Written by a machine");
        return this;
    }

    public Account NamingNobody()
    {
        _namesNobody = true;
        return this;
    }

    public Account Headed(string headline)
    {
        _headline = headline;
        return this;
    }

    /// <summary>The name of its document, which is its address.</summary>
    public Account At(string name)
    {
        _name = name;
        return this;
    }

    public Account WithBullet(string text)
    {
        _passages.Insert(0, (PassageKind.Bullet, text, false));
        return this;
    }

    public Account WithStandfirst(string text)
    {
        _passages.Insert(0, (PassageKind.Standfirst, text, false));
        return this;
    }

    public Account WithSubheading(string text)
    {
        _passages.Add((PassageKind.Subheading, text, false));
        return this;
    }

    public Article Article(int number)
    {
        var text = string.Join("\n\n", _passages.Select(passage => passage.Text));
        var passages = new List<Passage>();
        var at = 0;
        foreach (var (kind, passage, _) in _passages)
        {
            passages.Add(new Passage(new TextSpan(at, at + passage.Length), kind, passage, passages.Count));
            at += passage.Length + 2;
        }

        return new Article
        {
            Id = $"a{number}",
            Document = new Document { Id = $"d{number}", Name = _name ?? $"{number}.txt", Text = text, ReadAt = Instant.FromUtc(2026, 2, 2, 5, 0) },
            Span = new TextSpan(0, text.Length),
            Headline = _headline,
            Language = "en",
            Published = _published is { } day ? new Publication(day) : null,
            MachineWritten = _machine,
            Passages = [.. passages],
        };
    }

    /// <summary>Each account a report of its own.</summary>
    public static ImmutableArray<Report> Reports(params Account[] accounts) =>
        [.. accounts.Select((account, index) => new Report($"r{index + 1}", [account.Sourced(index + 1)]))];

    private SourcedArticle Sourced(int number) =>
        _namesNobody ? new(Article(number), null, null, null) : new(Article(number), $"Outlet {number}", OriginBasis.Outlet, null);

    public static MergedStory Merged(params Account[] accounts) => new ClaimMerger().Merge(Reports(accounts));
}
