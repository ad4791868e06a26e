using System.Collections.Immutable;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Worker.Configuration;

/// <summary>briefing.json: what an edition is made of.</summary>
internal sealed record BriefingOptions
{
    /// <summary>The edition's title; a schedule entry may set its own.</summary>
    [Size(1, 120)]
    public string Title { get; init; } = "Daily Briefing";

    /// <summary>Printed at head and foot of every page ("OFFICIAL"); null for none.</summary>
    [Size(1, 60)]
    public string? Marking { get; init; }

    /// <summary>The markings in use, from the lowest to the highest; needed where a list has a ceiling.</summary>
    [Size(0, 20)]
    public ImmutableArray<string> Markings { get; init; } = [];

    /// <summary>ISO 639-1; articles in another language are dropped with that reason.</summary>
    [Size(2, 2)]
    [Identifier]
    public string Language { get; init; } = "en";

    [Size(1, 500)]
    public required ImmutableArray<SourceOptions> Sources { get; init; }

    /// <summary>Sections stand in this order.</summary>
    [Size(1, 100)]
    public required ImmutableArray<TopicOptions> Topics { get; init; }

    /// <summary>Whether statements of no topic stand in a last section, "Also reported"; if not, they are dropped with the reason no-topic.</summary>
    public bool AlsoReported { get; init; } = true;

    /// <summary>The folder of the Scriban templates, relative to the file. Null: "templates", where there is one.</summary>
    [Size(1, 400)]
    public string? Templates { get; init; }

    public LimitOptions Limits { get; init; } = new();

    public StorageOptions Storage { get; init; } = new();

    public PrintOptions Print { get; init; } = new();

    /// <summary>Null: messages are written to a pickup folder, from nobody.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>What is particular to some lists of subscribers; a list that schedule.json names and that is not here has the defaults.</summary>
    [Size(0, 100)]
    public ImmutableArray<ListOptions> Lists { get; init; } = [];

    /// <summary>Null: there is no site, and nobody can sign up or leave by themselves.</summary>
    public SiteOptions? Site { get; init; }
}

/// <summary>A list of subscribers.</summary>
internal sealed record ListOptions
{
    [Size(1, 60)]
    [Identifier]
    public required string Name { get; init; }

    /// <summary>What its subscribers see; null for the title of the editions.</summary>
    [Size(1, 120)]
    public string? Title { get; init; }

    /// <summary>One of <see cref="BriefingOptions.Markings"/>: an edition marked higher goes to nobody on the list. Null: there is no ceiling.</summary>
    [Size(1, 60)]
    public string? MarkingCeiling { get; init; }

    /// <summary>Whether anybody can sign up for it on the site.</summary>
    public bool SignUp { get; init; }
}

/// <summary>The pages where people sign up, choose and leave.</summary>
internal sealed record SiteOptions
{
    /// <summary>The https address that it is reached by; every link begins with it, whatever a request says of its host.</summary>
    [Size(8, 400)]
    public required string Address { get; init; }

    /// <summary>Where it listens, as http://127.0.0.1:8080. Behind it stands what speaks TLS.</summary>
    [Size(8, 200)]
    public string Listen { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Addresses of proxies whose X-Forwarded-For is believed; without any, the connection's own address counts.</summary>
    [Size(0, 20)]
    public ImmutableArray<string> TrustedProxies { get; init; } = [];
}

/// <summary>Where documents come from.</summary>
internal sealed record SourceOptions
{
    [Size(1, 60)]
    [Identifier]
    public required string Id { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>A folder's path, relative to the file.</summary>
    [Size(1, 400)]
    public required string Path { get; init; }

    /// <summary>
    /// The day the folder's documents belong to: an edition made without a date is the latest such day's, and an edition leaves out
    /// what came before the last working day or after its own. Null: the folder is read for every edition.
    /// </summary>
    public LocalDate? AsOf { get; init; }
}

internal enum SourceKind
{
    Folder,
}

/// <summary>A topic as it is written; <see cref="ToTopic"/> gives the newsdesk's.</summary>
internal sealed record TopicOptions
{
    [Size(1, 60)]
    [Identifier]
    public required string Id { get; init; }

    [Size(1, 120)]
    public required string Title { get; init; }

    [Size(0, 500)]
    public ImmutableArray<TermOptions> Terms { get; init; } = [];

    /// <summary>What the weights of the terms found in a statement must come to.</summary>
    [Within(0.1, 100)]
    public double Minimum { get; init; } = 1;

    [Size(0, 10)]
    public ImmutableArray<ImmutableArray<string>> Required { get; init; } = [];

    [Size(0, 10)]
    public ImmutableArray<ImmutableArray<string>> Nearby { get; init; } = [];

    [Size(0, 200)]
    public ImmutableArray<string> Excluded { get; init; } = [];

    public Topic ToTopic() => new(Id, Title)
    {
        Terms = [.. Terms.Select(term => new TopicTerm(term.Phrase, term.Weight))],
        Minimum = Minimum,
        Required = Required,
        Nearby = Nearby,
        Excluded = Excluded,
    };
}

[ShortForm(nameof(Phrase))]
internal sealed record TermOptions
{
    [Size(1, 120)]
    public required string Phrase { get; init; }

    [Within(0.1, 10)]
    public double Weight { get; init; } = 1;
}

internal sealed record LimitOptions
{
    /// <summary>Stories a section shows; the lowest in rank beyond it are dropped with the reason limit.</summary>
    [Within(1, 200)]
    public int StoriesPerSection { get; init; } = 25;

    /// <summary>Statements a story shows in one section; those beyond it are dropped with the reason limit.</summary>
    [Within(1, 500)]
    public int ClaimsPerStory { get; init; } = 60;

    /// <summary>A larger document is not read; its source is named with the reason.</summary>
    [Within(1024, 104_857_600)]
    public int DocumentBytes { get; init; } = 5 * 1024 * 1024;
}

/// <summary>What is remembered, where and for how long.</summary>
internal sealed record StorageOptions
{
    /// <summary>The database's path, relative to the file; made on first use.</summary>
    [Size(1, 400)]
    public string Database { get; init; } = "data/briefing.db";

    /// <summary>Seconds for which a transaction waits while another program writes; then it fails and says that the database is locked.</summary>
    [Within(1, 600)]
    public int BusySeconds { get; init; } = 30;

    internal TimeSpan BusyTimeout => TimeSpan.FromSeconds(BusySeconds);

    /// <summary>
    /// Days for which texts, printed files and records of runs are kept after an edition's day: so long it can be made again and proved.
    /// What editions said is kept for good.
    /// </summary>
    [Within(31, 36_500)]
    public int KeepDays { get; init; } = 400;

    /// <summary>Days before an edition whose editions it is compared with: what they said is not new.</summary>
    [Within(1, 60)]
    public int CompareDays { get; init; } = 14;
}

/// <summary>How the pack is printed.</summary>
internal sealed record PrintOptions
{
    /// <summary>
    /// Which of QuestPDF's licences you hold; read only by a build with the named packages. Community is free within QuestPDF's own terms.
    /// </summary>
    public QuestPdfLicence QuestPdfLicence { get; init; } = QuestPdfLicence.Community;
}

internal enum QuestPdfLicence
{
    Community,
    Professional,
    Enterprise,
}
