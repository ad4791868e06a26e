namespace Briefing.Archive.Forms;

/// <summary>What is wrong with a field, for the person who filled it in.</summary>
/// <param name="Field">Its name and id in the form.</param>
public sealed record FieldFault(string Field, string Text);
