using Briefing.Core.Extraction;
using Briefing.Core.Stories;
using Briefing.Core.Stories.Claims;
using Briefing.Core.Stories.Differences;
using Briefing.Core.Stories.Quotations;
using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>A statement as an edition prints it, taken apart for comparing.</summary>
/// <param name="Day">When it was published, or else printed.</param>
/// <param name="Address">Of the article it was taken from.</param>
internal sealed record PrintedStatement(Telling Telling, LocalDate Day, string Address)
{
    public Wording Wording => Telling.Wording;

    /// <summary>Equal for statements that agree word for word.</summary>
    public string FoldedText { get; } = Telling.Wording.Statement.FoldedText;

    /// <summary>The form in which facts are compared. No carriers: an earlier edition's articles are not at hand.</summary>
    public ClaimTelling AsClaim { get; } = new(new DraftClaim(Telling), Telling);

    public static PrintedStatement Read(StatementReader reader, Claim claim, LocalDate edition)
    {
        var article = claim.Attributions[0].Article;
        return Read(reader, claim.Text, article.Published?.Date, edition, AddressOf(article));
    }

    public static string AddressOf(Article article) => article.Document.Url ?? article.Document.Name;

    /// <param name="published">The article's day; null when it did not say.</param>
    /// <param name="edition">The day of the edition that prints it.</param>
    public static PrintedStatement Read(StatementReader reader, string text, LocalDate? published, LocalDate edition, string address)
    {
        var statement = reader.Read(text);
        return new PrintedStatement(new Telling(new Wording(statement, published), [], QuotationReader.Of(statement)), published ?? edition, address);
    }
}
