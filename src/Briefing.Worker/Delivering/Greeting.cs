namespace Briefing.Worker.Delivering;

/// <summary>How a reader is addressed.</summary>
internal static class Greeting
{
    /// <param name="name">Null where only the address is known.</param>
    public static string Of(string? name) => string.IsNullOrWhiteSpace(name) ? "Dear reader," : $"Dear {name.Trim()},";
}
