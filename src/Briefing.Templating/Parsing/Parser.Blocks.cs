using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Parsing;

/// <summary>What may end a block beside <c>end</c>.</summary>
internal enum BlockKind
{
    Page,
    Plain,

    /// <summary>Of <c>if</c> or <c>for</c>: <c>else</c> ends it too.</summary>
    BeforeElse,

    /// <summary>Of <c>when</c>: <c>when</c> and <c>else</c> end it too.</summary>
    BeforeWhen,
}

internal sealed partial class Parser
{
    /// <summary>Statements up to the word that ends the block, which is left to the caller.</summary>
    private Block ParseBlock(BlockKind kind, Form form)
    {
        var depth = _depth;
        Enter();
        var start = Current.Start;
        var statements = new List<Statement>();
        while (!Is(TokenKind.End) && !EndsBlock(kind))
        {
            if (ParseStatementOrSkip(statements) is { } statement)
                statements.Add(statement);
        }

        _depth = depth;
        if (Is(TokenKind.End) && kind != BlockKind.Page)
            throw WithoutEnd(form);
        return new Block(SpanFrom(start), statements);
    }

    // Scriban tells it at the last token there is.
    private SyntaxFault WithoutEnd(Form form) => Refused(SpanOf(_tokens[Math.Max(0, _at - 1)]), form.Fault("The <end> statement was not found"));

    private bool EndsBlock(BlockKind kind) => Is(TokenKind.Identifier) && CurrentText switch
    {
        "end" => true,
        "else" => kind != BlockKind.Plain,
        "when" => kind is BlockKind.BeforeWhen or BlockKind.Page,
        _ => false,
    };

    /// <summary>The next statement; null where there was none, or none without a fault.</summary>
    private Statement? ParseStatementOrSkip(List<Statement> before)
    {
        var depth = _depth;
        try
        {
            return ParseAnyStatement(before);
        }
        catch (SyntaxFault) when (depth < DeepestNesting / 2 && _errors.Count < MostErrors)
        {
            _depth = depth;
            _lineEndsIgnored = 0;
            while (Current.Kind is not (TokenKind.End or TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon))
                _at++;
            return null;
        }
    }

    private Statement? ParseAnyStatement(List<Statement> before)
    {
        switch (Current.Kind)
        {
            case TokenKind.Text or TokenKind.Escaped:
                Advance();
                return new TextStatement(SpanOf(_tokens[_at - 1]));
            case TokenKind.CodeEnter:
                Advance();
                return new CodeEdge(SpanOf(_tokens[_at - 1]), isEnter: true, IndentAfter(before));
            case TokenKind.CodeExit:
                Advance();
                return new CodeEdge(SpanOf(_tokens[_at - 1]), isEnter: false, indent: null);
            case TokenKind.NewLine or TokenKind.Semicolon:
                Advance();
                return null;
            case TokenKind.Identifier:
                return ParseStatement(CurrentText);
            default:
                return StartsExpression() ? ParseExpressionStatement() : throw SkipUnexpected();
        }
    }

    private SyntaxFault SkipUnexpected()
    {
        var fault = Unexpected($"Unexpected token {CurrentText}");
        Advance();
        return fault;
    }

    /// <summary>The white space before a code block on its line; empty where something else stands there, null where no text goes before.</summary>
    private string? IndentAfter(List<Statement> before)
    {
        if (before.Count == 0 || before[^1] is not TextStatement text)
            return null;
        var end = text.Span.End;
        var start = end;
        while (start > 0 && _source.Text[start - 1] != '\n')
        {
            if (!char.IsWhiteSpace(_source.Text[start - 1]))
                return string.Empty;
            start--;
        }

        return _source.Text[start..end];
    }

    /// <summary>A statement ends at its line's end, at a semicolon or where the code block does.</summary>
    private void EndStatement()
    {
        if (Current.Kind is TokenKind.NewLine or TokenKind.Semicolon)
            Advance();
        else if (Current.Kind is not (TokenKind.CodeExit or TokenKind.End))
            throw Unexpected($"Invalid token found `{ShownText}`. Expecting <EOL>/end of line.");
    }

    private void TakeEnd()
    {
        Advance();
        EndStatement();
    }
}
