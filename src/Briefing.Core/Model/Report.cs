using System.Collections.Immutable;

namespace Briefing.Core.Model;

/// <summary>One account: an original and its reprints.</summary>
/// <param name="Id">r1, r2, … in the order of the originals.</param>
/// <param name="Articles">The original first. Never empty.</param>
public sealed record Report(string Id, ImmutableArray<SourcedArticle> Articles)
{
    public SourcedArticle Original => Articles[0];

    /// <summary>The agency or outlet the account comes from; null when it is unattributed.</summary>
    public string? Origin => Original.Origin ?? Articles.Select(article => article.Origin).FirstOrDefault(origin => origin is not null);
}

/// <summary>An article with the origin of its account.</summary>
/// <param name="Origin">An agency or outlet; null when the account names nobody (unattributed).</param>
/// <param name="Basis">Null exactly when <paramref name="Origin"/> is.</param>
/// <param name="ReprintOf">The article whose wording this one repeats; null for an original.</param>
public sealed record SourcedArticle(Article Article, string? Origin, OriginBasis? Basis, Article? ReprintOf);

public enum OriginBasis
{
    /// <summary>A byline or credit line names the agency or author.</summary>
    Byline,

    /// <summary>The text says its sources told the agency.</summary>
    Told,

    /// <summary>The wording is that of an article whose origin is known.</summary>
    SameText,

    /// <summary>No agency is named; the outlet is, and the account is its own.</summary>
    Outlet,
}
