using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests.Access;

/// <summary>Everything is reached and worked with keys alone, and where they are is always seen.</summary>
public sealed class KeyboardTests(Chromium chromium, FullSite site)
{
    public static TheoryData<string> Pages => EveryPage.Theory;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Tab_reaches_everything_and_its_place_is_seen(string path)
    {
        await using var window = await site.Open(chromium, path);
        var faults = new List<string>();
        // On a phone, where heads and first columns stay in sight over the most, to the end; on a desk as far as the longest pages say nothing new.
        foreach (var (width, most) in ((int, int)[])[(1280, 120), (390, 10_000)])
        {
            await window.Page.SetViewportSizeAsync(width, 800);
            await window.Page.ReloadAsync();
            faults.AddRange((await Walk(window, most)).Select(f => $"{width} px: {f}"));
        }
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Escape_closes_a_card_and_goes_back_to_the_figure()
    {
        await using var window = await site.Open(chromium, Chromium.Scenario);
        var figure = window["#specs a[data-e]"].First;
        await figure.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window[".card"]).ToBeVisibleAsync();
        await Expect(window[".card :focus"]).ToHaveCountAsync(1);
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(window[".card"]).ToHaveCountAsync(0);
        await Expect(figure).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Tab_goes_on_out_of_a_card_into_the_page()
    {
        await using var window = await site.Open(chromium, Chromium.Scenario);
        await window["#specs a[data-e]"].First.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window[".card :focus"]).ToHaveCountAsync(1);
        for (var i = 0; i < 12 && await window[".card"].CountAsync() > 0; i++) await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window[".card"]).ToHaveCountAsync(0);
        await Expect(window["main :focus"]).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Escape_closes_a_list_and_keeps_what_was_typed()
    {
        await using var window = await site.Open(chromium, "/models");
        var box = window["assay-search input"];
        await box.PressSequentiallyAsync("gemma");
        await Expect(window["[role=option]:visible"].First).ToBeVisibleAsync();
        await box.PressAsync("Escape");
        await Expect(window["[role=option]:visible"]).ToHaveCountAsync(0);
        await Expect(box).ToHaveValueAsync("gemma");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task What_folds_unfolds_with_Enter_and_a_list_is_sorted_by_keys()
    {
        await using var window = await site.Open(chromium, "/models");
        var summary = window["main summary"].First;
        await summary.FocusAsync();
        var open = await summary.EvaluateAsync<bool>("s => s.parentElement.open");
        await window.Page.Keyboard.PressAsync("Enter");
        (await summary.EvaluateAsync<bool>("s => s.parentElement.open")).ShouldBe(!open);
        await window["th a:has-text('Released')"].FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window["th[aria-sort]:has-text('Released')"]).ToHaveAttributeAsync("aria-sort", new System.Text.RegularExpressions.Regex("ascending|descending"));
    }

    [Fact]
    public async Task A_calculation_says_aloud_that_it_is_done_and_a_fault_is_bound_to_its_field()
    {
        await using var window = await site.Open(chromium, Chromium.Scenario);
        await window["form.traffic input[name=in]"].FillAsync("1.6B");
        await Expect(window["form.traffic [role=status]"]).ToHaveTextAsync("Recalculated.");
        await window["form.traffic input[name=in]"].FillAsync("many");
        await Expect(window["form.traffic input[name=in]"]).ToHaveAttributeAsync("aria-describedby", "problems");
        await Expect(window["#problems"]).ToContainTextAsync("many");
        (await window.Ask("structure")).ShouldBeEmpty();
    }

    /// <summary>Goes through a page with Tab and tells what went wrong.</summary>
    /// <param name="most">Places to go to, from the beginning of the page.</param>
    internal static async Task<string[]> Walk(Window window, int most = 10_000)
    {
        await window.Ready();
        var stops = await window.Page.EvaluateAsync<int>("most => probe.begin(most)", most);
        // Sent without waiting for each: the page takes them in order. A few more, for places the page does not list: boxes that scroll, and what frames hold.
        var more = 12 + 40 * (window.Page.Frames.Count - 1);
        foreach (var few in Enumerable.Range(0, stops + more).Chunk(64)) await Task.WhenAll(few.Select(_ => window.Page.Keyboard.DownAsync("Tab")));
        await window.Page.Keyboard.UpAsync("Tab");
        return await window.Ask("end");
    }
}
