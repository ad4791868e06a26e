using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Values;

namespace Briefing.Templating.BuiltIns;

/// <summary><c>object.to_json</c> and <c>object.from_json</c>.</summary>
internal static class JsonText
{
    private const int DeepestNesting = 20;

    public static string Write(Call call, object? value)
    {
        if (value is IScriptFunction)
            throw call.Error("Can not serialize functions to JSON.");
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var writer = new Utf8JsonWriter(buffer);
            Write(call, writer, value, depth: 1);
        }
        catch (ArgumentException fault)
        {
            // A text with half a surrogate pair.
            throw call.Error(fault.Message, fault);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Numbers become decimals.</summary>
    public static object? Read(Call call, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException)
        {
            throw call.Error(fault.Message, fault);
        }
    }

    private static object? Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return new ScriptArray(element.EnumerateArray().Select(Read));
            case JsonValueKind.Object:
                var members = new ScriptObject();
                foreach (var property in element.EnumerateObject())
                    members[property.Name] = Read(property.Value);
                return members;
            case JsonValueKind.Number:
                return element.GetDecimal();
            case JsonValueKind.String:
                return element.GetString();
            default:
                return element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : null;
        }
    }

    private static void Write(Call call, Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > DeepestNesting)
            throw call.Error("Structure is too deeply nested or contains reference loops.");
        call.Context.Step(call.Caller);
        switch (value)
        {
            case null or EmptyObject:
                writer.WriteNullValue();
                break;
            case string or EncodedText or char or Enum or DateTime or DateTimeOffset or Guid or bool:
                WriteSimple(writer, value);
                break;
            case double or float or decimal or BigInteger:
                writer.WriteRawValue(NumberText(call, value));
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ScriptArray or ScriptRange or IList:
                writer.WriteStartArray();
                foreach (var item in Sequences.Of(value)!)
                    Write(call, writer, item, depth + 1);
                writer.WriteEndArray();
                break;
            case IFormattable formattable:
                writer.WriteStringValue(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                WriteMembers(call, writer, value, depth);
                break;
        }
    }

    private static void WriteSimple(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case DateTime date:
                writer.WriteStringValue(date);
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(date);
                break;
            case Enum named:
                writer.WriteNumberValue(Convert.ToInt64(named, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    private static string NumberText(Call call, object value)
    {
        if (value is double and (double.NaN or double.PositiveInfinity or double.NegativeInfinity)
            or float and (float.NaN or float.PositiveInfinity or float.NegativeInfinity))
            throw call.Error("JSON has no number for infinity and what is not a number.");
        return ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);
    }

    private static void WriteMembers(Call call, Utf8JsonWriter writer, object value, int depth)
    {
        writer.WriteStartObject();
        foreach (var name in Members.NamesOf(value))
        {
            writer.WritePropertyName(name);
            Write(call, writer, Members.Get(call.Caller.Span, value, name), depth + 1);
        }

        writer.WriteEndObject();
    }
}
