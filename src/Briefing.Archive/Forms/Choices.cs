using System.Collections.Immutable;
using Briefing.Core.Subscribers;
using Microsoft.AspNetCore.Http;

namespace Briefing.Archive.Forms;

/// <summary>What a person ticked and wrote, good or not.</summary>
/// <param name="Name">As it was written, without white space around it; may be empty.</param>
/// <param name="Lists">Of those that were shown.</param>
/// <param name="Topics">Of those that there are; none: all.</param>
public sealed record Choices(string Name, ImmutableArray<string> Lists, ImmutableArray<string> Topics, bool Pack)
{
    public const string NameField = "name";
    public const string ListField = "list";
    public const string TopicField = "topic";
    public const string PackField = "pack";

    /// <summary>Before anything was chosen.</summary>
    public static Choices ForNew(SiteSettings site) => new("", site.OpenLists.Length == 1 ? [site.OpenLists[0].Name] : [], [], Pack: true);

    public static Choices From(Subscriber subscriber) => new(subscriber.Name ?? "", subscriber.Lists, subscriber.Topics, subscriber.AttachPack);

    /// <param name="shown">The lists that there were to choose from; where it is one only, it was not asked for.</param>
    public static Choices Read(IFormCollection form, SiteSettings site, ImmutableArray<SiteList> shown) => new(
        form[NameField].ToString().Trim(),
        [.. shown.Where(list => shown.Length == 1 || form[ListField].Contains(list.Name)).Select(list => list.Name).Order(StringComparer.Ordinal)],
        [.. site.Topics.Where(topic => form[TopicField].Contains(topic.Id)).Select(topic => topic.Id).Order(StringComparer.Ordinal)],
        form.ContainsKey(PackField));

    public IEnumerable<FieldFault> Faults()
    {
        if (Subscriber.FaultOfName(Name) is { } fault)
            yield return new FieldFault(NameField, $"Please write the name differently: {fault}.");
        if (Lists.IsEmpty)
            yield return new FieldFault(ListField, "Please choose at least one of the editions.");
    }

    public Subscriber Of(Subscriber before) => before with { Name = Name.Length == 0 ? null : Name, Lists = Lists, Topics = Topics, AttachPack = Pack };
}
