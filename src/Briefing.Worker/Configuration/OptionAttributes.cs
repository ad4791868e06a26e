namespace Briefing.Worker.Configuration;

/// <summary>The values a number may take, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WithinAttribute(double least, double most) : Attribute
{
    public double Least { get; } = least;

    public double Most { get; } = most;
}

/// <summary>How many characters a text, or items a list, may have, both ends included.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SizeAttribute(int least, int most) : Attribute
{
    public int Least { get; } = least;

    public int Most { get; } = most;
}

/// <summary>A text of lower-case letters, digits and single hyphens.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdentifierAttribute : Attribute;

/// <summary>A group of this type may be written as a bare text, which is then the named member.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShortFormAttribute(string member) : Attribute
{
    public string Member { get; } = member;
}
