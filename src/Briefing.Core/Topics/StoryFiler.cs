using System.Collections.Immutable;
using Briefing.Core.Model;

namespace Briefing.Core.Topics;

/// <summary>Decides where one story's claims stand: at its home, as angles elsewhere, or unfiled.</summary>
internal sealed class StoryFiler
{
    /// <summary>So many claims that are firmly another topic's make an angle; fewer stay at home with the story.</summary>
    private const int MinClaimsOfAngle = 2;

    // A story whose opening is of no topic is still a topic's when at least so many of its claims are.
    private const double MinShareOfHome = 0.5;

    // The lead says what a story is about, and so does the beginning of each article.
    private const double LeadMass = 3;
    private const double OpeningMass = 3;

    private readonly TopicIndex _index;
    private readonly Story _story;
    private readonly Dictionary<string, FiledArticle> _articles;
    private readonly ClaimFiling[] _claims;

    private StoryFiler(TopicIndex index, Story story)
    {
        _index = index;
        _story = story;
        Names = new IntroducedNames(index);
        var texts = story.Reports.SelectMany(report => report.Articles)
            .Select(sourced => (sourced.Article, Text: new ArticleText(index, sourced.Article)))
            .ToList();
        foreach (var (_, text) in texts)
            text.Introduce(Names);
        _articles = new Dictionary<string, FiledArticle>(StringComparer.Ordinal);
        foreach (var (article, text) in texts)
            _articles[article.Id] = PassageFiler.File(index, text.Read(Names));

        _claims = [.. story.Claims.Select(claim => ClaimFiling.Of(index, claim, _articles))];
        Home = FindHome();
        Places = FindPlaces();
    }

    /// <summary>The names that the story's articles introduce.</summary>
    public IntroducedNames Names { get; }

    /// <summary>The topic the story is about; −1 where it is none's.</summary>
    public int Home { get; }

    /// <summary>For each claim the topic it stands under; −1 for none.</summary>
    public ImmutableArray<int> Places { get; }

    public static StoryFiler Of(TopicIndex index, Story story) => new(index, story);

    public ClaimFiling this[int claim] => _claims[claim];

    public FiledArticle ArticleOf(Article article) => _articles[article.Id];

    /// <summary>The parts of the story, by topic; the unfiled part, if any, last with topic −1.</summary>
    public IEnumerable<(int Topic, FiledStory Filed)> Parts()
    {
        foreach (var topic in Enumerable.Range(0, _index.Topics.Length).Append(-1))
        {
            var claims = Places.Index().Where(place => place.Item == topic).Select(place => _claims[place.Index]).ToList();
            if (claims.Count == 0)
                continue;
            var isAngle = topic != Home;
            var headline = isAngle && topic >= 0 ? AngleHeading.Of(_index, topic, claims, _articles) : _story.Headline;
            yield return (topic, new FiledStory(
                _story,
                isAngle,
                headline,
                [.. claims.Select(filing => filing.Claim)],
                DifferencesOf(topic),
                topic < 0 ? 0 : claims.Average(filing => filing.Scores[topic].Score)));
        }
    }

    private int FindHome()
    {
        var mass = new double[_index.Topics.Length];
        var firm = new int[_index.Topics.Length];
        foreach (var claim in _claims)
        {
            if (claim.Best < 0)
                continue;
            mass[claim.Best]++;
            if (claim.IsFirmly(claim.Best))
                firm[claim.Best]++;
        }

        var home = -1;
        for (var topic = 0; topic < mass.Length; topic++)
        {
            var opens = 0.0;
            if (_claims.Length > 0 && _claims[0].Best == topic && _claims[0].IsFirmly(topic))
                opens += LeadMass;
            opens += OpeningMass * ShareOfOpenings(topic);
            if (opens == 0 && firm[topic] < MinShareOfHome * _claims.Length)
                continue;
            mass[topic] += opens;
            if (mass[topic] > 0 && (home < 0 || mass[topic] > mass[home]))
                home = topic;
        }

        return home;
    }

    private double ShareOfOpenings(int topic) =>
        _articles.Values.Count(article => article.Opening.Topic == topic) / (double)_articles.Count;

    private ImmutableArray<int> FindPlaces()
    {
        var firm = new int[_index.Topics.Length];
        foreach (var claim in _claims)
        {
            if (claim.Best >= 0 && claim.IsFirmly(claim.Best))
                firm[claim.Best]++;
        }

        var places = ImmutableArray.CreateBuilder<int>(_claims.Length);
        foreach (var claim in _claims)
        {
            if (claim.Best >= 0 && (claim.Best == Home || firm[claim.Best] >= MinClaimsOfAngle))
                places.Add(claim.Best);
            else
                places.Add(Home >= 0 && !claim.IsExcluded[Home] ? Home : -1);
        }

        return places.MoveToImmutable();
    }

    private ImmutableArray<Difference> DifferencesOf(int topic) =>
        [.. _story.Differences.Where(difference => PlaceOf(difference) == topic)];

    // Where most of its claims stand; home where that is undecided.
    private int PlaceOf(Difference difference)
    {
        var ids = difference.Variants.SelectMany(variant => variant.Claims).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var counts = Places.Index()
            .Where(place => ids.Contains(_claims[place.Index].Claim.Id))
            .CountBy(place => place.Item)
            .ToList();
        return counts.Count == 0
            ? Home
            : counts.OrderByDescending(count => count.Value).ThenByDescending(count => count.Key == Home).ThenBy(count => count.Key).First().Key;
    }
}
