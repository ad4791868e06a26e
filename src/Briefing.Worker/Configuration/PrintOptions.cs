namespace Briefing.Worker.Configuration;

/// <summary>How the pack is printed.</summary>
internal sealed record PrintOptions
{
    /// <summary>
    /// Which of QuestPDF's licences you hold; read only by a build with the named packages. Community is free within QuestPDF's own terms.
    /// </summary>
    public QuestPdfLicence QuestPdfLicence { get; init; } = QuestPdfLicence.Community;
}

internal enum QuestPdfLicence
{
    Community,
    Professional,
    Enterprise,
}
