using System.Security.Cryptography;
using System.Text;

namespace Briefing.Storage.Subscribers;

/// <summary>Writing a file that holds a secret: whole under its name or not at all, and for its owner's eyes.</summary>
internal static class SecretFile
{
    /// <summary>Never over another's: of two programs the first one's stays.</summary>
    public static void Make(string file, string content)
    {
        var partial = WritePartial(file, content);
        try
        {
            File.Move(partial, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(partial);
        }
    }

    /// <summary>In the place of the file that is there.</summary>
    public static void Replace(string file, string content) => File.Move(WritePartial(file, content), file, overwrite: true);

    private static string WritePartial(string file, string content)
    {
        var partial = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(partial, options);
        stream.Write(Encoding.ASCII.GetBytes(content));
        stream.Flush(flushToDisk: true);
        return partial;
    }
}
