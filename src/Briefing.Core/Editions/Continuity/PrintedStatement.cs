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

    /// <summary>The form in which facts are compared. No carriers: an earlier edition's articles are not at hand.</summary>
    public ClaimTelling AsClaim => field ??= new(new DraftClaim(Telling), Telling);

    /// <summary>Its clauses, each as a statement of its own; the statement itself where it has but one.</summary>
    public IReadOnlyList<PrintedStatement> Parts => field ??= ReadParts();

    public bool IsWordForWord(PrintedStatement other)
    {
        var (own, its) = (Wording.Statement.Forms, other.Wording.Statement.Forms);
        if (own.Length != its.Length)
            return false;
        for (var at = 0; at < own.Length; at++)
        {
            if (own[at].Folded != its[at].Folded)
                return false;
        }

        return true;
    }

    public static PrintedStatement Read(StatementReader reader, Claim claim, LocalDate edition)
    {
        var article = claim.Attributions[0].Article;
        return Read(reader, claim.Text, article.Published?.Date, edition, AddressOf(article));
    }

    public static string AddressOf(Article article) => article.Document.Url ?? article.Document.Name;

    /// <param name="published">The article's day; null when it did not say.</param>
    /// <param name="edition">The day of the edition that prints it.</param>
    public static PrintedStatement Read(StatementReader reader, string text, LocalDate? published, LocalDate edition, string address) =>
        Of(reader.Read(text), published, edition, address);

    /// <inheritdoc cref="Read(StatementReader, string, LocalDate?, LocalDate, string)"/>
    public static PrintedStatement Of(Statement statement, LocalDate? published, LocalDate edition, string address) =>
        new(new Telling(new Wording(statement, published), [], QuotationReader.Of(statement)), published ?? edition, address);

    private List<PrintedStatement> ReadParts()
    {
        var clauses = Clauses.Of(Wording.Statement);
        return clauses.Count < 2
            ? [this]
            : clauses.ConvertAll(clause => new PrintedStatement(Telling with { Wording = Wording.Part(clause.First, clause.End) }, Day, Address));
    }
}
