using System.Text;
using Briefing.Worker.Rendering.Models;

namespace Briefing.Worker.Rendering;

/// <summary>
/// Keeps the mail's HTML within a number of bytes: stories of the lowest rank become a line, then are only counted, until
/// it fits. The plain text and the pack always carry everything.
/// </summary>
internal static class MailFit
{
    /// <summary>As many stories are printed in full before any is left out of the lists.</summary>
    private const int FullAtLeast = 5;

    /// <summary>Characters of headline and statements. A story beyond is never printed in full in the mail: it would crowd out all others.</summary>
    private const int LongestStory = 20_000;

    /// <summary>Sources with faults, or read for nothing, that the mail names.</summary>
    private const int MaxSourceNames = 25;

    /// <summary>Markers that a statement shows in the mail.</summary>
    public const int MaxMarkers = 12;

    /// <summary>HTML bytes a letter of a story printed in full, markers and sources included. Only a first guess.</summary>
    private const double LetterBytes = 3;

    /// <param name="render">Makes the HTML of an edition that was cut down.</param>
    public static string Render(EditionModel edition, int mostBytes, Func<EditionModel, string> render)
    {
        var all = edition.Glance.Count;
        var least = Math.Min(FullAtLeast, all);
        var letters = LetterFolding(edition);
        Trial? whole = letters <= mostBytes ? Fitting(all, all) : null;
        var search = new Search(mostBytes, (whole?.Bytes ?? letters * LetterBytes) / Math.Max(1, all));
        return whole?.Html
            ?? search.Largest(least, all, full => Fitting(full, all))
            ?? search.Largest(least, all, listed => Fitting(least, listed))
            ?? search.Largest(0, least, full => Fitting(full, all))
            ?? search.Largest(0, all, listed => Fitting(0, listed))
            ?? throw new InvalidDataException($"The mail needs more than {mostBytes} bytes without a single story.");

        Trial Fitting(int full, int listed)
        {
            var html = render(Cut(edition, full, listed));
            var bytes = Encoding.UTF8.GetByteCount(html);
            return new Trial(bytes, bytes <= mostBytes ? html : null);
        }
    }

    // What is printed takes at least its letters: what is certain not to fit need not be rendered.
    private static long LetterFolding(EditionModel edition) =>
        edition.Glance.Sum(story => IsTooLong(story) ? 0 : story.Headline.Length + story.Statements.Sum(statement => (long)statement.Text.Length + (statement.Before?.Length ?? 0)));

    /// <param name="full">How many stories, by rank, are printed in full.</param>
    /// <param name="listed">How many are at least listed.</param>
    private static EditionModel Cut(EditionModel edition, int full, int listed)
    {
        var told = edition.Glance
            .Where(story => story.Rank < full && !IsTooLong(story))
            .Select(story => story.Anchor)
            .ToHashSet(StringComparer.Ordinal);
        var cited = edition.Glance.Where(story => told.Contains(story.Anchor)).SelectMany(story => story.SourceNumbers).ToHashSet();
        var glance = edition.Glance.Where(story => story.Rank < listed).ToArray();
        var anchors = glance.Select(story => story.Anchor).ToHashSet(StringComparer.Ordinal);
        var sources = edition.Sources.Where(source => cited.Contains(source.Number)).ToArray();
        var news = edition.News.Where(item => told.Contains(item.Story.Anchor)).ToArray();
        return edition with
        {
            Glance = glance,
            News = news,
            NewsMore = news.Length == 0 ? 0 : edition.NewsMore + edition.News.Count - news.Length,
            Sections = [.. edition.Sections.Select(section => Cut(section, told, anchors))],
            Sources = sources,
            SourcesLeftOut = edition.Sources.Count - sources.Length,
            InLine = glance.Length - told.Count,
            Unlisted = edition.Glance.Count - listed,
            Coverage = Cut(edition.Coverage),
        };
    }

    private static bool IsTooLong(StoryModel story) =>
        story.Headline.Length + story.Statements.Sum(statement => statement.Text.Length) > LongestStory;

    private static SectionModel Cut(SectionModel section, HashSet<string> told, HashSet<string> listed) => section with
    {
        Stories = [.. section.Stories.Where(story => told.Contains(story.Anchor)).Select(story => Cut(story, told))],
        Lines = [.. section.Stories.Where(story => !told.Contains(story.Anchor) && listed.Contains(story.Anchor))],
        More = section.Stories.Count(story => !listed.Contains(story.Anchor)),
    };

    // A link to what is not told here would lead nowhere.
    private static StoryModel Cut(StoryModel story, HashSet<string> told) => story with
    {
        AngleOf = story.AngleOf is { } home && told.Contains(home.Anchor) ? home : null,
        Angles = [.. story.Angles.Where(angle => told.Contains(angle.Anchor))],
        Statements = [.. story.Statements.Select(Cut)],
    };

    private static StatementModel Cut(StatementModel statement) => statement.Markers.Count <= MaxMarkers ? statement : statement with
    {
        Markers = [.. statement.Markers.Take(MaxMarkers)],
        MarkersLeftOut = statement.Markers.Count - MaxMarkers,
    };

    private static CoverageModel Cut(CoverageModel coverage) => coverage with
    {
        Faults = [.. coverage.Faults.Take(MaxSourceNames)],
        FaultsLeftOut = Math.Max(0, coverage.Faults.Count - MaxSourceNames),
        Read = [.. coverage.Read.Take(MaxSourceNames)],
        ReadLeftOut = Math.Max(0, coverage.Read.Count - MaxSourceNames),
    };

    /// <param name="Html">Null where it is too large.</param>
    private readonly record struct Trial(int Bytes, string? Html);

    /// <param name="FirstBytesEach">About how much one more costs.</param>
    private sealed record Search(int MaxBytes, double FirstBytesEach)
    {
        /// <summary>A mail that fills this part of its limit is full enough: one story more is not worth another rendering.</summary>
        private const double FullEnough = 0.94;
        private const int MaxTrials = 6;

        /// <summary>
        /// What the largest number from the first on and below the second gives that fits, or one nearly as large; null
        /// where the first does not. Each trial says what one more costs, so that the next guess is a better one.
        /// </summary>
        public string? Largest(int from, int end, Func<int, Trial> trial)
        {
            if (from >= end || trial(from) is not { Html: not null } fits)
                return null;
            var (low, high, bytesEach) = (from, end, FirstBytesEach);
            for (var trials = 0; trials < MaxTrials && high - low > 1 && fits.Bytes < MaxBytes * FullEnough; trials++)
            {
                var room = (MaxBytes * (1 + FullEnough) / 2) - fits.Bytes;
                var guess = (int)Math.Clamp(low + (room / bytesEach), low + 1, high - 1);
                var tried = trial(guess);
                bytesEach = Math.Max(1, (tried.Bytes - fits.Bytes) / (double)(guess - low));
                if (tried.Html is null)
                    high = guess;
                else
                    (low, fits) = (guess, tried);
            }

            return fits.Html;
        }
    }
}

/// <summary>Indentation and empty lines are for the templates' reader; in a mail they cost bytes of Gmail's limit.</summary>
internal static class MailLines
{
    public static string Tighten(string html)
    {
        var output = new StringBuilder(html.Length);
        foreach (var line in html.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim(" \t");
            if (!trimmed.IsEmpty)
                output.Append(trimmed).Append('\n');
        }

        return output.ToString();
    }
}
