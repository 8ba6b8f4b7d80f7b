using System.Text.RegularExpressions;
using Assay.Calls;
using Assay.Tests.Playground;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

/// <summary>The arena in a browser, with models that do what a test says.</summary>
public sealed class ArenaTests(Chromium chromium) : IDisposable
{
    private const string Boxes = """[{"label":"cup","box":[0.1,0.1,0.4,0.5],"score":0.9},{"label":"pen","box":[0.6,0.6,0.9,0.9],"score":0.4}]""";

    private static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    private readonly PlaygroundSite site = new();
    private string? address;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_battle_by_keyboard_streams_takes_the_vote_and_tells_the_names()
    {
        var script = site.Models.Script("acme/owl");
        site.Models.Says("birch/heron", "Something.");
        await using var window = await Open("/arena?task=chat&m=acme/owl&m=birch/heron");
        await window["textarea[name=prompt]"].FillAsync("Who are you?");
        await window["textarea[name=prompt]"].PressAsync("Control+Enter");
        await Expect(window.Page).ToHaveURLAsync(new Regex("/arena/battles/[0-9a-z]{26}$"));
        await script.WriteAsync(new CallEvent.Text("Nobody "), Token);
        await Expect(window["[data-text]"].GetByText("Nobody")).ToBeVisibleAsync();
        await Expect(window[".ballot button[value=left]"]).ToBeDisabledAsync();
        await window.Page.Keyboard.PressAsync("ArrowLeft");
        await script.WriteAsync(new CallEvent.Ended(ScriptedModels.Replied(ScriptedModels.Request("acme/owl"), "Nobody you know.")), Token);
        await Expect(window[".ballot button[value=left]"]).ToBeEnabledAsync();
        (await window["main"].InnerTextAsync()).ShouldNotMatch("(?i)\\b(owl|heron|acme|birch)\\b");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(window["#vote-title"]).ToHaveTextAsync("Who they were");
        await Expect(window["#lanes"]).ToContainTextAsync(": owl");
        await Expect(window["#lanes"]).ToContainTextAsync(": heron");
        await Expect(window["#lane-1 h2"]).ToContainTextAsync("your vote");
        await window["[data-next]"].ClickAsync();
        await Expect(window["#vote-title"]).ToHaveTextAsync("Your vote");
    }

    [Fact]
    public async Task Without_scripts_a_battle_is_fought_and_voted_on()
    {
        site.Models.Says("acme/owl", "A receipt.").Says("birch/heron", "A bill.");
        await using var window = await Open("/arena?task=caption&m=acme/owl&m=birch/heron", new() { Scripts = false });
        await window["[data-run]"].ClickAsync();
        await Expect(window[".ballot button[value=tie]"]).ToBeEnabledAsync();
        await window[".ballot button[value=tie]"].ClickAsync();
        await Expect(window["main"]).ToContainTextAsync("You voted for a tie.");
        await Expect(window["#lanes"]).ToContainTextAsync(": owl");
        await window["#vote a:has-text('Leaderboard')"].ClickAsync();
        await Expect(window["#models"]).ToContainTextAsync("acme/owl");
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(int width, bool dark)
    {
        site.Models.Says("acme/owl", r => r.Task is ModelTask.Detect ? Boxes : "A receipt.").Says("birch/heron", r => r.Task is ModelTask.Detect ? Boxes : "A bill.");
        await using var window = await Open("/arena?task=caption&m=acme/owl&m=birch/heron", new() { Width = width, Height = width == 390 ? 844 : 800, Dark = dark });
        await Check(window, $"arena-form.{width}.{dark}");
        await window["[data-run]"].ClickAsync();
        await Expect(window[".ballot button[value=tie]"]).ToBeEnabledAsync();
        await Check(window, $"arena-open.{width}.{dark}");
        await window[".ballot button[value=left]"].ClickAsync();
        await Expect(window["#vote-title"]).ToHaveTextAsync("Who they were");
        await Check(window, $"arena-voted.{width}.{dark}");
        await window.Go("/arena?task=detect&m=acme/owl&m=birch/heron");
        await window["[data-run]"].ClickAsync();
        await Expect(window[".ballot button[value=tie]"]).ToBeEnabledAsync();
        await Check(window, $"arena-detect.{width}.{dark}");
        await window[".ballot button[value=right]"].ClickAsync();
        await window.Go("/arena/leaderboard");
        await Check(window, $"leaderboard-few.{width}.{dark}");
        await window.Go("/arena/leaderboard?task=ocr");
        await Check(window, $"leaderboard-none.{width}.{dark}");
        Rated();
        await window.Go("/arena/leaderboard?task=ask");
        await Expect(window["#ratings, figure svg"].First).ToBeVisibleAsync();
        await Check(window, $"leaderboard.{width}.{dark}");
    }

    /// <summary>Votes on models of the catalogue and others, for a board with ratings.</summary>
    private void Rated()
    {
        string[] models = ["gpt-4o", "gemini-2.5-pro", "claude-sonnet-4-5", "gemma-3-12b-it", "owl of nowhere", "a-model-with-a-rather-long-name-instruct-2026-05-preview"];
        var file = Path.Combine(site.Data, "votes.csv");
        var random = new Random(3);
        using (var output = new StreamWriter(file))
        {
            output.WriteLine("model_a,model_b,winner,task");
            for (var i = 0; i < 900; i++)
            {
                var (a, b) = (random.Next(models.Length), random.Next(models.Length));
                if (a != b) output.WriteLine($"{models[a]},{models[b]},{(random.NextDouble() < 0.15 ? "tie" : random.NextDouble() < 1 / (1 + Math.Exp((a - b) * 0.4)) ? "model_a" : "model_b")},ask");
            }
        }
        new Assay.Adapters.Storage.Arena.VoteFiles(Assay.Adapters.Storage.Store.Open(Assay.Host.Catalog.Workspace.StorePath(site.Data))).Import(file);
    }

    private Task<Window> Open(string path, WindowOptions? options = null) => chromium.Open(path, (options ?? new()) with { At = address ??= site.Listen() });

    private static async Task Check(Window window, string name)
    {
        (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0, name);
        var found = await window.Page.RunAxe(Rules);
        found.Violations.Select(v => $"{name}: {v.Id} ({v.Impact}): {v.Help} {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html + " " + string.Join(" ", n.Any.Select(a => a.Message))))}").ShouldBeEmpty();
        if (Environment.GetEnvironmentVariable("ASSAY_SCREENSHOTS") is { Length: > 0 }) await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Assay.Tests.Web.Folders.Repository, "artifacts", "screenshots", name + ".png"), FullPage = true });
    }
}
