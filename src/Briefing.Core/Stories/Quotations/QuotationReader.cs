using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Quotations;

/// <summary>Reads what a sentence quotes and from whom.</summary>
internal static class QuotationReader
{
    /// <summary>Null when nothing is quoted.</summary>
    public static Quotation? Of(Statement statement)
    {
        if (statement.Quotes.Count == 0)
            return null;
        var quoted = 0;
        var (longestFirst, longestEnd) = (0, 0);
        foreach (var quote in statement.Quotes)
        {
            var first = 0;
            while (first < statement.Count && statement.Words[first].Span.Start < quote.Start)
                first++;
            var end = first;
            while (end < statement.Count && statement.Words[end].Span.End <= quote.End)
                end++;
            quoted += end - first;
            if (end - first > longestEnd - longestFirst)
                (longestFirst, longestEnd) = (first, end);
        }

        // Papers drop and add an article even inside quotation marks.
        var words = statement.Forms[longestFirst..longestEnd].Select(form => form.Folded).Where(word => word is not ("a" or "an" or "the"));
        return new Quotation([.. words], 2 * quoted >= statement.Count || quoted >= Quotation.LongLength, SpeakerReader.Of(statement));
    }
}
