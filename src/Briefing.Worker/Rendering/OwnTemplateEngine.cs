using System.Diagnostics;
using Briefing.Templating;

namespace Briefing.Worker.Rendering;

/// <summary>Our own interpreter of the Scriban language.</summary>
internal sealed class OwnTemplateEngine : ITemplateEngine
{
    /// <summary>A thousand times what an edition of sixty stories takes.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(10);

    public ITemplateSet Parse(IReadOnlyDictionary<string, string> files)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var (name, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            try
            {
                templates.Add(name, Template.Parse(text, name));
            }
            catch (TemplateException fault)
            {
                throw FaultOf(fault);
            }
        }

        return new Set(templates);
    }

    private static TemplateFaultException FaultOf(TemplateException fault) =>
        new(fault.Path, fault.Line, fault.Column, string.Join("; ", fault.Messages.Select(message => message.Text)), fault);

    private sealed class Set(Dictionary<string, Template> templates) : ITemplateSet, ITemplateLoader
    {
        public Template? Load(string name) => templates.GetValueOrDefault(name);

        public string Render(string name, EditionModel edition) => Render(name, new ScriptObject { ["edition"] = edition }, edition.Instant);

        public string Render(string name, NoticeModel notice) => Render(name, new ScriptObject { ["notice"] = notice }, now: null);

        private string Render(string name, ScriptObject globals, DateTimeOffset? now)
        {
            if (!templates.TryGetValue(name, out var template))
                throw new TemplateFaultException(name, 1, 1, "there is no such template");
            var started = Stopwatch.GetTimestamp();
            var options = new Templating.RenderOptions
            {
                Loader = this,
                Now = now,
                Limits = new RenderLimits { TimeIsUp = () => Stopwatch.GetElapsedTime(started) > LongestRun },
            };
            try
            {
                return template.Render(globals, options.For(name));
            }
            catch (TemplateException fault)
            {
                throw FaultOf(fault);
            }
        }
    }
}
