namespace Briefing.Core.Extraction;

/// <summary>A notice that a machine wrote it, as printed.</summary>
public sealed record MachineWriting(MachineWritingScope Scope, string Notice);

public enum MachineWritingScope
{
    /// <summary>The notice speaks of the article itself.</summary>
    Article,

    /// <summary>The notice stands elsewhere on the page, by another text, a picture, a voice that reads the article out or its comments.</summary>
    Page,
}
