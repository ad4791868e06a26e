namespace Briefing.Templating.Lexing;

/// <summary>Finds where literals end; <see cref="Parsing.Literals"/> tells their value.</summary>
internal sealed partial class Lexer
{
    private void ReadString()
    {
        var start = _at;
        var quote = _text[_at++];
        while (_at < _text.Length && _text[_at] != quote)
        {
            if (_text[_at++] == '\\')
                SkipEscape(inInterpolation: false);
        }

        EndString(TokenKind.String, start, quote);
    }

    private void ReadVerbatimString()
    {
        var start = _at++;
        while (_at < _text.Length && (_text[_at] != '`' || CharAt(_at + 1) == '`'))
            _at += _text[_at] == '`' ? 2 : 1;
        EndString(TokenKind.VerbatimString, start, '`');
    }

    private void EndString(TokenKind kind, int start, char quote)
    {
        if (_at >= _text.Length)
        {
            Error(start, $"Unexpected end of file while parsing a string not terminated by a {quote}");
            Add(TokenKind.Invalid, start, _text.Length);
            _at = _text.Length;
            return;
        }

        _at++;
        Add(kind, start, _at);
    }

    /// <summary>
    /// Reads literal text of an interpolated string up to the next <c>{</c> or its closing quote. The token holds what
    /// delimits it: <c>$"text{</c>, <c>}text{</c>, <c>}text"</c> or <c>$"text"</c>.
    /// </summary>
    private void ReadInterpolation(int content, char quote, bool isStart)
    {
        var start = _at;
        _at = content;
        while (_at < _text.Length && _text[_at] != quote && _text[_at] != '{')
        {
            if (_text[_at++] == '\\')
                SkipEscape(inInterpolation: true);
        }

        if (CharAt(_at) == '{')
        {
            _at++;
            if (isStart)
                _interpolations.Push(quote);
            Add(isStart ? TokenKind.InterpolationStart : TokenKind.InterpolationMiddle, start, _at);
            return;
        }

        if (!isStart)
            _interpolations.Pop();
        EndString(isStart ? TokenKind.InterpolationWhole : TokenKind.InterpolationEnd, start, quote);
    }

    /// <summary>Checks and skips what follows a backslash.</summary>
    private void SkipEscape(bool inInterpolation)
    {
        var c = CharAt(_at);
        switch (c)
        {
            case '\r':
                _at += CharAt(_at + 1) == '\n' ? 2 : 1;
                break;
            case '\n' or '0' or '\'' or '"' or '\\' or 'b' or 'f' or 'n' or 'r' or 't' or 'v':
                _at++;
                break;
            case '{' when inInterpolation:
                _at++;
                break;
            case 'u':
                SkipHexDigits(4);
                break;
            case 'x':
                SkipHexDigits(2);
                break;
            default:
                Error(_at, $"Unexpected escape character `{c}` in string. Only 0 ' \\ \" b f n r t v u0000-uFFFF x00-xFF are allowed");
                break;
        }
    }

    private void SkipHexDigits(int count)
    {
        var letter = _text[_at++];
        for (var digits = 0; digits < count; digits++)
        {
            if (!char.IsAsciiHexDigit(CharAt(_at)))
            {
                Error(_at, $"Unexpected hex number `{CharAt(_at)}` following `\\{letter}`. Expecting {count} hex digits.");
                return;
            }

            _at++;
        }
    }

    private void ReadNumber()
    {
        var start = _at++;
        if (_text[start] == '0' && CharAt(_at) is 'x' or 'b')
        {
            ReadPrefixedNumber(start, CharAt(_at) == 'x');
            return;
        }

        while (char.IsDigit(CharAt(_at)) || CharAt(_at) == '_')
            _at++;
        var isFloat = SkipFraction();
        if (CharAt(_at) is 'e' or 'E' && !SkipExponent())
            return;
        if (IsFloatSuffix(CharAt(_at)) && !IsWordPart(CharAt(_at + 1)))
        {
            isFloat = true;
            _at++;
        }

        Add(isFloat ? TokenKind.Float : TokenKind.Integer, start, _at);
    }

    /// <summary>A point begins a fraction unless another point or a member's name follows it.</summary>
    private bool SkipFraction()
    {
        var next = CharAt(_at + 1);
        if (CharAt(_at) != '.' || next == '.' || (char.IsLetter(next) && next is not ('e' or 'E') && !IsFloatSuffix(next)))
            return false;
        _at++;
        while (char.IsDigit(CharAt(_at)))
            _at++;
        return true;
    }

    private bool SkipExponent()
    {
        _at++;
        if (CharAt(_at) is '+' or '-')
            _at++;
        if (!char.IsDigit(CharAt(_at)))
        {
            Error(_at, "Expecting at least one digit after the exponent");
            Add(TokenKind.Invalid, _at, _at);
            return false;
        }

        while (char.IsDigit(CharAt(_at)))
            _at++;
        return true;
    }

    private void ReadPrefixedNumber(int start, bool isHex)
    {
        var first = ++_at;
        while (CharAt(_at) == '_' || (isHex ? char.IsAsciiHexDigit(CharAt(_at)) : CharAt(_at) is '0' or '1'))
            _at++;
        if (_text.AsSpan(first, _at - first).Trim('_').IsEmpty)
        {
            Error(start, isHex ? "Invalid hex number, expecting at least a hex digit [0-9a-fA-F] after 0x"
                : "Invalid binary number, expecting at least a binary digit 0 or 1 after 0b");
            Add(TokenKind.Invalid, start, _at);
            return;
        }

        if (CharAt(_at) is 'u' or 'U' && !IsWordPart(CharAt(_at + 1)))
            _at++;
        Add(isHex ? TokenKind.HexInteger : TokenKind.BinaryInteger, start, _at);
    }

    private static bool IsFloatSuffix(char c) => c is 'f' or 'F' or 'd' or 'D' or 'm' or 'M';
}
