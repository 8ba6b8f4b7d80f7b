using System.Text.RegularExpressions;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class FinderTests(Chromium chromium)
{
    [Fact]
    public async Task Ticking_and_typing_find_in_place_and_the_address_keeps_it()
    {
        await using var window = await chromium.Open("/models");
        var before = await window[".found strong"].TextContentAsync();
        await window["input[name=add][value=vision]"].CheckAsync();
        await Expect(window["input[name=filter]"]).ToHaveValueAsync("vision");
        await Expect(window[".found strong"]).Not.ToHaveTextAsync(before!);
        await Expect(window.Page).ToHaveURLAsync(new Regex(@"/models\?filter=vision$"));
        await window["input[name=filter]"].FillAsync("vision, context >= 200K");
        await Expect(window["select[name=add]"].First).ToHaveValueAsync("context >= 200K");
        await window["input[name=add][value=vision]"].UncheckAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("filter=context%20window%20"));
        var list = await window[".found strong"].TextContentAsync();
        await window.Page.ReloadAsync();
        await Expect(window[".found strong"]).ToHaveTextAsync(list!);
    }

    [Fact]
    public async Task A_fault_is_named_in_place_and_mended_by_typing_on()
    {
        await using var window = await chromium.Open("/models");
        var filter = window["input[name=filter]"];
        await filter.FillAsync("visoin");
        await Expect(window["[role=alert]"]).ToContainTextAsync("'visoin' is not a field");
        await Expect(filter).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(filter).ToBeFocusedAsync();
        await filter.FillAsync("vision");
        await Expect(window["[role=alert]"]).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_the_form_finds_picks_and_compares()
    {
        await using var window = await chromium.Open("/models", new() { Scripts = false });
        await window["main input[name=q]"].FillAsync("gemma 3");
        await window["input[name=add][value=vision]"].CheckAsync();
        await window["assay-finder button"].ClickAsync();
        await window.Page.WaitForURLAsync("**/models?q=gemma%203&filter=vision");
        await Expect(window["input[name=add][value=vision]"]).ToBeCheckedAsync();
        var picks = window["input[name=m]"];
        await picks.Nth(0).CheckAsync();
        await picks.Nth(1).CheckAsync();
        await window["button[name=go]"].ClickAsync();
        await window.Page.WaitForURLAsync("**/compare/*-vs-*");
    }

    [Fact]
    public async Task Picks_stay_while_the_filter_changes_and_lead_to_the_comparison()
    {
        await using var window = await chromium.Open("/models?q=gpt-4o");
        await window["input[name=m][value=gpt-4o]"].CheckAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("m=gpt-4o"));
        await window["main input[name=q]"].FillAsync("gemma 3 12b");
        await Expect(window[".picks input[value=gpt-4o]"]).ToBeCheckedAsync();
        await window["input[name=m][value=gemma-3-12b-it]"].CheckAsync();
        await Expect(window[".picks"]).ToContainTextAsync("2 models picked");
        await window["button[name=go]"].ClickAsync();
        await window.Page.WaitForURLAsync("**/compare/*-vs-*");
        window.Page.Url.ShouldContain("gemma-3-12b-it");
    }

    [Fact]
    public async Task Dots_of_the_chart_open_their_row_as_a_card_by_mouse_and_keyboard()
    {
        await using var window = await chromium.Open("/models?against=mmlu-pro", new() { Still = true });
        var dots = window["#front .chart a[data-e]"];
        (await dots.CountAsync()).ShouldBeGreaterThan(1);
        await dots.Nth(0).FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window[".card"]).ToContainTextAsync("Cost a month");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(window[".card"]).ToHaveCountAsync(0);
        await window["#front .chart a[data-e] circle"].Last.HoverAsync();
        await Expect(window[".card"]).ToContainTextAsync("Score");
    }
}
