using Microsoft.Playwright;
using Shouldly;

namespace Assay.Browser.Tests;

/// <summary>A browser window that notes what must never happen: an error in the console, a request to another host.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    public Window(IBrowserContext context, IPage page, string address)
    {
        (this.context, Page) = (context, page);
        page.PageError += (_, error) => Note($"script error: {error}");
        page.Console += (_, message) =>
        {
            // A page that answers 400 or 404 on purpose is reported by the browser as a failed resource.
            if (message.Type == "error" && !page.Url.EndsWith("/status/500", StringComparison.Ordinal) && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 40", StringComparison.Ordinal)) Note($"console: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) Note($"request to another host: {request.Url}");
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Faults
    {
        get { lock (faults) return [.. faults]; }
    }

    public ILocator this[string selector] => Page.Locator(selector);

    public Task Go(string path) => Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

    /// <summary>A fault that the test itself brought about.</summary>
    public void Forgive(string text)
    {
        lock (faults) faults.RemoveAll(f => f.Contains(text, StringComparison.Ordinal));
    }

    private void Note(string fault)
    {
        lock (faults) faults.Add(fault);
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Faults.ShouldBeEmpty();
    }
}
