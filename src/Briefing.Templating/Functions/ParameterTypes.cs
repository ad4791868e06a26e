using Briefing.Templating.Evaluation;
using Briefing.Templating.Lexing;

namespace Briefing.Templating.Functions;

/// <summary>Brings an argument to its parameter's type.</summary>
internal static class ParameterTypes
{
    public static object? Convert(RenderContext context, SourceSpan span, object? value, Parameter parameter) => parameter.Type switch
    {
        ParameterType.Any => value,
        ParameterType.Text => ValueText.Of(context, span, value),
        ParameterType.GivenText => ValueText.Of(context, span, value) ?? throw NotNull(span, parameter),
        ParameterType.Int => Conversions.ToInt(span, value),
        ParameterType.OptionalInt => value is null ? null : Conversions.ToInt(span, value),
        ParameterType.Double => Conversions.ToDouble(span, value),
        ParameterType.Bool => Conversions.ToBool(value),
        ParameterType.Items => value is null or EncodedText ? NoItems(span, value) : Sequences.Of(value) is null ? throw Conversions.Impossible(span, value, "`IEnumerable`") : value,
        ParameterType.List => value is null || Sequences.IsList(value) ? value
            : Sequences.Of(value) is { } items ? new ScriptArray(items) : throw span.Error("Unexpected list value. Expecting an array, list or iterator. Unable to convert to a list."),
        ParameterType.Object => value is null || value is ScriptObject || Members.ReaderOf(value) is not null ? value
            : throw Conversions.Impossible(span, value, "`IDictionary<string, object>`"),
        ParameterType.Date => value is DateTime ? value : value is null ? throw NotNull(span, parameter) : throw Conversions.Impossible(span, value, "`DateTime`"),
        ParameterType.OptionalDate => value is null or DateTime ? value : throw Conversions.Impossible(span, value, "`DateTime`"),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
    };

    private static object? NoItems(SourceSpan span, object? value) => value is null ? null : throw Conversions.Impossible(span, value, "`IEnumerable`");

    private static TemplateException NotNull(SourceSpan span, Parameter parameter) => span.Error($"Argument `{parameter.Name}` cannot be null.");
}
