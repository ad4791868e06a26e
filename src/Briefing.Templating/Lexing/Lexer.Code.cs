namespace Briefing.Templating.Lexing;

internal sealed partial class Lexer
{
    // Longer ones first: the first that fits is taken.
    private static readonly (string Text, TokenKind Kind)[] Symbols =
    [
        ("...", TokenKind.TripleDot), ("..<", TokenKind.DoubleDotLess), ("//=", TokenKind.DoubleDivideEqual),
        ("..", TokenKind.DoubleDot), ("//", TokenKind.DoubleDivide), ("*=", TokenKind.AsteriskEqual), ("/=", TokenKind.DivideEqual),
        ("++", TokenKind.DoublePlus), ("+=", TokenKind.PlusEqual), ("--", TokenKind.DoubleMinus), ("-=", TokenKind.MinusEqual),
        ("%=", TokenKind.PercentEqual), ("&&", TokenKind.DoubleAmpersand), ("??", TokenKind.DoubleQuestion),
        ("?.", TokenKind.QuestionDot), ("?!", TokenKind.QuestionExclamation), ("||", TokenKind.DoubleBar), ("|>", TokenKind.Pipe),
        ("!=", TokenKind.ExclamationEqual), ("==", TokenKind.DoubleEqual), ("<=", TokenKind.LessEqual), ("<<", TokenKind.DoubleLess),
        (">=", TokenKind.GreaterEqual), (">>", TokenKind.DoubleGreater), ("^^", TokenKind.Invalid),
        (":", TokenKind.Colon), (",", TokenKind.Comma), (".", TokenKind.Dot), ("@", TokenKind.At), ("?", TokenKind.Question),
        ("!", TokenKind.Exclamation), ("(", TokenKind.OpenParen), (")", TokenKind.CloseParen), ("[", TokenKind.OpenBracket),
        ("]", TokenKind.CloseBracket), ("|", TokenKind.Pipe), ("^", TokenKind.Caret), ("*", TokenKind.Asterisk), ("/", TokenKind.Divide),
        ("+", TokenKind.Plus), ("-", TokenKind.Minus), ("%", TokenKind.Percent), ("<", TokenKind.Less), (">", TokenKind.Greater),
        ("=", TokenKind.Equal), (";", TokenKind.Semicolon),
    ];

    // The quotes of the interpolated strings that are open here, the innermost on top.
    private readonly Stack<char> _interpolations = new();

    private void ReadCode()
    {
        while (_at < _text.Length)
        {
            if (IsCodeExit())
            {
                ReadCodeExit();
                return;
            }

            ReadCodeToken();
        }
    }

    private void ReadCodeToken()
    {
        var c = _text[_at];
        switch (c)
        {
            case '\n' or '\r':
                ReadNewLine();
                break;
            case '#':
                SkipComment();
                break;
            case '"' or '\'':
                ReadString();
                break;
            case '`':
                ReadVerbatimString();
                break;
            case '{':
                _openBraces++;
                AddHere(TokenKind.OpenBrace, 1);
                break;
            case '}':
                ReadClosingBrace();
                break;
            case '$' when CharAt(_at + 1) is '"' or '\'':
                ReadInterpolation(_at + 2, _text[_at + 1], isStart: true);
                break;
            case '$' or '_':
                ReadWord();
                break;
            default:
                ReadOther(c);
                break;
        }
    }

    private void ReadOther(char c)
    {
        if (char.IsWhiteSpace(c))
            _at++;
        else if (char.IsLetter(c))
            ReadWord();
        else if (char.IsDigit(c))
            ReadNumber();
        else
            ReadSymbol();
    }

    /// <summary>A line's end, with all white space and empty lines after it.</summary>
    private void ReadNewLine()
    {
        var start = _at;
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        Add(TokenKind.NewLine, start, _at);
    }

    /// <summary><c>#</c> runs to the end of its line, <c>##</c> to the next <c>##</c>; both end where the code block does.</summary>
    private void SkipComment()
    {
        var several = CharAt(_at + 1) == '#';
        _at += several ? 2 : 1;
        while (_at < _text.Length && !IsCodeExit())
        {
            if (several && _text[_at] == '#' && CharAt(_at + 1) == '#')
            {
                _at += 2;
                return;
            }

            if (!several && _text[_at] is '\n' or '\r')
                return;
            _at++;
        }
    }

    private void ReadClosingBrace()
    {
        if (_interpolations.Count > 0)
        {
            ReadInterpolation(_at + 1, _interpolations.Peek(), isStart: false);
            return;
        }

        if (_openBraces > 0)
            _openBraces--;
        else
            Error(_at, "Unexpected } while no matching {");
        AddHere(TokenKind.CloseBrace, 1);
    }

    private void ReadWord()
    {
        var start = _at++;
        var isLocal = _text[start] == '$';
        if (isLocal && CharAt(_at) == '$')
            _at++;
        else
            SkipWord();
        Add(isLocal ? TokenKind.LocalIdentifier : TokenKind.Identifier, start, _at);
    }

    private void SkipWord()
    {
        while (IsWordPart(CharAt(_at)))
            _at++;
    }

    private static bool IsWordPart(char c) => c == '_' || char.IsLetter(c) || char.IsDigit(c);

    private void ReadSymbol()
    {
        foreach (var (text, kind) in Symbols)
        {
            if (string.CompareOrdinal(_text, _at, text, 0, text.Length) != 0)
                continue;
            AddHere(kind, text.Length);
            return;
        }

        AddHere(TokenKind.Invalid, 1);
    }

    private void AddHere(TokenKind kind, int length)
    {
        Add(kind, _at, _at + length);
        _at += length;
    }
}
