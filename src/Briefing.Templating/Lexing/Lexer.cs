namespace Briefing.Templating.Lexing;

/// <summary>
/// Cuts a template into tokens, in one pass. This part tells text from code and strips white space around code;
/// <c>Lexer.Code.cs</c> reads what stands between <c>{{</c> and <c>}}</c>.
/// </summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly SourceText _source;
    private readonly List<Token> _tokens = [];
    private readonly List<TemplateMessage> _errors;
    private readonly bool _scriptOnly;
    private int _at;
    private int _openBraces;

    private Lexer(SourceText source, bool scriptOnly, List<TemplateMessage> errors)
    {
        _source = source;
        _text = source.Text;
        _scriptOnly = scriptOnly;
        _errors = errors;
    }

    /// <summary>The tokens of a template, ended by one of kind <see cref="TokenKind.End"/>; faults are added to the errors.</summary>
    /// <param name="source">The template.</param>
    /// <param name="scriptOnly">The whole is code, without <c>{{</c> and <c>}}</c>.</param>
    /// <param name="errors">Where faults are told.</param>
    public static List<Token> Read(SourceText source, bool scriptOnly, List<TemplateMessage> errors)
    {
        var lexer = new Lexer(source, scriptOnly, errors);
        if (scriptOnly)
            lexer.ReadCode();
        else
            lexer.ReadTemplate();
        lexer.Add(TokenKind.End, lexer._text.Length, lexer._text.Length);
        return lexer._tokens;
    }

    private void ReadTemplate()
    {
        while (_at < _text.Length)
        {
            var opening = FindOpening(_at, out var percents);
            var bracesEnd = opening + percents + 2;
            var mark = opening < _text.Length ? CharAt(bracesEnd) : '\0';
            AddText(_at, opening, mark);
            if (opening == _text.Length)
                return;
            var enterEnd = mark is '-' or '~' ? bracesEnd + 1 : bracesEnd;
            _at = enterEnd;
            if (percents > 0)
            {
                ReadEscape(percents);
                continue;
            }

            Add(TokenKind.CodeEnter, opening, enterEnd);
            ReadCode();
        }
    }

    /// <summary>Where the next <c>{{</c> or <c>{%{</c> stands, or the end of the text.</summary>
    private int FindOpening(int from, out int percents)
    {
        percents = 0;
        for (var at = from; (at = _text.IndexOf('{', at)) >= 0; at++)
        {
            var next = at + 1;
            while (CharAt(next) == '%')
                next++;
            if (CharAt(next) != '{')
                continue;
            percents = next - at - 1;
            return at;
        }

        return _text.Length;
    }

    /// <summary>Adds the text before a code block, less what the block's mark strips: <c>-</c> all white space, <c>~</c> what stands on its line.</summary>
    private void AddText(int start, int end, char mark)
    {
        if (mark is '-' or '~')
        {
            while (end > start && char.IsWhiteSpace(_text[end - 1]) && (mark == '-' || !IsLineEnd(end - 1)))
                end--;
        }

        if (end > start)
            Add(TokenKind.Text, start, end);
    }

    private bool IsLineEnd(int at) => _text[at] == '\n' || (_text[at] == '\r' && CharAt(at + 1) != '\n');

    /// <summary>Reads up to the closing <c>}%}</c> with as many percent signs; without one the rest of the template is escaped.</summary>
    private void ReadEscape(int percents)
    {
        var closing = "}" + new string('%', percents) + "}";
        var end = _text.IndexOf(closing, _at, StringComparison.Ordinal);
        if (end < 0)
        {
            Add(TokenKind.Escaped, _at, _text.Length);
            _at = _text.Length;
            return;
        }

        var mark = end > _at && _text[end - 1] is '-' or '~' ? _text[end - 1] : '\0';
        var contentEnd = mark == '\0' ? end : end - 1;
        if (contentEnd > _at)
            Add(TokenKind.Escaped, _at, contentEnd);
        _at = end + closing.Length;
        StripAfter(mark);
    }

    /// <summary>Whether <c>}}</c> stands here, with or without a mark before it.</summary>
    private bool IsCodeExit()
    {
        if (_scriptOnly || _openBraces > 0 || _interpolations.Count > 0)
            return false;
        var at = CharAt(_at) is '-' or '~' ? _at + 1 : _at;
        return CharAt(at) == '}' && CharAt(at + 1) == '}';
    }

    private void ReadCodeExit()
    {
        var start = _at;
        var mark = _text[_at] == '}' ? '\0' : _text[_at++];
        _at += 2;
        Add(TokenKind.CodeExit, start, _at);
        StripAfter(mark);
    }

    /// <summary>Skips white space after a block: all of it for <c>-</c>, up to and with the first line feed for <c>~</c>.</summary>
    private void StripAfter(char mark)
    {
        if (mark == '\0')
            return;
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            if (_text[_at++] == '\n' && mark == '~')
                return;
        }
    }

    private char CharAt(int at) => at < _text.Length ? _text[at] : '\0';

    private void Add(TokenKind kind, int start, int end) => _tokens.Add(new Token(kind, start, end));

    private void Error(int at, string message) => _errors.Add(new SourceSpan(_source, at, at).Error(message).Messages[0]);
}
