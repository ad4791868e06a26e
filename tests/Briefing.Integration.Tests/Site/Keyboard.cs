using Microsoft.Playwright;

namespace Briefing.Integration.Tests.Site;

/// <summary>A reader without a mouse: Tab until it is there, then write, Space or Enter.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostTabs = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // What a label, or the element itself, calls what has the focus.
    private const string NameOfFocused = "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()";

    public async Task Write(string label, string text)
    {
        await TabTo(label, "INPUT");
        await page.Keyboard.TypeAsync(text);
    }

    public async Task Tick(string label)
    {
        await TabTo(label, "INPUT");
        await page.Keyboard.PressAsync("Space");
    }

    /// <summary>A link or a button, and waits for the page it leads to.</summary>
    public async Task Press(string name)
    {
        await TabTo(name, "A", "BUTTON");
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Tell(object? sender, IPage there) => loaded.TrySetResult();
        page.Load += Tell;
        await page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(Patience);
        page.Load -= Tell;
    }

    public async Task<string> Heading() => (await page.TextContentAsync("h1"))!;

    private async Task TabTo(string name, params string[] elements)
    {
        var met = new List<string>();
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string>(NameOfFocused);
            var element = await page.EvaluateAsync<string>("document.activeElement.tagName");
            if (focused == name && elements.AsEnumerable().Contains(element))
            {
                // Whoever goes by the keyboard must see where they are.
                Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
                return;
            }

            met.Add(focused);
        }

        Assert.Fail($"\"{name}\" cannot be reached by Tab; met were {string.Join(" | ", met)}");
    }
}
