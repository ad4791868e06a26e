namespace Briefing.Worker.Mail.Returned;

/// <summary>
/// Where messages to us lie: a folder, one file each, or a Maildir, which is known by its "new" and "cur". What has been read goes to
/// "done", in a Maildir to "cur" with the flag S (seen). What is not ours, or no message, goes to folders beside. Nothing is deleted.
/// </summary>
internal sealed class BounceFolder(string path)
{
    private const string Flags = ":2,";

    public bool Exists => Directory.Exists(path);

    private bool IsMaildir => Directory.Exists(PathOf("new")) && Directory.Exists(PathOf("cur"));

    /// <summary>What waits, in ordinal order of the names. Empty files are left: somebody is about to fill them.</summary>
    public IReadOnlyList<string> Waiting()
    {
        var files = IsMaildir
            ? Files(PathOf("new")).Concat(Files(PathOf("cur")).Where(file => !IsSeen(Path.GetFileName(file))))
            : Files(path);
        return [.. files.OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal)];
    }

    public void PutDone(string file, string hash)
    {
        var name = Path.GetFileName(file);
        Put(file, IsMaildir ? PathOf("cur") : PathOf("done"), IsMaildir ? Seen(name) : name, hash);
    }

    public void PutUnmatched(string file, string hash) => Put(file, PathOf("unmatched"), Path.GetFileName(file), hash);

    public void PutUnreadable(string file) => Put(file, PathOf("unreadable"), Path.GetFileName(file), "");

    private string PathOf(string name) => Path.Combine(path, name);

    private static IEnumerable<string> Files(string folder) => new DirectoryInfo(folder).EnumerateFiles()
        .Where(file => !file.Name.StartsWith('.') && HasContent(file))
        .Select(file => file.FullName);

    private static bool HasContent(FileInfo file)
    {
        try
        {
            // Of what a link leads to: pipes and devices have no length, and reading one might never end.
            return (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length > 0;
        }
        catch (IOException)
        {
            // Another program was faster, or the link leads nowhere.
            return false;
        }
    }

    private static bool IsSeen(string name) => name.IndexOf(Flags, StringComparison.Ordinal) is var at and >= 0 && name.AsSpan(at + Flags.Length).Contains('S');

    // Flags stand in the order of the alphabet.
    private static string Seen(string name)
    {
        var at = name.IndexOf(Flags, StringComparison.Ordinal);
        var (unique, flags) = at < 0 ? (name, "") : (name[..at], name[(at + Flags.Length)..]);
        return $"{unique}{Flags}{string.Concat((flags + "S").Distinct().Order())}";
    }

    // Another message may have had the name; it is not written over.
    private static void Put(string file, string folder, string name, string hash)
    {
        Directory.CreateDirectory(folder);
        for (var turn = 0; ; turn++)
        {
            try
            {
                File.Move(file, Path.Combine(folder, turn == 0 ? name : $"{hash[..Math.Min(hash.Length, 12)]}.{turn}.{name}"), overwrite: false);
                return;
            }
            catch (IOException) when (turn < 100 && File.Exists(Path.Combine(folder, name)) && File.Exists(file))
            {
            }
        }
    }
}
