using Briefing.Templating.Evaluation;
using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Parsing;

internal sealed partial class Parser
{
    private const string MisplacedElse = "A else condition must be preceded by another if/else/when condition or a for loop.";
    private const string MisplacedWhen = "A `when` condition must be preceded by another `when`/`else`/`case` condition";

    private Statement ParseStatement(string word)
    {
        // Loop variables begin with the word of their loop: for.index
        if (word is "for" or "while" or "tablerow" && Peek().Kind == TokenKind.Dot)
            return ParseExpressionStatement();
        return word switch
        {
            "if" => ParseIf(),
            "case" => ParseCase(),
            "for" or "tablerow" => ParseFor(isTable: word == "tablerow"),
            "while" => ParseWhile(),
            "break" => ParseLeave(Flow.Break),
            "continue" => ParseLeave(Flow.Continue),
            "func" => ParseFunction(),
            "ret" => ParseReturn(),
            "capture" => ParseCapture(),
            "with" => ParseWith(),
            "wrap" => ParseWrap(),
            "import" => ParseImport(),
            "readonly" => ParseReadOnly(),
            "else" => throw SkipMisplaced(MisplacedElse),
            "when" => throw SkipMisplaced(MisplacedWhen),
            _ => ParseExpressionStatement(),
        };
    }

    private SyntaxFault SkipMisplaced(string message)
    {
        var fault = Unexpected(message);
        Advance();
        return fault;
    }

    private Statement ParseExpressionStatement()
    {
        var start = Current.Start;
        if (TryParseInlineFunction() is { } function)
            return function;
        var expression = ParseExpression(new Place(Parent.Statement) { AllowsAssignment = true });
        EndStatement();
        return new ExpressionStatement(SpanFrom(start), expression);
    }

    private IfStatement ParseIf()
    {
        var start = Current.Start;
        var branches = new List<(Expression, Block)>();
        Block? otherwise = null;
        var isElse = false;
        while (otherwise is null && (branches.Count == 0 || isElse))
        {
            Advance();
            if (isElse && !IsWord("if"))
            {
                EndStatement();
                otherwise = ParseBlock(BlockKind.Plain, Form.Else);
                break;
            }

            if (isElse)
                Advance();
            var condition = ParseExpression(new Place(Parent.Other));
            EndStatement();
            branches.Add((condition, ParseBlock(BlockKind.BeforeElse, Form.If)));
            isElse = IsWord("else");
        }

        TakeEnd();
        return new IfStatement(SpanFrom(start), branches, otherwise);
    }

    private CaseStatement ParseCase()
    {
        var start = Current.Start;
        Advance();
        var value = ParseExpression(new Place(Parent.Other));
        EndStatement();
        var inSameCode = SkipToWhen();
        var whens = new List<(IReadOnlyList<Expression>, Block)>();
        while (IsWord("when"))
        {
            Advance();
            var values = ParseWhenValues();
            EndStatement();
            whens.Add((values, ParseBlock(BlockKind.BeforeWhen, Form.When)));
        }

        Block? otherwise = null;
        if (IsWord("else"))
        {
            Advance();
            EndStatement();
            otherwise = ParseBlock(BlockKind.Plain, Form.Else);
        }

        TakeEnd();
        return new CaseStatement(SpanFrom(start), value, whens, otherwise, keepsIndent: inSameCode);
    }

    /// <summary>Text between <c>case</c> and its first <c>when</c> is not printed; statements there are faults.</summary>
    /// <returns>Whether the first <c>when</c> stands in the code block of its <c>case</c>.</returns>
    private bool SkipToWhen()
    {
        var start = _at;
        while (Current.Kind is TokenKind.Text or TokenKind.Escaped or TokenKind.CodeEnter or TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon)
            Advance();
        if (Is(TokenKind.End))
            throw WithoutEnd(Form.Case);
        if (!IsWord("when") && !IsWord("end") && !IsWord("else"))
            throw Unexpected($"Unexpected statement/expression `{CurrentText}` in the body of a `case` statement. Only `when`/`else` are expected.");
        return !_tokens.GetRange(start, _at - start).Exists(token => token.Kind == TokenKind.CodeEnter);
    }

    private List<Expression> ParseWhenValues()
    {
        var values = new List<Expression>();
        while (StartsExpression())
        {
            values.Add(ParseExpression(new Place(Parent.Other) { StopsAtOr = true }));
            if (Current.Kind is TokenKind.Comma or TokenKind.DoubleBar)
                Advance();
        }

        return values.Count > 0 ? values : throw Unexpected("When is expecting at least one value.");
    }

    private ForStatement ParseFor(bool isTable)
    {
        var start = Current.Start;
        Advance();
        if (ParseExpression(new Place(Parent.Other) { IsBasic = true }) is var given && given is not PathExpression)
            throw Refused(SpanFrom(start), Form.For.Fault($"Expecting a variable instead of `{given}`"));
        var variable = (PathExpression)given;
        if (!IsWord("in"))
            throw Refused(SpanFrom(start), Form.For.Fault($"Expecting 'in' word instead of `{ShownText}`"));
        Advance();
        var options = new List<NamedArgument>();
        var items = ParseExpression(new Place(Parent.Loop) { LoopOptions = options });
        EndStatement();
        var body = ParseBlock(BlockKind.BeforeElse, Form.For);
        Block? otherwise = null;
        if (IsWord("else"))
        {
            Advance();
            EndStatement();
            otherwise = ParseBlock(BlockKind.Plain, Form.Else);
        }

        TakeEnd();
        var span = SpanFrom(start);
        return isTable
            ? new TableRowStatement(span, variable, items, options, body, otherwise)
            : new ForStatement(span, variable, items, options, body, otherwise);
    }

    private WhileStatement ParseWhile()
    {
        var start = Current.Start;
        Advance();
        var condition = ParseExpression(new Place(Parent.Other));
        var body = ParseBody(Form.While);
        return new WhileStatement(SpanFrom(start), condition, body);
    }

    private Block ParseBody(Form form)
    {
        EndStatement();
        var body = ParseBlock(BlockKind.Plain, form);
        TakeEnd();
        return body;
    }

    private LeaveStatement ParseLeave(Flow flow)
    {
        var span = CurrentSpan;
        Advance();
        EndStatement();
        return new LeaveStatement(span, flow);
    }

    private ReturnStatement ParseReturn()
    {
        var start = Current.Start;
        Advance();
        var value = StartsExpression() ? ParseExpression(new Place(Parent.Other)) : null;
        EndStatement();
        return new ReturnStatement(SpanFrom(start), value);
    }

    private CaptureStatement ParseCapture()
    {
        var start = Current.Start;
        Advance();
        if (ParseExpression(new Place(Parent.Other)) is not PathExpression target)
            throw Unexpected("Expecting a variable after `capture`");
        var body = ParseBody(Form.Capture);
        return new CaptureStatement(SpanFrom(start), target, body);
    }

    private WithStatement ParseWith()
    {
        var start = Current.Start;
        Advance();
        var target = ParseExpression(new Place(Parent.Other));
        var body = ParseBody(Form.With);
        return new WithStatement(SpanFrom(start), target, body);
    }

    private WrapStatement ParseWrap()
    {
        var start = Current.Start;
        Advance();
        var target = ParseExpression(new Place(Parent.Other));
        var body = ParseBody(Form.Wrap);
        return new WrapStatement(SpanFrom(start), target, body);
    }

    private ImportStatement ParseImport()
    {
        var start = Current.Start;
        Advance();
        var source = ParseExpression(new Place(Parent.Other));
        EndStatement();
        return new ImportStatement(SpanFrom(start), source);
    }

    private ReadOnlyStatement ParseReadOnly()
    {
        var start = Current.Start;
        Advance();
        var variable = ParseVariableName();
        EndStatement();
        return new ReadOnlyStatement(SpanFrom(start), variable);
    }
}
