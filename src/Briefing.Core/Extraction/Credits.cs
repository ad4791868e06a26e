namespace Briefing.Core.Extraction;

/// <summary>Who is credited with an article.</summary>
/// <param name="Byline">As printed, without "By" and the date.</param>
/// <param name="Agency">Short name.</param>
/// <param name="Outlet">A publication that the byline names.</param>
internal readonly record struct Credits(string? Byline, string? Agency, string? Outlet);
