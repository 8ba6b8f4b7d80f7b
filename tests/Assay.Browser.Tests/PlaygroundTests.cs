using System.Text.RegularExpressions;
using Assay.Adapters.Engines.Files;
using Assay.Calls;
using Assay.Tests.Playground;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

/// <summary>The playground in a browser, with models that do what a test says.</summary>
public sealed class PlaygroundTests(Chromium chromium) : IDisposable
{
    private const string Boxes = """[{"label":"cup","box":[0.1,0.1,0.4,0.5],"score":0.9},{"label":"pen","box":[0.6,0.6,0.9,0.9],"score":0.4}]""";

    private static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    private readonly PlaygroundSite site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Words_stream_into_the_lane_and_a_reload_joins_the_turn_again()
    {
        var script = site.Models.Script("acme/owl");
        site.Models.Says("birch/heron", "A heron.");
        await using var window = await Open("/playground?task=chat&m=acme/owl&m=birch/heron");
        await window["textarea[name=prompt]"].FillAsync("Who are you?");
        await window["textarea[name=prompt]"].PressAsync("Control+Enter");
        await Expect(window.Page).ToHaveURLAsync(new Regex("/playground/[0-9a-z]{26}$"));
        await Expect(window["#lane-1"]).ToHaveAttributeAsync("data-state", "replied");
        await script.WriteAsync(new CallEvent.Text("An "), Token);
        await Expect(window["#lane-0 [data-text]"]).ToHaveTextAsync("An ");
        await window.Page.ReloadAsync();
        await Expect(window["#lane-0 [data-text]"]).ToHaveTextAsync("An ");
        await script.WriteAsync(new CallEvent.Text("owl."), Token);
        await script.WriteAsync(new CallEvent.Ended(ScriptedModels.Replied(ScriptedModels.Request("acme/owl"), "An owl.")), Token);
        await Expect(window["#lane-0"]).ToHaveAttributeAsync("data-state", "replied");
        await Expect(window["#lane-0 .reply.as-text"]).ToHaveTextAsync("An owl.");
        await Expect(window["[data-stop-all]"]).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Escape_stops_what_runs()
    {
        site.Models.Script("acme/owl");
        await using var window = await Open("/playground?task=chat&m=acme/owl");
        await window["textarea[name=prompt]"].FillAsync("Who are you?");
        await window["[data-run]"].ClickAsync();
        await Expect(window["#lane-0"]).ToHaveAttributeAsync("data-state", "running");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(window["#lane-0"]).ToHaveAttributeAsync("data-state", "cancelled");
    }

    [Fact]
    public async Task Changing_the_task_keeps_the_chosen_image_and_models()
    {
        await using var window = await Open("/playground?task=caption&m=acme/owl");
        await window["input[type=file]"].SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "x.png", MimeType = "image/png", Buffer = [0x89, 0x50, 0x4e, 0x47] });
        await window[".tabs a:has-text('Read text')"].ClickAsync();
        await Expect(window["details:has(textarea[name=reference])"]).ToBeVisibleAsync();
        await Expect(window["input[name=m][value='acme/owl']"]).ToBeCheckedAsync();
        (await window.Page.EvaluateAsync<int>("document.querySelector('input[type=file]').files.length")).ShouldBe(1);
        await Expect(window[".gallery :checked"]).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Boxes_are_switched_by_number_key_and_left_out_by_score()
    {
        await using var window = await Turn("detect", Boxes, """[{"label":"cup","box":[0.12,0.1,0.4,0.5],"score":0.8}]""");
        await Expect(window[".boxes .box:visible"]).ToHaveCountAsync(3);
        await window.Page.Keyboard.PressAsync("2");
        await Expect(window[".boxes.l1"]).ToBeHiddenAsync();
        await Expect(window[".boxes .box:visible"]).ToHaveCountAsync(2);
        await window["[data-threshold]"].FillAsync("0.5");
        await Expect(window[".boxes .box:visible"]).ToHaveCountAsync(1);
        await Expect(window.Page).ToHaveURLAsync(new Regex("min=0\\.5"));
        await Expect(window["#show-1"]).Not.ToBeCheckedAsync();
        await Expect(window[".counts"]).ToContainTextAsync("Both");
    }

    [Fact]
    public async Task On_a_fresh_machine_one_click_shows_what_its_own_models_see()
    {
        var engines = EngineFolder.Of("nowhere");
        Assert.SkipUnless(engines.IsInstalled, $"The local engines are not in '{engines.Root}': ./test installs them where npm reaches its registry.");
        using var real = new PlaygroundSite(scripted: false);
        await using var window = await chromium.Open("/playground?task=ocr", new() { At = real.Listen() });
        await window["[data-run]"].ClickAsync();
        await Expect(window["assay-turn"]).ToHaveAttributeAsync("data-state", "ended", new() { Timeout = 120_000 });
        await Expect(window["#lane-0 .reply"]).ToContainTextAsync("TOTAL");
        await Expect(window[".diff"]).ToContainTextAsync("TOTAL");
        await Expect(window["#lane-0 .figures .cost"]).ToContainTextAsync("none: it ran here");
    }

    [Fact]
    public async Task Without_scripts_the_form_runs_and_the_permalink_shows_the_replies()
    {
        site.Models.Says("acme/owl", "A receipt.");
        await using var window = await Open("/playground?task=caption&m=acme/owl", new() { Scripts = false });
        await window["[data-run]"].ClickAsync();
        await Expect(window["#lane-0 .reply.as-text"]).ToHaveTextAsync("A receipt.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_on_the_form_and_on_a_turn(bool dark)
    {
        await using var form = await Open("/playground?task=ask", new() { Dark = dark });
        await Check(form);
        await using var turn = await Turn("detect", Boxes, Boxes, new() { Dark = dark });
        await turn.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Check(turn);
        await using var texts = await Turn("ocr", "TOTAL 12.30", "TOTAL 12.80", new() { Dark = dark });
        await Check(texts);
        await texts.Go("/playground/history");
        await Check(texts);
    }

    [Theory]
    [InlineData("detect", Boxes)]
    [InlineData("ocr", "TOTAL 12.30 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_phone_scrolls_only_downwards(string task, string reply)
    {
        await using var window = await Turn(task, reply, reply, new() { Width = 390, Height = 844 });
        (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await Check(window);
    }

    private async Task<Window> Turn(string task, string first, string second, WindowOptions? options = null)
    {
        site.Models.Says("acme/owl", first).Says("birch/heron", second);
        var window = await Open($"/playground?task={task}&m=acme/owl&m=birch/heron", options);
        await window["[data-run]"].ClickAsync();
        await Expect(window["assay-turn"]).ToHaveAttributeAsync("data-state", "ended");
        return window;
    }

    private string? address;

    private Task<Window> Open(string path, WindowOptions? options = null) => chromium.Open(path, (options ?? new()) with { At = address ??= site.Listen() });

    private static async Task Check(Window window)
    {
        var found = await window.Page.RunAxe(Rules);
        found.Violations.Select(v => $"{v.Id} ({v.Impact}): {v.Help} {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html + " " + string.Join(" ", n.Any.Select(a => a.Message))))}").ShouldBeEmpty();
    }
}
