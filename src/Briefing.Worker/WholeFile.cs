namespace Briefing.Worker;

/// <summary>Files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file, then puts it in its place: a reader, or a crash, never sees half of it.</summary>
    public static void Write(string path, byte[] content)
    {
        var partial = path + ".partial";
        File.WriteAllBytes(partial, content);
        File.Move(partial, path, overwrite: true);
    }
}
