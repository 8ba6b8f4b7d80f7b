using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class SearchTests(Chromium chromium)
{
    private const string Box = "input[name=q]";
    private const string Options = "[role=option]:visible";

    [Fact]
    public async Task A_slash_leads_to_the_box_and_the_keyboard_alone_to_a_model()
    {
        await using var window = await chromium.Open("/methodology");
        await window.Page.Keyboard.PressAsync("/");
        var box = window[Box];
        await Expect(box).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("");
        await box.PressSequentiallyAsync("gemma 3 12b");
        await Expect(window[Options].First).ToContainTextAsync("Gemma 3 12B");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await box.PressAsync("ArrowDown");
        var active = (await box.GetAttributeAsync("aria-activedescendant")).ShouldNotBeNull();
        (await window["#" + active].GetAttributeAsync("aria-selected")).ShouldBe("true");
        await box.PressAsync("Escape");
        await Expect(window[Options]).ToHaveCountAsync(0);
        await Expect(box).ToHaveValueAsync("gemma 3 12b");
        await box.PressSequentiallyAsync("-it");
        await Expect(window[Options].First).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/models/google/gemma-3-12b-it");
    }

    [Fact]
    public async Task A_slash_that_is_typed_somewhere_stays_there()
    {
        await using var window = await chromium.Open("/compare");
        var name = window["input[name=m]"].First;
        await name.PressSequentiallyAsync("openai/gpt");
        await Expect(name).ToHaveValueAsync("openai/gpt");
        await Expect(name).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Options_stand_in_named_groups_and_nothing_moves_when_they_open()
    {
        await using var window = await chromium.Open("/");
        var heading = window["h2"].First;
        var before = (await heading.BoundingBoxAsync()).ShouldNotBeNull();
        await window[Box].PressSequentiallyAsync("open");
        await Expect(window[Options].First).ToBeVisibleAsync();
        (await window["[role=listbox] [role=group]"].CountAsync()).ShouldBeGreaterThan(1);
        foreach (var group in await window["[role=listbox] [role=group]"].AllAsync())
            (await window["#" + await group.GetAttributeAsync("aria-labelledby")].InnerTextAsync()).Length.ShouldBeGreaterThan(3);
        (await heading.BoundingBoxAsync())!.Y.ShouldBe(before.Y);
    }

    [Fact]
    public async Task The_answer_to_what_was_typed_last_wins()
    {
        await using var window = await chromium.Open("/");
        await window.Page.RouteAsync("**/api/v1/search?q=cla", async route =>
        {
            await Task.Delay(900);
            await route.ContinueAsync();
        });
        var box = window[Box];
        await box.FillAsync("cla");
        await window.Page.WaitForRequestAsync("**/api/v1/search?q=cla");
        await box.FillAsync("gemini");
        await Expect(window[Options].First).ToContainTextAsync(new Regex("Gemini", RegexOptions.IgnoreCase));
        await window.Page.WaitForTimeoutAsync(1200);
        await Expect(window[Options].First).ToContainTextAsync(new Regex("Gemini", RegexOptions.IgnoreCase));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_line_that_is_sent_whole_is_answered_with_and_without_scripts(bool scripts)
    {
        await using var window = await chromium.Open("/", new() { Scripts = scripts });
        await window[Box].FillAsync("gemma-3-12b-it vs gpt-4-vision-preview");
        await window[Box].PressAsync("Enter");
        await window.Page.WaitForURLAsync("**" + Chromium.Scenario);
        await window.Go("/models");
        await window["header " + Box].FillAsync("vision models under $1");
        await window["header " + Box].PressAsync("Enter");
        await Expect(window[".read-as"]).ToHaveTextAsync("Read as: vision, input price < $1");
    }

    [Fact]
    public async Task On_a_phone_the_box_is_a_glass_that_opens_over_the_menu()
    {
        await using var window = await chromium.Open("/models", new() { Width = 390, Height = 844 });
        var box = window["header " + Box];
        (await box.BoundingBoxAsync()).ShouldNotBeNull().Width.ShouldBeLessThan(60);
        var header = (await window["header"].BoundingBoxAsync()).ShouldNotBeNull().Height;
        await box.ClickAsync();
        await box.PressSequentiallyAsync("claude");
        await Expect(window[Options].First).ToBeVisibleAsync();
        (await box.BoundingBoxAsync()).ShouldNotBeNull().Width.ShouldBeGreaterThan(300);
        (await window["header"].BoundingBoxAsync()).ShouldNotBeNull().Height.ShouldBe(header);
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        var option = (await window[Options].First.BoundingBoxAsync()).ShouldNotBeNull();
        option.X.ShouldBeGreaterThanOrEqualTo(0);
        (option.X + option.Width).ShouldBeLessThanOrEqualTo(390);
        await window[Options].First.ClickAsync();
        await window.Page.WaitForURLAsync(new Regex("/(models|providers|compare|search)"));
    }

    [Theory]
    [InlineData("/methodology", true)]
    [InlineData("/lifecycle", true)]
    [InlineData("/conflicts", true)]
    [InlineData("/models", false)]
    public async Task The_current_item_of_the_menu_is_in_sight_on_a_phone(string path, bool scripts)
    {
        await using var window = await chromium.Open(path, new() { Width = 390, Height = 844, Scripts = scripts });
        var item = (await window[".site nav a[aria-current]"].BoundingBoxAsync()).ShouldNotBeNull();
        var menu = (await window[".site nav"].BoundingBoxAsync()).ShouldNotBeNull();
        item.X.ShouldBeGreaterThanOrEqualTo(menu.X - 1);
        (item.X + item.Width).ShouldBeLessThanOrEqualTo(menu.X + menu.Width + 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_screen_of_a_phone_has_heading_box_and_first_content(bool dark)
    {
        await using var window = await chromium.Open("/", new() { Width = 390, Height = 844, Dark = dark });
        foreach (var part in (ILocator[])[window["h1"], window[Box], window["main section:nth-of-type(2) h2"].First, window["main section:nth-of-type(2) :is(li, p)"].First])
        {
            var box = (await part.BoundingBoxAsync()).ShouldNotBeNull();
            (box.Y + box.Height).ShouldBeLessThanOrEqualTo(844);
        }
    }
}
