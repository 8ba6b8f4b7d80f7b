using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class AccessibilityTests(Chromium chromium)
{
    /// <summary>What stands in a frame is a page of its own, and checked as one.</summary>
    private static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"), Iframes = false };

    public static MatrixTheoryData<string, bool> Pages => new(Chromium.Pages, [false, true]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing(string path, bool dark)
    {
        await using var window = await chromium.Open(path, new() { Dark = dark });
        await Check(window);
    }

    [Theory]
    [InlineData(Chromium.Scenario)]
    [InlineData("/models")]
    [InlineData("/benchmarks")]
    [InlineData("/benchmarks/swe-bench-verified")]
    public async Task Axe_finds_nothing_on_a_phone(string path)
    {
        await using var window = await chromium.Open(path, new() { Width = 390, Height = 844 });
        await Check(window);
    }

    [Theory]
    [InlineData("/models?filter=vision, context >= 200K&might=1&m=gpt-4o")]
    [InlineData("/models?filter=visoin&against=mmlu-pro")]
    public async Task Axe_finds_nothing_in_a_list_that_was_asked_for(string path)
    {
        await using var window = await chromium.Open(path);
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Check(window);
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

    internal static async Task Check(Window window)
    {
        var found = await window.Page.RunAxe(Rules);
        found.Violations.Select(v => $"{v.Id} ({v.Impact}): {v.Help} {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html + " " + string.Join(" ", n.Any.Select(a => a.Message))))}").ShouldBeEmpty();
        found.Passes.ShouldNotBeEmpty();
    }
}
