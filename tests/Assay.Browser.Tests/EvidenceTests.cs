using System.Text.RegularExpressions;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class EvidenceTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task A_figure_opens_a_card_with_its_source_and_Escape_leads_back(int width, int height)
    {
        await using var window = await chromium.Open(Chromium.Scenario, new() { Width = width, Height = height });
        var figure = window["#specs tbody tr:nth-child(2) a[data-e]"].First;
        await figure.ClickAsync();
        var card = window[".card"];
        await Expect(card).ToBeVisibleAsync();
        await Expect(card).ToContainTextAsync("Context window");
        await Expect(card).ToContainTextAsync("as of 2025-03-12");
        (await card.Locator("a[href^='https://']").CountAsync()).ShouldBeGreaterThan(0);
        (await card.EvaluateAsync<bool>("c => c.contains(document.activeElement)")).ShouldBeTrue();
        var box = (await card.BoundingBoxAsync()).ShouldNotBeNull();
        box.X.ShouldBeGreaterThanOrEqualTo(0);
        (box.X + box.Width).ShouldBeLessThanOrEqualTo(width);
        (await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();

        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(card).ToHaveCountAsync(0);
        await Expect(figure).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_card_is_reached_and_left_with_the_keyboard()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        var figure = window["#capabilities a[data-e]"].First;
        await figure.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window[".card"]).ToContainTextAsync("Vision");
        await Expect(figure).ToHaveAttributeAsync("aria-expanded", "true");
        await window[".card .close"].FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window[".card"]).ToHaveCountAsync(0);
        await Expect(figure).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Pointing_at_a_figure_shows_its_evidence_and_clicking_elsewhere_closes_it()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        await window["#specs a[data-e]"].First.HoverAsync();
        await Expect(window[".card"]).ToBeVisibleAsync();
        await window["#specs a[data-e]"].First.ClickAsync();
        await window.Page.Mouse.ClickAsync(4, 400);
        await Expect(window[".card"]).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_card_of_a_sentence_writes_its_claims_out_with_their_sources()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        await window["#overview a.why"].First.ClickAsync();
        var card = window[".card"];
        await Expect(card).ToContainTextAsync("google/gemma-3-12b-it weights: open");
        (await card.Locator("li a[href^='https://']").CountAsync()).ShouldBeGreaterThan(0);
        (await card.Locator("a[href^='#c']").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Without_scripts_a_sentence_names_its_claims_and_leads_to_where_each_is_written_out()
    {
        await using var window = await chromium.Open(Chromium.Scenario, new() { Scripts = false });
        var entry = window[(await window["#overview a.why"].First.GetAttributeAsync("href")).ShouldNotBeNull()];
        var mention = entry.Locator("a[href^='#c']").First;
        await Expect(mention).ToHaveTextAsync("google/gemma-3-12b-it weights");
        var line = window[(await mention.GetAttributeAsync("href")).ShouldNotBeNull()];
        await mention.ClickAsync();
        await Expect(line).ToBeInViewportAsync();
        await Expect(line).ToContainTextAsync("open");
        await Expect(line.Locator("a[href^='https://']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_a_figure_leads_to_its_entry_in_the_list_of_evidence()
    {
        await using var window = await chromium.Open(Chromium.Scenario, new() { Scripts = false });
        var figure = window["#specs tbody tr:nth-child(2) a[data-e]"].First;
        var target = (await figure.GetAttributeAsync("href")).ShouldNotBeNull();
        await figure.ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex(Regex.Escape(target) + "$"));
        await Expect(window[target]).ToBeInViewportAsync();
        await Expect(window[target]).ToContainTextAsync("Context window");
        await Expect(window[target + " a[href^='https://']"].First).ToBeVisibleAsync();
    }
}
