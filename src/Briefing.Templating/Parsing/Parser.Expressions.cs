using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Parsing;

internal sealed partial class Parser
{
    private enum Parent
    {
        Other,
        Statement,
        Pipe,
        Loop,
        Alias,
    }

    /// <summary>
    /// Reads an expression: operands with operators between them. An operand right behind another is an argument, and what
    /// stands first is then the function: <c>f a b + 1</c> calls f with a and b + 1.
    /// </summary>
    private Expression ParseExpression(Place place)
    {
        var depth = _depth;
        Enter();
        PendingCall? call = null;
        Expression? result = null;
        while (result is null)
        {
            var left = ParseOperand(place, isFirst: call is null);
            var isWhole = left is AnonymousFunction || left is Variable { IsLocal: true, Name: Variable.Wrapped };
            result = isWhole ? Finish(call, left) : ParseAfterOperand(left, ref call, place);
        }

        _depth = depth;
        return result;
    }

    /// <summary>What may follow an operand.</summary>
    /// <returns>The whole expression; null: another argument of the call follows.</returns>
    private Expression? ParseAfterOperand(Expression left, ref PendingCall? call, Place place)
    {
        while (true)
        {
            left = ParsePostfix(left);
            if (place.IsBasic || place.Parent == Parent.Alias)
                return Finish(call, left);
            if (Is(TokenKind.Colon) && !place.HasNoNames)
                return Finish(call, ParseNamedValue(left, place));
            if (Precedence.IsAssignment(Current.Kind, out var compound))
                return ParseAssignment(left, compound, isAllowed: place.AllowsAssignment && call is null);
            if (Precedence.Of(Current.Kind) is > 0 and var precedence)
            {
                if (precedence <= place.Precedence || (place.StopsAtOr && Is(TokenKind.DoubleBar)))
                    return Finish(call, left);
                left = ParseBinary(left, precedence, place, isArgument: call is not null || place.IsArgument);
                continue;
            }

            if (Is(TokenKind.Question) && !(place.Precedence > 0))
                return ParseConditional(Finish(call, left));
            if (!StartsExpression() || place.IsArgument || Is(TokenKind.Question))
                return ParseEnd(left, call, place);
            if (Is(TokenKind.OpenParen) && !FollowsSpace())
            {
                left = ParseParenthesesCall(left);
                continue;
            }

            if (place.LoopOptions is not null && Is(TokenKind.Identifier))
            {
                ParseLoopOptions(place.LoopOptions);
                return ParseEnd(left, call, place);
            }

            call ??= new PendingCall();
            call.Add(left);
            if (!Is(TokenKind.Identifier) || Peek().Kind != TokenKind.Colon)
                return null;
            ParseNamedArguments(call);
            if (StartsExpression())
                return null;
            left = call.Build(SpanFrom(call.Start));
            call = null;
            if (!Is(TokenKind.Pipe))
                return left;
        }
    }

    /// <summary>The expression ends here, or goes on behind a pipe.</summary>
    private Expression ParseEnd(Expression left, PendingCall? call, Place place)
    {
        if (place.Precedence > 0 || place.IsArgument)
            return Finish(call, left);
        if (place.Parent == Parent.Pipe && call is null && left is PathExpression)
            left = new CallExpression(left.Span, left, [], hasParentheses: false);
        return Is(TokenKind.Pipe) ? ParsePipe(Finish(call, left)) : Finish(call, left);
    }

    private Expression Finish(PendingCall? call, Expression last)
    {
        if (call is null)
            return last;
        call.Add(last);
        return call.Build(SpanFrom(call.Start));
    }

    private PipeExpression ParsePipe(Expression from)
    {
        _lineEndsIgnored++;
        Advance();
        _lineEndsIgnored--;
        var to = ParseExpression(new Place(Parent.Pipe));
        return new PipeExpression(from.Span.To(to.Span), from, to);
    }

    private BinaryExpression ParseBinary(Expression left, int precedence, Place place, bool isArgument)
    {
        Enter();
        var op = Current.Kind;
        var opSpan = CurrentSpan;
        Advance();
        if (!StartsExpression())
            throw Unexpected(Form.Binary.Fault($"Expecting an <expression> to the right of the operator instead of `{ShownText}`"));
        var right = ParseExpression(new Place(Parent.Other) { Precedence = precedence, IsArgument = isArgument, HasNoNames = place.HasNoNames });
        return new BinaryExpression(left.Span.To(right.Span), op, opSpan, left, right);
    }

    private ConditionalExpression ParseConditional(Expression condition)
    {
        Advance();
        var then = ParseExpression(new Place(Parent.Other) { HasNoNames = true });
        Take(TokenKind.Colon, ":");
        var otherwise = ParseExpression(new Place(Parent.Other) { HasNoNames = true });
        return new ConditionalExpression(condition.Span.To(otherwise.Span), condition, then, otherwise);
    }

    private AssignExpression ParseAssignment(Expression target, TokenKind? op, bool isAllowed)
    {
        if (!isAllowed || target is not PathExpression path)
            throw Unexpected(Form.Assignment.Fault("Expression is only allowed for a top level assignment"));
        Advance();
        var value = ParseExpression(new Place(Parent.Other));
        return new AssignExpression(target.Span.To(value.Span), path, op, value);
    }

    private NamedArgument ParseNamedValue(Expression name, Place place)
    {
        if (name is not Variable variable)
            throw Unexpected("Expecting a simple global or local variable before `:` in order to create a named argument");
        Advance();
        var value = ParseExpression(new Place(place.Parent));
        return new NamedArgument(name.Span.To(value.Span), variable.Name, value);
    }

    private void ParseNamedArguments(PendingCall call)
    {
        while (Is(TokenKind.Identifier) && Peek().Kind == TokenKind.Colon)
        {
            var argument = ParseNamedArgument();
            call.Add(argument);
            if (argument.Value is AnonymousFunction)
                return;
        }
    }

    private void ParseLoopOptions(List<NamedArgument> options)
    {
        while (Is(TokenKind.Identifier))
            options.Add(ParseNamedArgument());
    }

    private NamedArgument ParseNamedArgument()
    {
        var start = Current.Start;
        var name = CurrentText;
        Advance();
        Expression? value = null;
        if (Is(TokenKind.Colon))
        {
            Advance();
            value = ParseExpression(new Place(Parent.Other) { IsBasic = true });
        }

        return new NamedArgument(SpanFrom(start), name, value);
    }

    /// <summary><c>f(a, b)</c></summary>
    private CallExpression ParseParenthesesCall(Expression target)
    {
        Advance();
        var arguments = new List<Expression>();
        while (!Is(TokenKind.CloseParen))
        {
            if (arguments.Count > 0)
                Take(TokenKind.Comma, ",");
            if (!StartsExpression())
                throw Unexpected("Expecting an expression for argument function calls instead of this token.");
            arguments.Add(ParseExpression(new Place(Parent.Other)));
        }

        Advance();
        return new CallExpression(SpanFrom(target.Span.Start), target, arguments, hasParentheses: true);
    }

    private bool FollowsSpace() => Current.Start > 0 && char.IsWhiteSpace(_source.Text[Current.Start - 1]);

    /// <summary>Where an expression stands, and what it may therefore hold.</summary>
    private readonly record struct Place(Parent Parent)
    {
        /// <summary>Operators that bind no tighter end the expression.</summary>
        public int Precedence { get; init; }

        /// <summary>Whether it is part of an argument, so that an operand behind it is the next argument of the call outside.</summary>
        public bool IsArgument { get; init; }

        /// <summary>Only a literal or a path, without operators.</summary>
        public bool IsBasic { get; init; }

        /// <summary>A colon belongs to the conditional expression outside.</summary>
        public bool HasNoNames { get; init; }

        /// <summary><c>||</c> separates the values of a <c>when</c>.</summary>
        public bool StopsAtOr { get; init; }

        public bool AllowsAssignment { get; init; }

        /// <summary>Takes the options of a loop; null where there are none to take.</summary>
        public List<NamedArgument>? LoopOptions { get; init; }
    }

    /// <summary>A call whose arguments are still being read; what was added first is the function.</summary>
    private sealed class PendingCall
    {
        private readonly List<Expression> _parts = [];

        public int Start => _parts[0].Span.Start;

        public void Add(Expression part) => _parts.Add(part);

        public CallExpression Build(SourceSpan span) => new(span, _parts[0], _parts.GetRange(1, _parts.Count - 1), hasParentheses: false);
    }
}
