using Assay.Tests.Web;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Assay.Browser.Tests.Chromium))]

namespace Assay.Browser.Tests;

/// <summary>One browser and one site over the curated catalogue for all tests; each test has a window of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Scenario = "/compare/gemma-3-12b-it-vs-gpt-4-vision-preview";
    public const string Three = "/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5";

    public const string Six = "/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5-vs-gemma-3-12b-it-vs-gpt-5.2-vs-gpt-4o-mini";

    /// <summary>One page of every kind, the one that is not there among them.</summary>
    public static readonly string[] Pages =
        ["/", "/models", "/compare", "/compare?m=gemma-3-12b-itt&m=gpt-4o", Scenario, Three, Six, "/models/google/gemma-3-12b-it", "/providers/azure", "/changes?since=2026", "/lifecycle", "/?asof=2026-01-15", "/conflicts", "/methodology", "/benchmarks", "/benchmarks/swe-bench-verified", "/sources", "/arena/leaderboard", "/embed?m=gpt-4o&m=gpt-4o-mini", "/nothing/here", "/search?q=vision under $1", "/search?q=gpt-4o vs claude", "/api"];

    private readonly Site site = new(FixedClaims.Curated);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Debian's package; another build is named by ASSAY_CHROMIUM.</summary>
    private static string Executable => Environment.GetEnvironmentVariable("ASSAY_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable)) return;
        site.UseKestrel(0);
        site.StartServer();
        Address = site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"] });
    }

    /// <summary>Opens a page in a new window and waits until it is there.</summary>
    internal async Task<Window> Open(string path, WindowOptions? options = null)
    {
        var missing = $"There is no browser at '{Executable}': install Debian's package 'chromium' (apt-get install chromium), or name one in ASSAY_CHROMIUM.";
        Assert.SkipWhen(browser is null && Environment.GetEnvironmentVariable("ASSAY_SKIP_BROWSER") == "1", missing);
        if (browser is null) throw new InvalidOperationException(missing);
        options ??= new();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = options.At ?? Address, ViewportSize = new() { Width = options.Width, Height = options.Height }, JavaScriptEnabled = options.Scripts,
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = options.Still ? ReducedMotion.Reduce : ReducedMotion.NoPreference, ForcedColors = options.Forced ? ForcedColors.Active : ForcedColors.None, Locale = "en",
        });
        context.SetDefaultTimeout(30_000);
        if (options.Voter is { } voter) await context.AddCookiesAsync([new() { Name = Assay.Host.Arena.Voters.Cookie, Value = voter, Url = options.At ?? Address }]);
        var window = new Window(context, await context.NewPageAsync(), options.At ?? Address);
        await window.Go(path);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await site.DisposeAsync();
    }
}

internal sealed record WindowOptions
{
    public int Width { get; init; } = 1280;
    public int Height { get; init; } = 800;
    public bool Scripts { get; init; } = true;
    public bool Dark { get; init; }

    /// <summary>A site that runs elsewhere; null: the site of the tests.</summary>
    public string? At { get; init; }

    /// <summary>The reader asked for less motion.</summary>
    public bool Still { get; init; }

    /// <summary>The system sets the colours, as in a mode of high contrast.</summary>
    public bool Forced { get; init; }

    /// <summary>The cookie of who votes in the arena; null: none.</summary>
    public string? Voter { get; init; }
}
