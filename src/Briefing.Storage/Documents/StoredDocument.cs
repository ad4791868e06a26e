using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Storage.Documents;

/// <summary>A document that the database holds.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Name">Its name or address within the source.</param>
/// <param name="ReadAt">When it was first read.</param>
public sealed record StoredDocument(long Id, string Source, string Name, string Sha256, Instant ReadAt);

/// <summary>A document as a source gave it.</summary>
/// <param name="Source">The source's id.</param>
public readonly record struct ReadDocument(string Source, Document Document);
