using Briefing.Templating.Lexing;

namespace Briefing.Templating.Parsing;

/// <summary>How tightly operators bind; all binary ones are left-associative.</summary>
internal static class Precedence
{
    public const int Unary = 200;
    public const int Increment = 210;

    /// <summary>Of a binary operator; 0 for any other token.</summary>
    public static int Of(TokenKind kind) => kind switch
    {
        TokenKind.DoubleQuestion or TokenKind.QuestionExclamation => 20,
        TokenKind.DoubleBar => 30,
        TokenKind.DoubleAmpersand => 40,
        TokenKind.DoubleEqual or TokenKind.ExclamationEqual => 70,
        TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual => 80,
        TokenKind.Plus or TokenKind.Minus => 100,
        TokenKind.Asterisk or TokenKind.Divide or TokenKind.DoubleDivide or TokenKind.Percent
            or TokenKind.DoubleLess or TokenKind.DoubleGreater => 110,
        TokenKind.DoubleDot or TokenKind.DoubleDotLess => 130,
        _ => 0,
    };

    /// <summary>Whether the token assigns, and the operator of a compound assignment.</summary>
    public static bool IsAssignment(TokenKind kind, out TokenKind? op)
    {
        op = kind switch
        {
            TokenKind.PlusEqual => TokenKind.Plus,
            TokenKind.MinusEqual => TokenKind.Minus,
            TokenKind.AsteriskEqual => TokenKind.Asterisk,
            TokenKind.DivideEqual => TokenKind.Divide,
            TokenKind.DoubleDivideEqual => TokenKind.DoubleDivide,
            TokenKind.PercentEqual => TokenKind.Percent,
            _ => null,
        };
        return op is not null || kind == TokenKind.Equal;
    }
}
