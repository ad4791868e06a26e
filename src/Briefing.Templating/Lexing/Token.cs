namespace Briefing.Templating.Lexing;

/// <summary>A token's kind and place; its text is read from the template.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End);

internal enum TokenKind
{
    End,
    Invalid,

    // Outside code
    Text,
    Escaped,
    CodeEnter,
    CodeExit,

    // Words and literals
    Identifier,
    LocalIdentifier,
    Integer,
    HexInteger,
    BinaryInteger,
    Float,
    String,
    VerbatimString,
    InterpolationStart,
    InterpolationMiddle,
    InterpolationEnd,
    InterpolationWhole,

    // Ends of statements
    NewLine,
    Semicolon,

    // Punctuation
    Colon,
    Comma,
    Dot,
    QuestionDot,
    At,
    Question,
    Exclamation,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Pipe,
    TripleDot,

    // Operators
    Caret,
    Asterisk,
    Divide,
    DoubleDivide,
    Plus,
    Minus,
    Percent,
    DoublePlus,
    DoubleMinus,
    DoubleLess,
    DoubleGreater,
    DoubleAmpersand,
    DoubleBar,
    DoubleQuestion,
    QuestionExclamation,
    DoubleDot,
    DoubleDotLess,
    DoubleEqual,
    ExclamationEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,

    // Assignment
    Equal,
    PlusEqual,
    MinusEqual,
    AsteriskEqual,
    DivideEqual,
    DoubleDivideEqual,
    PercentEqual,
}
