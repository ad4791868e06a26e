namespace Briefing.Core.Editions.Continuity;

/// <param name="Id">Lasts across days.</param>
public sealed record RememberedStory(string Id, string Headline);
