using System.Collections.Frozen;
using AngleSharp.Dom;
using Briefing.Core.Model;

namespace Briefing.Core.Reading;

/// <summary>What HTML's elements mean for the text of a page.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
        "header hgroup hr html li main nav ol p pre section summary table tbody tfoot thead tr ul caption legend option button select " +
        "amp-ad label");

    private static readonly FrozenSet<string> Margins = Set("article blockquote dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul");

    private static readonly FrozenSet<string> Invisible = Set(
        "script style noscript template svg math head iframe object embed video audio canvas map datalist input textarea select meta link " +
        "title area base col colgroup param source track picture");

    private static readonly FrozenSet<string> Furniture = Set("nav footer aside form button dialog menu label");

    private static readonly FrozenSet<string> FurnitureRoles = Set("navigation complementary contentinfo banner search dialog alertdialog menu menubar toolbar");

    // Words that authors of pages put into class names and ids of what is not the article, whatever their language.
    private static readonly FrozenSet<string> FurnitureWords = Set(
        "nav navbar navigation menu footer sidebar breadcrumb breadcrumbs share sharing social socials newsletter subscribe subscription " +
        "promo promotion advert advertisement ads sponsored sponsor cookie cookies consent gdpr comments comment disqus related recirc " +
        "recirculation recommended recommendations trending popular mostread teaser teasers pagination tags taglist toolbar modal " +
        "popup signup login outbrain taboola");

    private static readonly FrozenSet<string> CaptionWords = Set("caption captions figcaption imagecaption credit photocredit wp-caption-text");

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool HasMargin(string name) => Margins.Contains(name);

    public static bool KeepsLineBreaks(IElement element) => element.LocalName == "pre";

    public static int HeadingLevel(string name) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0;

    public static bool IsInvisible(IElement element) =>
        Invisible.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && HidesItself(style));

    /// <summary>Whether tag, role or name say that what the element holds is not the article. Wrappers of the whole page may say so, too.</summary>
    public static bool IsFurniture(IElement element)
    {
        var name = element.LocalName;
        return Furniture.Contains(name)
            || (element.GetAttribute("role") is { } role && FurnitureRoles.Contains(role))
            || (name is not ("body" or "html" or "main" or "article" or "p" or "h1") && NameHas(element, FurnitureWords));
    }

    /// <summary>Null where the element says nothing of what it holds; furniture aside.</summary>
    public static PageBlockRole? RoleOf(IElement element)
    {
        var name = element.LocalName;
        if (HeadingLevel(name) > 0)
            return PageBlockRole.Heading;
        if (name is "figcaption" or "caption" || NameHas(element, CaptionWords))
            return PageBlockRole.Caption;
        return name switch
        {
            "p" => PageBlockRole.Paragraph,
            "li" => PageBlockRole.ListItem,
            "blockquote" => PageBlockRole.Quotation,
            "tr" or "td" or "th" => PageBlockRole.TableCell,
            _ => null,
        };
    }

    private static bool NameHas(IElement element, FrozenSet<string> words) =>
        HasWord(element.ClassName, words) || HasWord(element.Id, words);

    private static bool HasWord(string? names, FrozenSet<string> words)
    {
        if (string.IsNullOrEmpty(names))
            return false;
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[20];
        var length = 0;
        for (var at = 0; at <= names.Length; at++)
        {
            if (at < names.Length && char.IsAsciiLetter(names[at]))
            {
                if (length < word.Length)
                    word[length] = char.ToLowerInvariant(names[at]);
                length++;
                continue;
            }

            if (length is > 0 and <= 20 && lookup.Contains(word[..length]))
                return true;
            length = 0;
        }

        return false;
    }

    private static bool HidesItself(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 7).TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
