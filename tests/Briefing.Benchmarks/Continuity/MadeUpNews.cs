using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Benchmarks.Continuity;

/// <summary>
/// News without sense, the same on every machine: each day has so many stories, each told by some outlets; two of three stories
/// come again on later days, with some of their sentences word for word, some with another figure, and some of their own.
/// </summary>
internal sealed class MadeUpNews(int stories, int outlets)
{
    private const int Sentences = 12;
    private const int DaysOfAStory = 3;

    private static readonly string[] Common =
        "the of to and a in that for on with as was by at from be has have an will this not but they were had who more their its about been after would also when than out into over other some all there under while since because against through between during".Split(' ');

    private static readonly string[] Verbs = "announced approved rejected opened closed raised lowered signed delayed reviewed published ordered extended halted joined".Split(' ');
    private static readonly string[] Titles = "minister mayor director chairwoman governor spokesman judge professor".Split(' ');
    private static readonly string[] Months = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".Split(' ');
    private static readonly string[] Things = MakeThings(new Random(1));

    /// <summary>A day's documents.</summary>
    public ImmutableArray<Document> Of(LocalDate date, Instant readAt)
    {
        var day = Period.DaysBetween(new LocalDate(2024, 1, 1), date);
        var documents = ImmutableArray.CreateBuilder<Document>();
        for (var story = 0; story < stories; story++)
        {
            // Threads begin on different days.
            var begun = day - ((day + story) % DaysOfAStory);
            for (var outlet = 0; outlet < outlets; outlet++)
            {
                documents.Add(new Document
                {
                    Id = $"d{documents.Count + 1}",
                    Name = $"{date:uuuu-MM-dd}-{story:000}-{outlet}.txt",
                    MediaType = "text/plain",
                    Text = Page(date, (begun * 1000) + story, day - begun, outlet),
                    ReadAt = readAt,
                });
            }
        }

        return documents.ToImmutable();
    }

    private static string Page(LocalDate date, int thread, int age, int outlet)
    {
        var theme = new Theme(thread);
        var own = new Random((thread * 100) + (age * 10) + outlet);
        var page = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Capital(Things[outlet])} {Capital(Things[outlet + 40])} Herald\n\n")
            .Append(CultureInfo.InvariantCulture, $"{theme.Person(0)} {theme.Verb} {theme.Thing(0)} {theme.Thing(1)} in {theme.Place}\n\n")
            .Append(CultureInfo.InvariantCulture, $"By Staff | {Months[date.Month - 1]} {date.Day}, {date.Year}\n\n");
        for (var at = 0; at < Sentences; at++)
        {
            // Of the outlets' common sentences one falls out a day, and another comes in; the rest is an outlet's own.
            var number = own.Next(3) > 0 ? at + age : 100 + own.Next(1000);
            page.Append(theme.Sentence(number, number % 4 == 0 ? age : 0)).Append("\n\n");
        }

        return page.ToString();
    }

    private static string Word(Random random, int syllables)
    {
        var word = new StringBuilder();
        for (var at = 0; at < syllables; at++)
            word.Append("bcdfghklmnprstv"[random.Next(15)]).Append("aeiou"[random.Next(5)]).Append("nrstlmdk"[random.Next(8)]);
        return word.ToString();
    }

    private static string[] MakeThings(Random random) => [.. Enumerable.Range(0, 6000).Select(_ => Word(random, 2))];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private sealed class Theme(int thread)
    {
        public string Verb { get; } = Verbs[thread % Verbs.Length];

        public string Place { get; } = Capital(Things[Mix(thread, -1)]);

        public string Person(int number) => $"{Capital(Things[Mix(thread, 200 + number)])} {Capital(Things[Mix(thread, 300 + number)])}";

        // The own things of a story, mostly, and those of all the world.
        public string Thing(int number) => Things[Mix(thread, number)];

        public string Sentence(int number, int changed)
        {
            var random = new Random(Mix(thread, 1000 + number) + (number << 16));
            var text = new StringBuilder()
                .Append(CultureInfo.InvariantCulture, $"{Person(random.Next(4))}, the {Titles[random.Next(Titles.Length)]} of {Place}, {Verbs[random.Next(Verbs.Length)]}");
            for (var at = 0; at < 14; at++)
                text.Append(' ').Append(at % 2 == 0 ? Common[random.Next(Common.Length)] : random.Next(2) == 0 ? Thing(random.Next(30)) : Things[(int)(Things.Length * Math.Pow(random.NextDouble(), 4))]);
            return text.Append(CultureInfo.InvariantCulture, $" for {random.Next(2, 900) + changed} {Things[random.Next(300)]} on {(IsoDayOfWeek)random.Next(1, 8)}.").ToString();
        }

        // A number below the count of things.
        private static int Mix(int one, int other)
        {
            unchecked
            {
                var mixed = (((uint)one * 2654435761u) ^ ((uint)other * 2246822519u)) * 3266489917u;
                return (int)((mixed >> 8) % Things.Length);
            }
        }
    }
}
