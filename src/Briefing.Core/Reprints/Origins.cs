using System.Collections.Immutable;
using Briefing.Core.Model;

namespace Briefing.Core.Reprints;

/// <summary>Where an account comes from, and by what it is known.</summary>
internal static class Origins
{
    /// <param name="copies">Articles of the same wording, the original first. Not empty.</param>
    public static Report ReportOf(string id, ImmutableArray<Article> copies)
    {
        var original = copies[0];
        var account = OriginOfAccount(copies);
        return new Report(id, [.. copies.Select(Sourced)]);

        SourcedArticle Sourced(Article article)
        {
            var reprintOf = ReferenceEquals(article, original) ? null : original;
            if (article.Agency is { } credited)
                return new SourcedArticle(article, credited, OriginBasis.Byline, reprintOf);
            if (account is not { } known)
                return new SourcedArticle(article, null, null, reprintOf);
            var isWitness = ReferenceEquals(article, known.Witness)
                || (known.Basis == OriginBasis.Told && article.QuotedAgency == known.Origin);
            return new SourcedArticle(article, known.Origin, isWitness ? known.Basis : OriginBasis.SameText, reprintOf);
        }
    }

    // An agency that any copy credits is the origin of them all; failing that, one that sources spoke to; failing that,
    // the outlet or the author that the earliest copy names.
    private static (string Origin, OriginBasis Basis, Article Witness)? OriginOfAccount(ImmutableArray<Article> copies) =>
        First(copies, article => article.Agency, OriginBasis.Byline)
        ?? First(copies, article => article.QuotedAgency, OriginBasis.Told)
        ?? First(copies, article => article.Outlet, OriginBasis.Outlet)
        ?? First(copies, article => article.Byline, OriginBasis.Byline);

    private static (string Origin, OriginBasis Basis, Article Witness)? First(
        ImmutableArray<Article> copies,
        Func<Article, string?> named,
        OriginBasis basis)
    {
        foreach (var article in copies)
        {
            if (named(article) is { } origin)
                return (origin, basis, article);
        }

        return null;
    }
}
