using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Briefing.Tests.Shared;
using Briefing.Worker.Configuration;

namespace Briefing.Integration.Tests.Configuration;

/// <summary>The schemas that editors use say what the option records declare.</summary>
public class SchemaTests
{
    public static TheoryData<string, string?, Type> Declared => new()
    {
        { "briefing", null, typeof(BriefingOptions) },
        { "briefing", "source", typeof(SourceOptions) },
        { "briefing", "topic", typeof(TopicOptions) },
        { "briefing", "term", typeof(TermOptions) },
        { "briefing", "limits", typeof(LimitOptions) },
        { "briefing", "print", typeof(PrintOptions) },
        { "briefing", "mail", typeof(MailOptions) },
        { "briefing", "dkim", typeof(DkimOptions) },
        { "briefing", "mailTimeouts", typeof(MailTimeoutOptions) },
        { "briefing", "list", typeof(ListOptions) },
        { "briefing", "site", typeof(SiteOptions) },
        { "schedule", null, typeof(ScheduleOptions) },
        { "schedule", "entry", typeof(EntryOptions) },
        { "schedule", "calendar", typeof(CalendarOptions) },
        { "calendar", null, typeof(CalendarFileOptions) },
        { "calendar", "holiday", typeof(HolidayOptions) },
    };

    [Theory]
    [MemberData(nameof(Declared))]
    public void TheSchemaSaysWhatTheOptionsDeclare(string file, string? definition, Type options)
    {
        var schema = Schema(file);
        if (definition is not null)
            schema = schema.GetProperty("$defs").GetProperty(definition);
        var members = schema.GetProperty("properties").EnumerateObject().Where(member => member.Name != "$schema").ToList();
        var properties = options.GetProperties().ToDictionary(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(properties.Keys.Order(), members.Select(member => member.Name).Order());
        Assert.Equal(
            properties.Where(property => property.Value.IsDefined(typeof(RequiredMemberAttribute))).Select(property => property.Key).Order(),
            schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!).Order() : []);
        Assert.All(members, member => CompareRange(member.Value, properties[member.Name]));
    }

    [Theory]
    [InlineData("briefing")]
    [InlineData("schedule")]
    public void EachFileNamesItsSchema(string file) =>
        Assert.Contains($"\"$schema\": \"docs/schema/{file}.schema.json\"", File.ReadAllText(Repository.PathOf(file + ".json")), StringComparison.Ordinal);

    [Theory]
    [InlineData("england-and-wales")]
    [InlineData("scotland")]
    [InlineData("northern-ireland")]
    public void EachCalendarNamesItsSchema(string name) =>
        Assert.Contains("\"$schema\": \"../docs/schema/calendar.schema.json\"", File.ReadAllText(Repository.PathOf("calendars", name + ".json")), StringComparison.Ordinal);

    [Fact]
    public void DefaultsInTheSchemaAreTheRecordsOwn()
    {
        var limits = Schema("briefing").GetProperty("$defs").GetProperty("limits").GetProperty("properties");
        var defaults = new LimitOptions();

        Assert.Equal(defaults.StoriesPerSection, limits.GetProperty("storiesPerSection").GetProperty("default").GetInt32());
        Assert.Equal(defaults.ClaimsPerStory, limits.GetProperty("claimsPerStory").GetProperty("default").GetInt32());
        Assert.Equal(defaults.DocumentBytes, limits.GetProperty("documentBytes").GetProperty("default").GetInt32());
    }

    public static TheoryData<string, object> Defaults => new()
    {
        { "mail", new MailOptions { From = "" } },
        { "mailTimeouts", new MailTimeoutOptions() },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void FiguresThatTheSchemaFillsInAreTheRecordsOwn(string definition, object options)
    {
        var members = Schema("briefing").GetProperty("$defs").GetProperty(definition).GetProperty("properties").EnumerateObject()
            .Where(member => member.Value.TryGetProperty("default", out var value) && value.ValueKind == JsonValueKind.Number)
            .ToList();

        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.Equal(
            options.GetType().GetProperty(char.ToUpperInvariant(member.Name[0]) + member.Name[1..])!.GetValue(options),
            member.Value.GetProperty("default").GetInt32()));
    }

    private static void CompareRange(JsonElement member, PropertyInfo property)
    {
        if (property.GetCustomAttribute<WithinAttribute>() is { } within)
        {
            Assert.Equal(within.Least, member.GetProperty("minimum").GetDouble());
            Assert.Equal(within.Most, member.GetProperty("maximum").GetDouble());
        }

        if (property.GetCustomAttribute<SizeAttribute>() is { } size)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var unit = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? "Items" : "Length";
            Assert.Equal(size.Least, member.GetProperty("min" + unit).GetInt32());
            Assert.Equal(size.Most, member.GetProperty("max" + unit).GetInt32());
        }
    }

    private static JsonElement Schema(string file) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", file + ".schema.json"))).RootElement;
}
