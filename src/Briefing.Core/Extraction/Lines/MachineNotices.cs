using System.Collections.Frozen;
using Briefing.Core.Extraction.Segments;
using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Lines;

/// <summary>
/// Recognises a notice that a machine wrote, translated, summarised or drew something: a name for the machine near a word for
/// making, in a line that says nothing else. A report about artificial intelligence has people saying things in it; a notice has not.
/// </summary>
internal static class MachineNotices
{
    private const int LongestNotice = 32;

    // Words between the machine and the making: "by our AI system", "mithilfe von KI automatisch".
    private const int Reach = 6;

    private static readonly string[] MachineWords = Lexicon.Words("machine-notices", "machines");

    private static readonly WordSet Machines = new(MachineWords);

    // Pairs that make one machine of two words.
    private static readonly FrozenSet<string> MachinePairs = Set2(string.Join(' ', Lexicon.Lines("machine-notices", "machine-pairs")));

    private static readonly WordSet MachineOpenings = new(MachineWords.Concat(MachinePairs.Select(pair => pair.Split(' ')[0])));

    private static readonly WordSet Makings = WordSet.Of(Lexicon.Text("machine-notices", "makings"));

    private static readonly WordSet Pictures = WordSet.Of(Lexicon.Text("machine-notices", "pictures"));

    // A voice that reads the text out, and what readers write below it.
    private static readonly WordSet Surroundings = WordSet.Of(Lexicon.Text("machine-notices", "surroundings"));

    private static readonly WordSet Denials = WordSet.Of(Lexicon.Text("machine-notices", "denials"));

    private static readonly WordSet Sayings = WordSet.Of(Lexicon.Text("machine-notices", "sayings"));

    private static readonly string[] Spaceless =
    [
        "AI生成", "由AI", "AI撰写", "AI写作", "人工智能生成", "人工智能撰写", "AI翻译", "生成AI", "AIが生成", "AIが作成", "AIによって", "AIにより", "AIを用いて", "人工知能が", "機械翻訳",
        "AI가 생성", "AI가 작성", "AI로 생성", "AI로 작성", "인공지능이 작성", "인공지능으로 작성", "AI 생성", "تم إنشاء", "بواسطة الذكاء الاصطناعي", "الذكاء الاصطناعي",
    ];

    // Without spaces a making machine is told from a made one only where the line speaks of its own text.
    private static readonly string[] SpacelessMachines = ["AI", "人工智能", "人工智慧", "人工知能", "인공지능"];
    private static readonly string[] SpacelessMakings = ["生成", "产生", "產生", "撰写", "撰寫", "写成", "寫成", "编写", "編寫", "翻译", "翻譯", "创作", "創作", "作成", "執筆", "翻訳", "작성", "생성", "번역", "요약"];
    private static readonly string[] SpacelessThisTexts = ["本文", "本报道", "本報道", "本稿", "本篇", "此文", "此稿", "この記事", "当記事", "이 기사", "본 기사", "해당 기사", "이 글", "이 콘텐츠"];
    private static readonly string[] SpacelessDenials = ["未", "没有", "沒有", "不使用", "ない", "ません", "않"];

    /// <summary>Whether the line is such a notice.</summary>
    public static bool IsNotice(string text, LineWords words)
    {
        if (words.Count > LongestNotice || words.Count == 0)
            return false;
        if (HasSpacelessNotice(text, words))
            return true;
        if (!MayNameMachine(words))
            return false;
        var machine = -1;
        var making = -1;
        var denial = -1;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (Contains(Sayings, word) && !Contains(Makings, word))
                return false;
            if (Contains(Denials, word))
                denial = at;
            if (IsMachine(words, at, text) && (machine < 0 || making < 0))
                machine = at;
            if (Contains(Makings, word) && (making < 0 || machine >= 0 && Math.Abs(machine - making) > Reach))
                making = at;
        }

        // "No AI was used in writing": the denial stands before; "has not been reviewed" after it denies something else.
        if (machine < 0 || making < 0 || (denial >= 0 && denial < Math.Max(machine, making)))
            return false;
        return Math.Abs(machine - making) <= Reach && IsNoticeForm(text, words, Math.Min(machine, making));
    }

    // Most lines hold no word for a machine: one look-up a word says so.
    private static bool MayNameMachine(LineWords words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (MachineOpenings.Contains(words.HashOf(at)) || (words[at].Contains('\'') && MachineOpenings.Contains(WithoutElision(words[at]))))
                return true;
        }

        return false;
    }

    // "l'intelligence", "dall'intelligenza": the article before the apostrophe is another word.
    private static ReadOnlySpan<char> WithoutElision(ReadOnlySpan<char> word)
    {
        const int LongestArticle = 4;
        var apostrophe = word.IndexOf('\'');
        return apostrophe is > 0 and <= LongestArticle ? word[(apostrophe + 1)..] : word;
    }

    /// <summary>Whether a notice speaks of what stands by the text alone: a picture, a voice that reads it out, readers' comments.</summary>
    public static bool IsAboutSurroundings(LineWords words)
    {
        var surroundings = 0;
        var makings = 0;
        for (var at = 0; at < words.Count; at++)
        {
            surroundings += Contains(Pictures, words[at]) || Contains(Surroundings, words[at]) ? 1 : 0;
            makings += Contains(Makings, words[at]) ? 1 : 0;
        }

        return surroundings > 0 && makings <= surroundings;
    }

    // A notice is short, or speaks of what stands on the page ("this article", "summary"); a sentence of news does neither.
    private static bool IsNoticeForm(string text, LineWords words, int first)
    {
        if (text.AsSpan().IndexOfAny("\"\u201C\u201E\u00AB") >= 0)
            return false;
        var hits = PageVocabulary.Phrases.Find(words, text);
        if (hits.Has(PhraseKinds.ThisText) && first <= 12)
            return true;
        return words.Count <= 9 && (first <= 3 || hits.Has(PhraseKinds.Picture));
    }

    private static bool IsMachine(LineWords words, int at, string text)
    {
        var word = WithoutElision(words[at]);
        if (at + 1 < words.Count)
        {
            Span<char> pair = stackalloc char[64];
            var next = words[at + 1];
            if (word.Length + next.Length < pair.Length)
            {
                word.CopyTo(pair);
                pair[word.Length] = ' ';
                next.CopyTo(pair[(word.Length + 1)..]);
                if (MachinePairs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(pair[..(word.Length + next.Length + 1)]))
                    return true;
            }
        }

        // Short forms are names only in capitals: Italian "ai" and French "ia" are everyday letters.
        return Contains(Machines, word) && (word.Length > 3 || char.IsUpper(text[words.StartOf(at)]) && char.IsUpper(text[words.EndOf(at) - 1]));
    }

    private static bool HasSpacelessNotice(string text, LineWords words)
    {
        if (text.Length > 80 || (!words.IsSpaceless && text.AsSpan().IndexOfAnyInRange('\u0600', '\u06FF') < 0 && text.AsSpan().IndexOfAnyInRange('\uAC00', '\uD7AF') < 0))
            return false;
        return HasAny(Spaceless) || (HasAny(SpacelessThisTexts) && HasAny(SpacelessMachines) && HasAny(SpacelessMakings) && !HasAny(SpacelessDenials));

        bool HasAny(string[] parts) => Array.Exists(parts, part => text.Contains(part, StringComparison.Ordinal));
    }

    private static bool Contains(WordSet set, ReadOnlySpan<char> word) => set.Contains(word);

    private static FrozenSet<string> Set2(string pairs) => pairs.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Reads whether a notice says that a machine wrote an article, or only something else on its page.</summary>
internal static class MachineWritingReader
{
    // Lines above a headline in which a notice still speaks of its article.
    private const int Above = 3;

    /// <summary>One entry an article; null where no notice concerns it.</summary>
    public static MachineWriting?[] Read(List<PageLine> lines, List<ArticleDraft> drafts)
    {
        var own = new PageLine?[drafts.Count];
        PageLine? page = null;
        var next = 0;
        foreach (var line in lines)
        {
            if (line.Role != LineRole.MachineNotice)
                continue;
            while (next < drafts.Count && drafts[next].FootEnd <= line.Index)
                next++;
            var isOfSurroundings = MachineNotices.IsAboutSurroundings(line.Words);
            if (!isOfSurroundings && next < drafts.Count && BelongsTo(lines, drafts[next], line.Index))
                own[next] ??= line;
            else if (page is null || (MachineNotices.IsAboutSurroundings(page.Words) && !isOfSurroundings))
                page = line;
        }

        return [.. own.Select(line => line is not null ? new MachineWriting(MachineWritingScope.Article, line.Text)
            : page is not null ? new MachineWriting(MachineWritingScope.Page, page.Text)
            : null)];
    }

    private static bool BelongsTo(List<PageLine> lines, ArticleDraft draft, int at)
    {
        if (at >= draft.HeadStart)
            return at < draft.FootEnd;
        return draft.HeadStart - at <= Above
            && Enumerable.Range(at, draft.HeadStart - at).All(between => lines[between].Role != LineRole.Prose);
    }
}
