using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>Place, agency and day printed before a report's first sentence: "BRUSSELS, Feb 2 (Reuters) -".</summary>
/// <param name="Length">Characters up to the first sentence, the space after the dash included.</param>
/// <param name="Place">Null where only an agency stands there: "(Reuters) -".</param>
internal sealed record Dateline(int Length, string? Place, string? Agency, PrintedDate? Date);
