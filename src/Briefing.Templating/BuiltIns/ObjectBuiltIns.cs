using System.Collections;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Values;

namespace Briefing.Templating.BuiltIns;

/// <summary>The <c>object</c> object.</summary>
internal static class ObjectBuiltIns
{
    public static ScriptObject Create()
    {
        var objects = new ScriptObject();
        objects.Add("default", "value default", call => call[0] is null or "" ? call[1] : call[0]);
        objects.Add("eval", "value", call => Eval(call, isTemplate: false));
        objects.Add("eval_template", "value", call => Eval(call, isTemplate: true));
        objects.Add("format", "value format:text culture:text=null", Formatting.Format);
        objects.Add("has_key", "value:object key:text", call => call.Text(1) is { } key && call[0] is { } owner && Members.TryGet(owner, key, out _));
        objects.Add("has_value", "value:object key:text",
            call => call.Text(1) is { } key && call[0] is { } owner && Members.TryGet(owner, key, out var value) && value is not null);
        objects.Add("keys", "value", call => new ScriptArray(call[0] is null ? [] : Members.NamesOf(call[0]!)));
        objects.Add("values", "value", call => new ScriptArray(call[0] is { } owner
            ? Members.NamesOf(owner).Select(name => Members.Get(call.Caller.Span, owner, name))
            : []));
        objects.Add("size", "value", call => call[0] switch
        {
            string text => text.Length,
            IEnumerable items => Sequences.CountOf(items),
            _ => 0,
        });
        objects.Add("typeof", "value", call => KindOf(call[0]));
        objects.Add("kind", "value", call => call[0] is null ? null : TypeNames.Of(call[0]));
        objects.Add("to_json", "value", call => JsonText.Write(call, call[0]));
        objects.Add("from_json", "json:text!", call => JsonText.Read(call, call.Text(0)!));
        return objects;
    }

    private static string? KindOf(object? value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        _ when Numbers.IsPrimitive(value) => "number",
        ScriptRange => "iterator",
        _ when Sequences.IsList(value) => "array",
        ScriptObject or IDictionary => "object",
        IEnumerable => "iterator",
        _ => "object",
    };

    /// <summary>Runs a text as code or as a template, in the scopes of its caller.</summary>
    private static object? Eval(Call call, bool isTemplate)
    {
        if (call[0] is IScriptFunction function)
            return Calls.Invoke(call.Context, call.Caller, function, takesPipe: false, []);
        if (call[0] is not string text)
            return call[0];
        var context = call.Context;
        Template template;
        try
        {
            template = Template.Parse(text, "<eval>", scriptOnly: !isTemplate);
        }
        catch (TemplateException fault)
        {
            throw call.Error(fault.Message, fault);
        }

        if (isTemplate)
        {
            context.Output.Push();
            context.Execute(template.Body);
            context.Flow = Flow.Next;
            return context.Output.Pop();
        }

        // What the last expression gives is the result, so it is kept from being printed.
        context.Output.Push();
        var result = context.Execute(template.Body);
        context.Flow = Flow.Next;
        var printed = context.Output.Pop();
        return result ?? (printed.Length > 0 ? printed : null);
    }
}
