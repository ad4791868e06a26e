using System.Globalization;
using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Parsing;

internal sealed partial class Parser
{
    private bool StartsExpression() => Current.Kind is TokenKind.Identifier or TokenKind.LocalIdentifier
        or TokenKind.Integer or TokenKind.HexInteger or TokenKind.BinaryInteger or TokenKind.Float
        or TokenKind.String or TokenKind.VerbatimString or TokenKind.InterpolationStart or TokenKind.InterpolationWhole
        or TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.OpenBracket
        or TokenKind.Exclamation or TokenKind.Minus or TokenKind.Plus or TokenKind.At or TokenKind.Caret
        or TokenKind.DoublePlus or TokenKind.DoubleMinus;

    private Expression ParseOperand(Place place, bool isFirst)
    {
        switch (Current.Kind)
        {
            case TokenKind.Identifier or TokenKind.LocalIdentifier:
                if (CurrentText == "$$" && !(isFirst && place.Parent == Parent.Statement))
                    throw Unexpected("Cannot use block delegate $$ in a nested expression");
                return ParseWord();
            case TokenKind.Integer or TokenKind.HexInteger or TokenKind.BinaryInteger or TokenKind.Float:
                return ParseNumber();
            case TokenKind.String or TokenKind.VerbatimString:
                return ParseText();
            case TokenKind.InterpolationStart or TokenKind.InterpolationWhole:
                return ParseInterpolation();
            case TokenKind.OpenParen:
                return ParseParentheses();
            case TokenKind.OpenBrace:
                return ParseObject();
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.DoublePlus or TokenKind.DoubleMinus:
                return ParsePrefixIncrement();
            default:
                return StartsExpression() ? ParseUnary() : throw Unexpected($"Unexpected token `{CurrentText}` while parsing expression");
        }
    }

    /// <summary>A variable or one of the words that are values.</summary>
    private Expression ParseWord()
    {
        var span = CurrentSpan;
        var text = CurrentText;
        if (text == "do" && Is(TokenKind.Identifier))
            return ParseAnonymousFunction();
        Advance();
        switch (text)
        {
            case "null":
                return new Literal(span, null);
            case "true" or "false":
                return new Literal(span, text == "true");
            case "this":
                return new ThisExpression(span);
        }

        if (text[0] != '$')
        {
            CheckLoopMember(text);
            return new Variable(span, text, isLocal: false);
        }

        // $1 is short for $[1].
        var name = text[1..];
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new IndexExpression(span, new Variable(span, Variable.Arguments, isLocal: true), new Literal(span, index))
            : new Variable(span, name, isLocal: true);
    }

    private void CheckLoopMember(string loop)
    {
        if (loop is not ("for" or "while" or "tablerow") || !Is(TokenKind.Dot))
            return;
        var member = TextOf(Peek());
        var isKnown = member switch
        {
            "first" or "even" or "odd" or "index" => true,
            "last" or "changed" or "length" or "rindex" => loop != "while",
            "col" => loop == "tablerow",
            _ => false,
        };
        if (!isKnown)
            throw Unexpected($"The loop variable <{loop}.{member}> is not supported");
    }

    private Literal ParseNumber()
    {
        var token = Current;
        if (!Literals.TryNumber(TextOf(token), token.Kind, out var value))
            Report(CurrentSpan, $"Unable to parse the number {CurrentText}");
        Advance();
        return new Literal(SpanOf(token), value);
    }

    private Literal ParseText()
    {
        var token = Current;
        Advance();
        var content = _source.Text.AsSpan(token.Start + 1, token.End - token.Start - 2);
        return new Literal(SpanOf(token), token.Kind == TokenKind.String ? Literals.Unescape(content) : Literals.Verbatim(content));
    }

    private InterpolatedString ParseInterpolation()
    {
        var start = Current.Start;
        var parts = new List<Expression>();
        while (Is(TokenKind.InterpolationStart) || Is(TokenKind.InterpolationMiddle))
        {
            parts.Add(ParseInterpolationText());
            if (!StartsExpression())
                throw Unexpected($"Expecting <expression> instead of `{CurrentText}`");
            parts.Add(ParseExpression(new Place(Parent.Other)));
        }

        if (!Is(TokenKind.InterpolationEnd) && !Is(TokenKind.InterpolationWhole))
            throw Unexpected("Opened interpolated expression not closed on the same line.");
        parts.Add(ParseInterpolationText());
        return new InterpolatedString(SpanFrom(start), parts);
    }

    private Literal ParseInterpolationText()
    {
        var token = Current;
        Advance();
        var opening = token.Kind is TokenKind.InterpolationStart or TokenKind.InterpolationWhole ? 2 : 1;
        return new Literal(SpanOf(token), Literals.Unescape(_source.Text.AsSpan(token.Start + opening, token.End - token.Start - opening - 1)));
    }

    private NestedExpression ParseParentheses()
    {
        var start = Current.Start;
        Advance();
        var inner = ParseExpression(new Place(Parent.Other));
        if (!Is(TokenKind.CloseParen))
            throw Unexpected($"Invalid token `{CurrentText}`. Expecting a closing `)`.");
        Advance();
        return new NestedExpression(SpanFrom(start), inner);
    }

    private ArrayExpression ParseArray()
    {
        var start = Current.Start;
        var items = new List<Expression>();
        _lineEndsIgnored++;
        Advance();
        while (!Is(TokenKind.CloseBracket))
        {
            items.Add(ParseExpression(new Place(Parent.Other)));
            if (!Is(TokenKind.Comma))
                break;
            Advance();
        }

        _lineEndsIgnored--;
        Take(TokenKind.CloseBracket, "]");
        return new ArrayExpression(SpanFrom(start), items);
    }

    private ObjectExpression ParseObject()
    {
        var start = Current.Start;
        var members = new List<(string, Expression)>();
        _lineEndsIgnored++;
        Advance();
        while (!Is(TokenKind.CloseBrace))
        {
            members.Add(ParseMember());
            if (!Is(TokenKind.Comma))
                break;
            Advance();
        }

        _lineEndsIgnored--;
        Take(TokenKind.CloseBrace, "}");
        return new ObjectExpression(SpanFrom(start), members);
    }

    private (string Name, Expression Value) ParseMember()
    {
        if (!Is(TokenKind.Identifier) && !Is(TokenKind.String))
            throw Unexpected($"Unexpected token `{CurrentText}` while parsing object initializer. Expecting a simple identifier for the member name.");
        var name = ParseMemberName();
        if (!Is(TokenKind.Colon))
            throw Unexpected($"Unexpected token `{CurrentText}` Expecting a colon : after identifier `{name}` for object initializer member name");
        Advance();
        if (!StartsExpression())
            throw Unexpected($"Unexpected token `{CurrentText}`. Expecting an expression for the value of the member.");
        return (name, ParseExpression(new Place(Parent.Other)));
    }

    private string ParseMemberName()
    {
        if (Is(TokenKind.String))
            return (string)ParseText().Value!;
        var name = CurrentText;
        Advance();
        return name;
    }

    private Expression ParseUnary()
    {
        Enter();
        var start = Current.Start;
        var op = Current.Kind;
        Advance();
        if (!StartsExpression())
            throw Unexpected($"Expecting <expression> instead of `{CurrentText}`");
        var operand = ParseExpression(new Place(op == TokenKind.At ? Parent.Alias : Parent.Other) { Precedence = Precedence.Unary });
        var span = SpanFrom(start);
        return op switch
        {
            TokenKind.At => new AliasExpression(span, operand),
            TokenKind.Caret => new ExpandExpression(span, operand),
            _ => new UnaryExpression(span, op, operand),
        };
    }

    private IncrementExpression ParsePrefixIncrement()
    {
        var start = Current.Start;
        var by = Is(TokenKind.DoublePlus) ? 1 : -1;
        Advance();
        if (ParseExpression(new Place(Parent.Other) { Precedence = Precedence.Increment }) is not PathExpression operand)
            throw Unexpected("The operand of an increment or decrement operator must be a variable, property or indexer");
        return new IncrementExpression(SpanFrom(start), operand, by, isPostfix: false);
    }

    /// <summary>Members, items and increments behind an operand.</summary>
    private Expression ParsePostfix(Expression left)
    {
        while (true)
        {
            if (Is(TokenKind.Dot) || Is(TokenKind.QuestionDot))
                left = ParseMemberAccess(left);
            else if (Is(TokenKind.OpenBracket) && left is (PathExpression or Literal or CallExpression) && !FollowsSpace())
                left = ParseItemAccess(left);
            else if (Is(TokenKind.DoublePlus) || Is(TokenKind.DoubleMinus))
                left = ParsePostfixIncrement(left);
            else
                return left;

            // Each access holds the one before it: a long chain is as deep as brackets are.
            Enter();
        }
    }

    private PathExpression ParseMemberAccess(Expression target)
    {
        var isOptional = Is(TokenKind.QuestionDot) || target is MemberExpression { IsOptional: true };
        Advance();
        if (!Is(TokenKind.Identifier))
            throw Unexpected($"Invalid token `{CurrentText}`. The dot operator is expected to be followed by a plain identifier");
        var name = CurrentText;
        var nameSpan = CurrentSpan;
        Advance();
        if (name is "empty" or "blank" && Is(TokenKind.Question))
        {
            Advance();
            return new IsEmptyExpression(SpanFrom(target.Span.Start), target);
        }

        return new MemberExpression(SpanFrom(target.Span.Start), target, name, nameSpan, isOptional);
    }

    private IndexExpression ParseItemAccess(Expression target)
    {
        Advance();
        if (!StartsExpression())
            throw Unexpected($"Expecting <index_expression> instead of `{CurrentText}`");
        var index = ParseExpression(new Place(Parent.Other));
        if (!Is(TokenKind.CloseBracket))
            throw Unexpected($"Unexpected `{CurrentText}`. Expecting ']'");
        Advance();
        return new IndexExpression(SpanFrom(target.Span.Start), target, index);
    }

    private IncrementExpression ParsePostfixIncrement(Expression left)
    {
        if (left is not PathExpression operand)
            throw Unexpected("The operand of an increment or decrement operator must be a variable, property or indexer");
        var by = Is(TokenKind.DoublePlus) ? 1 : -1;
        Advance();
        return new IncrementExpression(SpanFrom(left.Span.Start), operand, by, isPostfix: true);
    }
}
