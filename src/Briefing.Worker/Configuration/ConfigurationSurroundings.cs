using System.Collections.Immutable;
using Briefing.Worker.Mail;

namespace Briefing.Worker.Configuration;

/// <summary>What the files name and the disk should hold. A run goes on without a source and says so; a check calls it a fault.</summary>
internal static class ConfigurationSurroundings
{
    public static ImmutableArray<ConfigurationFault> Check(LoadedConfiguration loaded)
    {
        if (loaded.Configuration is not { } configuration)
            return [];
        var faults = ImmutableArray.CreateBuilder<ConfigurationFault>();
        foreach (var (at, source) in configuration.Briefing.Sources.Index())
        {
            if (!Directory.Exists(configuration.PathOf(source.Path)))
                Add(faults, loaded.BriefingFile, ["sources", at, "path"], $"There is no folder \"{source.Path}\".");
        }

        if (configuration.TemplatesFolder is { } templates && !Directory.Exists(templates))
            Add(faults, loaded.BriefingFile, ["templates"], $"There is no folder \"{configuration.Briefing.Templates}\".");
        if (configuration.Briefing.Mail is { } mail)
            CheckMail(faults, loaded.BriefingFile, configuration, mail);
        return faults.ToImmutable();
    }

    // Variables of the environment are not asked for: those of the service may be others than those of whoever checks.
    private static void CheckMail(
        ImmutableArray<ConfigurationFault>.Builder faults, ConfigurationFile<BriefingOptions> file, BriefingConfiguration configuration, MailOptions mail)
    {
        if (mail.PasswordFile is { } path && FileText.Read(configuration.PathOf(path)).Fault is { } fault)
            Add(faults, file, ["mail", "passwordFile"], $"\"{path}\": {fault}");
        Try(["mail", "caFile"], () => MailSetup.AuthoritiesOf(configuration, mail.CaFile));
        Try(["mail", "dkim", "keyFile"], () => MailSetup.KeyOf(configuration, mail.Dkim)?.Dispose());

        void Try(object[] steps, Action read)
        {
            try
            {
                read();
            }
            catch (MailSetupException problem)
            {
                Add(faults, file, steps, problem.Message);
            }
        }
    }

    private static void Add(ImmutableArray<ConfigurationFault>.Builder faults, ConfigurationFile<BriefingOptions> file, object[] steps, string message)
    {
        var position = file.PositionOf(steps);
        faults.Add(new ConfigurationFault(file.Name, position.Line, position.Column, message));
    }
}
