using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Parsing;

/// <summary>
/// Builds the syntax tree by recursive descent, operators by precedence climbing. After a fault it goes on with the next
/// statement, so that several faults are told at once.
/// </summary>
internal sealed partial class Parser
{
    // Scriban's ExpressionDepthLimit.
    private const int DeepestNesting = 250;
    private const int MostErrors = 20;

    private readonly SourceText _source;
    private readonly List<Token> _tokens;
    private readonly List<TemplateMessage> _errors;
    private int _at;
    private int _depth;

    // Above zero line ends mean nothing: inside [ ], inside { } and after a pipe.
    private int _lineEndsIgnored;

    private Parser(SourceText source, List<Token> tokens, List<TemplateMessage> errors)
    {
        _source = source;
        _tokens = tokens;
        _errors = errors;
    }

    private Token Current => _tokens[_at];

    private string CurrentText => TextOf(Current);

    private SourceSpan CurrentSpan => SpanOf(Current);

    /// <exception cref="TemplateException">The template has faults.</exception>
    public static Block Parse(SourceText source, bool scriptOnly)
    {
        var errors = new List<TemplateMessage>();
        var parser = new Parser(source, Lexer.Read(source, scriptOnly, errors), errors);
        Block? body = null;
        try
        {
            body = parser.ParsePage();
        }
        catch (SyntaxFault)
        {
            // There are so many that the rest was left unread.
        }

        return body is not null && errors.Count == 0 ? body : throw new TemplateException(Tell(errors));
    }

    /// <summary>In order of place, one for a place: others there follow from the first.</summary>
    private static List<TemplateMessage> Tell(List<TemplateMessage> errors) =>
        [.. errors.OrderBy(error => error.Line).ThenBy(error => error.Column).DistinctBy(error => (error.Line, error.Column)).Take(MostErrors)];

    private Block ParsePage()
    {
        var statements = new List<Statement>();
        while (true)
        {
            var block = ParseBlock(BlockKind.Page, Form.Page);
            statements.Add(block);
            if (Current.Kind == TokenKind.End)
                return statements is [Block only] ? only : new Block(SpanFrom(0), statements);
            ReportMisplaced();
            Advance();
        }
    }

    private void ReportMisplaced()
    {
        // Scriban has read the statement's end by then, and tells of its last character.
        var last = Peek().Kind is TokenKind.NewLine or TokenKind.Semicolon ? SpanOf(Peek()) : CurrentSpan;
        if (CurrentText == "end")
            Report(last with { Start = last.End - 1 }, Form.Page.Fault("Found <end> statement without a corresponding beginning of a block"));
        else
            Report(CurrentSpan, CurrentText == "else" ? MisplacedElse : MisplacedWhen);
    }

    private void Advance()
    {
        if (Current.Kind == TokenKind.End)
            return;
        _at++;
        while (_lineEndsIgnored > 0 && Current.Kind == TokenKind.NewLine)
            _at++;
    }

    /// <summary>The token after the current one.</summary>
    private Token Peek()
    {
        var next = Math.Min(_at + 1, _tokens.Count - 1);
        while (_lineEndsIgnored > 0 && _tokens[next].Kind == TokenKind.NewLine)
            next++;
        return _tokens[next];
    }

    private bool Is(TokenKind kind) => Current.Kind == kind;

    private bool IsWord(string word) => Is(TokenKind.Identifier) && CurrentText == word;

    private SourceSpan Take(TokenKind kind, string text)
    {
        if (!Is(kind))
            throw Unexpected($"Unexpected token found `{CurrentText}` while expecting `{text}`.");
        var span = CurrentSpan;
        Advance();
        return span;
    }

    /// <summary>The current token as a message shows it: on one line.</summary>
    private string ShownText => CurrentText.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);

    private string TextOf(Token token) => token.Kind == TokenKind.End ? "<eof>" : _source.Text[token.Start..token.End];

    private SourceSpan SpanOf(Token token) => new(_source, token.Start, token.End);

    /// <summary>From an offset to the end of the token before the current one.</summary>
    private SourceSpan SpanFrom(int start) => new(_source, start, Math.Max(start, _at == 0 ? start : _tokens[_at - 1].End));

    private void Report(SourceSpan span, string message) => _errors.Add(span.Error(message).Messages[0]);

    private SyntaxFault Unexpected(string message) => Refused(CurrentSpan, message);

    private SyntaxFault Refused(SourceSpan span, string message)
    {
        Report(span, message);
        return new SyntaxFault();
    }

    private void Enter()
    {
        if (++_depth > DeepestNesting)
            throw Unexpected($"The statement depth limit `{DeepestNesting}` was reached when parsing this statement");
    }

    /// <summary>Leaves the statement that is being parsed; its fault is told already.</summary>
    private sealed class SyntaxFault : Exception;
}
