using Briefing.Templating;
using Briefing.Worker.Rendering;

namespace Briefing.Integration.Tests.Rendering;

public sealed class OwnTemplateEngineTests : TemplateEngineContract
{
    private protected override ITemplateEngine Engine() => new OwnTemplateEngine();

    private protected override string Run(Dictionary<string, string> files, string name, object? model, DateTimeOffset now)
    {
        try
        {
            var set = new Loader(files.ToDictionary(file => file.Key, file => Template.Parse(file.Value, file.Key)));
            return set.Load(name)!.Render(model, new Briefing.Templating.RenderOptions { Loader = set, Now = now }.For(name));
        }
        catch (TemplateException fault)
        {
            throw new TemplateFaultException(fault.Path, fault.Line, fault.Column, fault.Messages[0].Text, fault);
        }
    }

    private sealed class Loader(Dictionary<string, Template> templates) : ITemplateLoader
    {
        public Template? Load(string name) => templates.GetValueOrDefault(name);
    }
}
