using Briefing.Templating.Functions;
using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Parsing;

internal sealed partial class Parser
{
    private FunctionStatement ParseFunction()
    {
        var start = Current.Start;
        Advance();
        var name = ParseVariableName();
        var parameters = ParseParameters(out var takesRest);
        EndStatement();
        var body = ParseBlock(BlockKind.Plain, Form.Function);
        TakeEnd();
        var span = SpanFrom(start);
        return new FunctionStatement(span, name, new DefinedFunction(span, name, parameters, takesRest, body));
    }

    /// <summary><c>do … end</c>; what follows its <c>end</c> belongs to the statement around it.</summary>
    private AnonymousFunction ParseAnonymousFunction()
    {
        var start = Current.Start;
        Advance();
        var parameters = ParseParameters(out var takesRest);
        var ignored = _lineEndsIgnored;
        _lineEndsIgnored = 0;
        EndStatement();
        var body = ParseBlock(BlockKind.Plain, Form.Function);
        _lineEndsIgnored = ignored;
        Advance();
        var span = SpanFrom(start);
        return new AnonymousFunction(span, new DefinedFunction(span, name: null, parameters, takesRest, body));
    }

    /// <summary>The parameters in parentheses; null where there are no parentheses.</summary>
    private List<Parameter>? ParseParameters(out bool takesRest)
    {
        takesRest = false;
        if (!Is(TokenKind.OpenParen))
            return null;
        Advance();
        var parameters = new List<Parameter>();
        while (!Is(TokenKind.CloseParen))
        {
            if (parameters.Count > 0)
                Take(TokenKind.Comma, ",");
            var parameter = ParseParameter(takesRest, parameters.Count > 0 && parameters[^1].HasDefault);
            parameters.Add(parameter);
            if (Is(TokenKind.TripleDot))
            {
                takesRest = true;
                Advance();
            }
        }

        Advance();
        return parameters;
    }

    private Parameter ParseParameter(bool afterRest, bool afterDefault)
    {
        if (!Is(TokenKind.Identifier))
            throw Unexpected("Expecting only a simple name parameter for a function");
        var (name, span) = (CurrentText, CurrentSpan);
        Advance();
        if (afterRest && Is(TokenKind.TripleDot))
            throw Refused(span, "Cannot declare multiple variable parameters.");
        if (!Is(TokenKind.Equal))
            return (afterDefault && !Is(TokenKind.TripleDot)) || afterRest ? throw Refused(span, "Cannot declare a normal parameter after an optional parameter.")
                : new Parameter(name, ParameterType.Any);
        if (afterRest)
            throw Refused(span, "Cannot declare an optional parameter after a variable parameter (`...`).");
        Advance();
        return ParseExpression(new Place(Parent.Other)) is Literal literal
            ? new Parameter(name, ParameterType.Any, HasDefault: true, literal.Value)
            : throw Refused(span, "Expecting only a literal for an optional parameter value.");
    }

    /// <summary><c>name(a, b) = expression</c>; null where something else stands here.</summary>
    private FunctionStatement? TryParseInlineFunction()
    {
        var start = _at;
        if (!Is(TokenKind.Identifier) || _tokens[_at + 1].Kind != TokenKind.OpenParen || _tokens[_at + 1].Start != Current.End)
            return null;
        var parameters = new List<Parameter>();
        var at = _at + 2;
        while (_tokens[at].Kind == TokenKind.Identifier)
        {
            parameters.Add(new Parameter(TextOf(_tokens[at++]), ParameterType.Any));
            if (_tokens[at].Kind != TokenKind.Comma)
                break;
            at++;
        }

        if (_tokens[at].Kind != TokenKind.CloseParen || _tokens[at + 1].Kind != TokenKind.Equal)
            return null;
        var name = ParseVariableName();
        _at = at + 2;
        var body = ParseExpressionStatement();
        var span = SpanFrom(_tokens[start].Start);
        return new FunctionStatement(span, name, new DefinedFunction(span, name, parameters, takesRest: false, body));
    }

    private Variable ParseVariableName()
    {
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.LocalIdentifier))
            throw Unexpected($"Expecting a variable instead of `{CurrentText}`");
        return ParseWord() as Variable ?? throw Unexpected("Expecting a variable");
    }
}
