using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class PickerTests(Chromium chromium)
{
    [Fact]
    public async Task Two_models_are_found_by_typing_and_compared_with_the_keyboard_alone()
    {
        await using var window = await chromium.Open("/compare");
        var first = window["input[name=m]"].Nth(0);
        await first.FocusAsync();
        await first.PressSequentiallyAsync("gemma 3 12b");
        var options = window["[role=option]:visible"];
        await Expect(options.First).ToContainTextAsync("google/gemma-3-12b-it");
        await Expect(first).ToHaveAttributeAsync("aria-expanded", "true");
        await first.PressAsync("ArrowDown");
        await Expect(window["[role=option][aria-selected=true]"]).ToHaveCountAsync(1);
        var active = (await first.GetAttributeAsync("aria-activedescendant")).ShouldNotBeNull();
        (await window["#" + active].GetAttributeAsync("aria-selected")).ShouldBe("true");
        await first.PressAsync("Enter");
        await Expect(first).ToHaveValueAsync("gemma-3-12b-it");
        await Expect(first).ToHaveAttributeAsync("aria-expanded", "false");

        var second = window["input[name=m]"].Nth(1);
        await first.PressAsync("Tab");
        await Expect(second).ToBeFocusedAsync();
        await second.PressSequentiallyAsync("gpt-4-vision");
        await Expect(options.First).ToContainTextAsync("openai/gpt-4-vision-preview");
        await second.PressAsync("ArrowDown");
        await second.PressAsync("Enter");
        await Expect(second).ToHaveValueAsync("gpt-4-vision-preview");
        await second.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**" + Chromium.Scenario);
        await Expect(window["h1"]).ToHaveTextAsync("Gemma 3 12B Instruct vs GPT-4 Vision Preview");
    }

    [Fact]
    public async Task A_suggestion_is_taken_with_the_mouse_and_the_list_closes_with_Escape()
    {
        await using var window = await chromium.Open("/compare");
        var first = window["input[name=m]"].First;
        await first.PressSequentiallyAsync("claude");
        var options = window["[role=option]:visible"];
        await Expect(options.First).ToBeVisibleAsync();
        await first.PressAsync("Escape");
        await Expect(options).ToHaveCountAsync(0);
        await first.PressSequentiallyAsync("-opus");
        await options.First.ClickAsync();
        await Expect(first).ToHaveValueAsync(new Regex("^claude-opus"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Names_that_were_typed_whole_are_compared(bool scripts)
    {
        await using var window = await chromium.Open("/compare", new() { Scripts = scripts });
        await window["input[name=m]"].Nth(0).FillAsync("gemma-3-12b");
        await window["input[name=m]"].Nth(1).FillAsync("gpt-4v");
        await window["main"].GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await window.Page.WaitForURLAsync("**" + Chromium.Scenario);
    }

    [Fact]
    public async Task An_unknown_name_offers_its_neighbours_and_one_click_mends_it()
    {
        await using var window = await chromium.Open("/compare?m=gemma-3-12b-itt&m=gpt-4-vision-preview", new() { Scripts = false });
        await Expect(window["[role=alert]"]).ToContainTextAsync("gemma-3-12b-itt");
        await Expect(window["input[name=m]"].Nth(0)).ToHaveValueAsync("gemma-3-12b-itt");
        await window["[role=alert] a"].Filter(new() { HasText = "Gemma 3 12B Instruct" }).ClickAsync();
        await window.Page.WaitForURLAsync("**" + Chromium.Scenario);
    }
}
