using System.CommandLine;
using Briefing.Storage;
using Briefing.Worker.Configuration;

namespace Briefing.Worker.Cli;

/// <summary><c>--database FILE</c>: which database, and its opening with a fault told in words.</summary>
internal static class DatabaseOption
{
    /// <summary>Names the database where neither the command line nor briefing.json is to be changed.</summary>
    public const string Variable = "BRIEFING_DATABASE";

    public static Option<string?> Create() => new("--database")
    {
        Description = $"The database of editions, made on first use. Default: {Variable}, else storage.database of briefing.json (data/briefing.db).",
        HelpName = "FILE",
    };

    public static string PathOf(string? given, BriefingConfiguration configuration) =>
        given is not null ? Path.GetFullPath(given)
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? Path.GetFullPath(variable)
        : configuration.PathOf(configuration.Briefing.Storage.Database);

    /// <summary>The database with its tables up to date; null when it cannot be used, which is then told on standard error.</summary>
    /// <param name="refusal">The <see cref="ExitCode"/> then.</param>
    public static BriefingDatabase? Open(string path, out int refusal)
    {
        refusal = ExitCode.Done;
        try
        {
            return BriefingDatabase.Open(path);
        }
        catch (StorageException fault)
        {
            refusal = StoredEditions.Refuse(fault);
            return null;
        }
    }
}
