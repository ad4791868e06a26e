using System.Text;

namespace Briefing.Worker.Configuration;

/// <summary>A file's text, or why there is none.</summary>
/// <param name="Text">Null exactly when there is a fault.</param>
/// <param name="Fault">A sentence.</param>
internal readonly record struct FileText(string? Text, string? Fault)
{
    public static FileText Read(string path)
    {
        try
        {
            return new FileText(File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)), null);
        }
        catch (DecoderFallbackException)
        {
            return new FileText(null, "The file is not UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileText(null, File.Exists(path) ? "The file cannot be read." : "The file is missing.");
        }
    }
}
