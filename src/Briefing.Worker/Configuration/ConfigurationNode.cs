namespace Briefing.Worker.Configuration;

internal enum ConfigurationNodeKind
{
    Null,
    True,
    False,
    Number,
    Text,
    List,
    Group,
}

/// <summary>A JSON value with the place it stands at.</summary>
/// <param name="Text">The string, or a number as written; empty for other kinds.</param>
/// <param name="Items">A list's values.</param>
/// <param name="Members">A group's members, in the order written; the parser keeps repeated names for the fault's sake.</param>
internal sealed record ConfigurationNode(
    ConfigurationNodeKind Kind,
    FilePosition Position,
    string Text,
    IReadOnlyList<ConfigurationNode> Items,
    IReadOnlyList<ConfigurationMember> Members)
{
    public static ConfigurationNode Scalar(ConfigurationNodeKind kind, FilePosition position, string text = "") =>
        new(kind, position, text, [], []);

    /// <summary>What stands here, with its article: "a text", "a list".</summary>
    public string Described => Kind switch
    {
        ConfigurationNodeKind.Null => "null",
        ConfigurationNodeKind.True => "true",
        ConfigurationNodeKind.False => "false",
        ConfigurationNodeKind.Number => $"the number {Text}",
        ConfigurationNodeKind.Text => $"the text \"{Text}\"",
        ConfigurationNodeKind.List => "a list",
        _ => "a group of members",
    };

    /// <summary>The value of a member or the item of a list; null where there is none.</summary>
    /// <param name="steps">Member names and list indices, outermost first.</param>
    public ConfigurationNode? Find(params ReadOnlySpan<object> steps)
    {
        var node = this;
        foreach (var step in steps)
        {
            node = step switch
            {
                int index => index < node.Items.Count ? node.Items[index] : null,
                string name => node.Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal))?.Value,
                _ => null,
            };
            if (node is null)
                return null;
        }

        return node;
    }
}

internal sealed record ConfigurationMember(string Name, FilePosition Position, ConfigurationNode Value);
