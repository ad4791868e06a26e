using System.CommandLine;
using System.Text.Json;
using Briefing.Core.Editions;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing verify EDITION.json</c>: every claim against its source span.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var edition = new Argument<FileInfo>("edition") { Description = "An edition.json; the sources' texts are read from the folder \"sources\" beside it." };
        var command = new Command("verify", "Prove an edition: compare every claim with the words of its source. Non-zero where one differs.") { edition };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(edition)));
        return command;
    }

    private static int Run(FileInfo file)
    {
        Edition edition;
        List<VerificationFault> faults;
        try
        {
            edition = EditionJson.Read(File.ReadAllBytes(file.FullName));
            var sources = new KeptSources(Path.Combine(file.DirectoryName!, KeptSources.FolderName));
            faults = [.. EditionVerifier.Verify(edition, sources.TextOf)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
        {
            Console.Error.WriteLine($"briefing verify: {file}: {fault.Message}");
            return ExitCode.BadUsage;
        }

        foreach (var fault in faults)
            Console.Error.WriteLine(fault);

        var claims = edition.Sections.SelectMany(section => section.Stories).Sum(story => story.Claims.Length);
        Console.Out.WriteLine(faults.Count == 0
            ? $"verified: {claims} claims in {edition.Documents.Length} documents, every one word for word where it says"
            : $"not verified: {faults.Count} faults among {claims} claims in {edition.Documents.Length} documents");
        return faults.Count == 0 ? ExitCode.Done : ExitCode.DoneWithFaults;
    }
}
