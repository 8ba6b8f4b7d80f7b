using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests.Access;

public sealed class AccessibilityTests(Chromium chromium, FullSite site)
{
    /// <summary>What stands in a frame is a page of its own, and checked as one.</summary>
    private static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"), Rules = new() { ["target-size"] = new() { Enabled = true } }, Iframes = false };

    /// <summary>What depends on colours and on the width of the window.</summary>
    private static readonly AxeRunOptions Looks = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"), Iframes = false };

    public static TheoryData<string> Pages => EveryPage.Theory;

    /// <summary>All rules on a desk by day and on a phone by night; the two other ways, those rules that could say something else.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_by_day_by_night_on_a_desk_and_on_a_phone(string path)
    {
        await using var window = await site.Open(chromium, path);
        var faults = new List<string>();
        foreach (var (width, dark, rules) in new[] { (1280, false, Rules), (1280, true, Looks), (390, true, Rules), (390, false, Looks) })
        {
            await window.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await window.Page.SetViewportSizeAsync(width, 844);
            faults.AddRange((await Found(window, rules)).Select(f => $"{width} px, {(dark ? "dark" : "light")}: {f}"));
        }
        faults.AddRange(await window.Ask("structure"));
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        faults.AddRange((await Found(window, Rules)).Select(f => $"unfolded: {f}"));
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Axe_finds_nothing_on_an_open_card()
    {
        await using var window = await chromium.Open(Chromium.Scenario, new() { Still = true });
        await window["#specs a[data-e]"].First.ClickAsync();
        await Expect(window[".card"]).ToBeVisibleAsync();
        await Check(window);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_an_open_list_of_suggestions()
    {
        await using var window = await chromium.Open("/compare");
        await window["input[name=m]"].First.PressSequentiallyAsync("gemma");
        await Expect(window["[role=option]:visible"].First).ToBeVisibleAsync();
        await window["input[name=m]"].First.PressAsync("ArrowDown");
        await Expect(window["[role=option][aria-selected=true]"]).ToHaveCountAsync(1);
        await Check(window);
    }

    [Theory]
    [InlineData("/", 1280, false)]
    [InlineData("/", 390, true)]
    [InlineData("/models", 390, false)]
    public async Task Axe_finds_nothing_on_an_open_list_of_the_search_box(string path, int width, bool dark)
    {
        await using var window = await chromium.Open(path, new() { Width = width, Height = 844, Dark = dark });
        await window["assay-search input"].PressSequentiallyAsync("open");
        await Expect(window["[role=option]:visible"].First).ToBeVisibleAsync();
        await window["assay-search input"].PressAsync("ArrowDown");
        await Expect(window["[role=option][aria-selected=true]"]).ToHaveCountAsync(1);
        await Check(window);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_a_page_that_names_a_fault()
    {
        await using var window = await chromium.Open(Chromium.Scenario + "?in=many");
        await Check(window);
    }

    private static async Task Check(Window window) => (await Found(window, Rules)).ShouldBeEmpty();

    private static async Task<IEnumerable<string>> Found(Window window, AxeRunOptions rules)
    {
        var found = await window.Page.RunAxe(rules);
        found.Passes.ShouldNotBeEmpty();
        return found.Violations.Select(v => $"{v.Id} ({v.Impact}): {v.Help} {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html + " " + string.Join(" ", n.Any.Select(a => a.Message))))}");
    }
}
