using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests.Access;

public sealed class AccessibilityTests(Chromium chromium, FullSite site)
{
    public static TheoryData<string> Pages => EveryPage.Theory;

    /// <summary>All rules once, with all that can be unfolded; then, by night and on a phone, those rules that could say something else there.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_by_day_by_night_on_a_desk_and_on_a_phone(string path)
    {
        await using var window = await site.Open(chromium, path);
        var faults = new List<string>(await window.Ask("structure"));
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await Look(1280, ColorScheme.Light, Axe.All);
        await Look(1280, ColorScheme.Dark, "color-contrast", "link-in-text-block");
        await Look(390, ColorScheme.Dark, "color-contrast", "target-size", "scrollable-region-focusable");
        await Look(390, ColorScheme.Light, "color-contrast");
        faults.ShouldBeEmpty();

        async Task Look(int width, ColorScheme colors, params string[] rules)
        {
            await window.Page.EmulateMediaAsync(new() { ColorScheme = colors });
            await window.Page.SetViewportSizeAsync(width, 844);
            faults.AddRange((await window.Axe_finds(rules)).Select(f => $"{width} px, {colors}: {f}"));
        }
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

    internal static async Task Check(Window window) => (await window.Axe_finds(Axe.All)).ShouldBeEmpty();
}
