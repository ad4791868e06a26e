using System.Text;

namespace Briefing.Templating;

/// <summary>
/// The names by which templates reach .NET members, as Scriban's standard renamer gives them: <c>PublishedAt</c> is
/// <c>published_at</c>. An underscore stands before a capital that follows no capital, so <c>HTMLText</c> is
/// <c>htmltext</c> and <c>Sha256Hash</c> is <c>sha256_hash</c>.
/// </summary>
public static class MemberNames
{
    public static string Of(string memberName)
    {
        var builder = new StringBuilder(memberName.Length + 4);
        var afterCapital = false;
        foreach (var c in memberName)
        {
            var isCapital = char.IsUpper(c);
            if (isCapital && !afterCapital && builder.Length > 0)
                builder.Append('_');
            builder.Append(isCapital ? char.ToLowerInvariant(c) : c);
            afterCapital = isCapital;
        }

        return builder.ToString();
    }
}
