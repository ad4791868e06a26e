using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Briefing.Core.Model;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;

namespace Briefing.Storage;

/// <summary>What stands in columns as JSON.</summary>
[JsonSerializable(typeof(StoredBegun))]
[JsonSerializable(typeof(StoredLayout))]
[JsonSerializable(typeof(ImmutableArray<EditionSource>))]
internal sealed partial class StorageJson : JsonSerializerContext;
