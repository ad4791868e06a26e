using System.Collections.Immutable;
using System.Numerics;
using Briefing.Core.Model;

namespace Briefing.Core.Topics;

/// <summary>The topics, compiled: which phrase plays which part for which topic.</summary>
internal sealed class TopicIndex
{
    // Groups are bits of a mask.
    private const int MaxGroups = 30;

    private readonly List<List<PhrasePart>> _parts = [];
    private readonly List<string> _written = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A phrase cannot be read, or a topic has too many groups; the configuration's check says so earlier.</exception>
    public TopicIndex(IReadOnlyList<Topic> topics)
    {
        Topics = [.. topics];
        for (var topic = 0; topic < topics.Count; topic++)
        {
            AddGroups(topic, PhraseRole.Required, topics[topic].Required);
            AddGroups(topic, PhraseRole.Nearby, topics[topic].Nearby);
            foreach (var term in topics[topic].Terms)
                Add(term.Phrase, new PhrasePart(topic, PhraseRole.Term, 0, term.Weight));
            foreach (var phrase in topics[topic].Excluded)
                Add(phrase, new PhrasePart(topic, PhraseRole.Excluded, 0, 0));
        }
    }

    public ImmutableArray<Topic> Topics { get; }

    public PhraseIndex Phrases { get; } = new();

    /// <summary>What a phrase means to the topics that name it.</summary>
    public IReadOnlyList<PhrasePart> PartsOf(int phrase) => _parts[phrase];

    /// <summary>The phrase as it is written in the configuration.</summary>
    public string Written(int phrase) => _written[phrase];

    /// <summary>One bit for each of the topic's required groups.</summary>
    public int AllRequired(int topic) => (1 << Topics[topic].Required.Length) - 1;

    public int AllNearby(int topic) => (1 << Topics[topic].Nearby.Length) - 1;

    public static int CountOf(int groups) => BitOperations.PopCount((uint)groups);

    private void AddGroups(int topic, PhraseRole role, ImmutableArray<ImmutableArray<string>> groups)
    {
        if (groups.Length > MaxGroups)
            throw new ArgumentException($"Topic {Topics[topic].Id} has more than {MaxGroups} groups.", nameof(groups));
        for (var group = 0; group < groups.Length; group++)
        {
            foreach (var phrase in groups[group])
                Add(phrase, new PhrasePart(topic, role, group, 0));
        }
    }

    private void Add(string phrase, PhrasePart part)
    {
        if (!_numbers.TryGetValue(phrase, out var number))
        {
            var pattern = PhrasePattern.Parse(phrase, out var fault) ?? throw new ArgumentException(fault, nameof(phrase));
            number = Phrases.Add(pattern);
            _numbers.Add(phrase, number);
            _parts.Add([]);
            _written.Add(phrase);
        }

        _parts[number].Add(part);
    }
}

/// <param name="Group">The number of the group that the phrase is an alternative of; 0 for terms and exclusions.</param>
/// <param name="Weight">A term's; else 0.</param>
internal readonly record struct PhrasePart(int Topic, PhraseRole Role, int Group, double Weight);

internal enum PhraseRole
{
    Required,
    Nearby,
    Term,
    Excluded,
}
