using Briefing.Worker.Named.Templates;
using Briefing.Worker.Rendering;

namespace Briefing.Integration.Tests.Rendering.Named;

public sealed class ScribanTemplateEngineTests : TemplateEngineContract
{
    private protected override ITemplateEngine Engine() => new ScribanTemplateEngine();

    private protected override string Run(Dictionary<string, string> files, string name, object? model, DateTimeOffset now) =>
        ScribanTemplateEngine.Run(files, name, model, now);
}
