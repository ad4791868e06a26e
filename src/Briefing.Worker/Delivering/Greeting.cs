using Briefing.Core.Deliveries;

namespace Briefing.Worker.Delivering;

/// <summary>How a reader is addressed.</summary>
internal static class Greeting
{
    public static string Of(Subscriber reader) => string.IsNullOrWhiteSpace(reader.Name) ? "Dear reader," : $"Dear {reader.Name.Trim()},";
}
