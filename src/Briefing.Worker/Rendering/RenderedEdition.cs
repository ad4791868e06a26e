using Briefing.Worker.Rendering.Templates;

namespace Briefing.Worker.Rendering;

/// <summary>An edition as it is sent.</summary>
/// <param name="Fault">The template fault that kept the newest templates from being used; null where they were.</param>
internal sealed record RenderedEdition(string Subject, string Html, string Text, TemplateFaultException? Fault);
