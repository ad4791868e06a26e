using System.Collections.Immutable;

namespace Briefing.Core.Extraction;

/// <summary>What one document held: its articles (none, one or several) and everything else with a reason.</summary>
public sealed record ExtractedDocument(ImmutableArray<Article> Articles, ImmutableArray<DroppedText> Dropped);
