using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Briefing.Worker.Rendering.Templates;

/// <summary>
/// Models to try templates with, made by reflection: one with a text, a number and an item everywhere and every condition true, one with
/// only what is never absent and every condition false. Between them they take both sides of a template's conditions.
/// </summary>
internal static class ModelSample
{
    // Models that hold models of their own kind end here.
    private const int MaxDepth = 8;

    public static TModel Full<TModel>() => (TModel)ValueOf(typeof(TModel), isFull: true, depth: 0)!;

    public static TModel Bare<TModel>() => (TModel)ValueOf(typeof(TModel), isFull: false, depth: 0)!;

    private static object? ValueOf(Type type, bool isFull, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return isFull ? "text" : "";
        if (type == typeof(bool))
            return isFull;
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.UnixEpoch;
        if (type.IsPrimitive)
            return Convert.ChangeType(isFull ? 2 : 0, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsValueType)
            return RuntimeHelpers.GetUninitializedObject(type);
        return ItemOf(type) is { } item ? ListOf(item, isFull && depth < MaxDepth, depth) : Model(type, isFull, depth);
    }

    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0]
        : null;

    private static Array ListOf(Type item, bool hasItem, int depth)
    {
        var list = Array.CreateInstance(item, hasItem ? 1 : 0);
        if (hasItem)
            list.SetValue(ValueOf(item, isFull: true, depth), 0);
        return list;
    }

    private static object? Model(Type type, bool isFull, int depth)
    {
        if (depth >= MaxDepth)
            return null;
        var model = RuntimeHelpers.GetUninitializedObject(type);
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is null || property.GetIndexParameters().Length > 0)
                continue;
            var isAbsent = !isFull && nullability.Create(property).ReadState == NullabilityState.Nullable;
            property.SetValue(model, isAbsent ? null : ValueOf(property.PropertyType, isFull, depth + 1));
        }

        return model;
    }
}
