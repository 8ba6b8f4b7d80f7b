using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class TrafficTests(Chromium chromium)
{
    private static ILocator Amount(Window window) => window[".bars .amount"].First;

    private static ILocator Input(Window window) => window["form.traffic input[name=in]"];

    [Fact]
    public async Task A_change_recalculates_in_place_and_the_address_keeps_it()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        await Expect(Amount(window)).ToHaveTextAsync("$64.50");
        await window.Page.EvaluateAsync("window.stays = true");
        await Input(window).FillAsync("1.6B");
        await Expect(Amount(window)).ToHaveTextAsync("$96.50");
        await Expect(window[".verdict"].First).ToContainTextAsync("$96.50");
        await Expect(window["#scorecard"]).ToContainTextAsync("$96.50");
        await Expect(window["#cost table"].First).ToContainTextAsync("$96.50");
        await Expect(window["#cost table"].First).ToContainTextAsync("1.6B");
        window.Page.Url.ShouldEndWith("?in=1.6B");
        (await window.Page.EvaluateAsync<bool>("window.stays === true")).ShouldBeTrue();
        await Expect(Input(window)).ToBeFocusedAsync();

        await window.Page.ReloadAsync();
        await Expect(Amount(window)).ToHaveTextAsync("$96.50");
        await Expect(Input(window)).ToHaveValueAsync("1.6B");
    }

    [Fact]
    public async Task Evidence_of_recalculated_figures_can_still_be_opened()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        await Input(window).FillAsync("1.6B");
        await Expect(Amount(window)).ToHaveTextAsync("$96.50");
        await window["#cost a[data-e]"].First.ClickAsync();
        await Expect(window[".card"]).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Back_leads_to_where_the_reader_came_from_and_forward_to_the_traffic_that_was_set()
    {
        await using var window = await chromium.Open("/");
        await window[$"a[href='{Chromium.Scenario}']"].ClickAsync();
        await Input(window).FillAsync("1.6B");
        await Expect(Amount(window)).ToHaveTextAsync("$96.50");
        await Expect(window.Page).ToHaveURLAsync(new Regex("in=1\\.6B"));
        await window.Page.GoBackAsync();
        await Expect(window["h1"]).ToContainTextAsync("Which model");
        await window.Page.GoForwardAsync();
        await Expect(Amount(window)).ToHaveTextAsync("$96.50");
        await Expect(Input(window)).ToHaveValueAsync("1.6B");
    }

    [Fact]
    public async Task Without_scripts_the_button_recalculates_and_keeps_the_other_switches()
    {
        await using var window = await chromium.Open(Chromium.Scenario + "?diff=1", new() { Scripts = false });
        await Input(window).FillAsync("1.6B");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Recalculate" }).ClickAsync();
        await Expect(Amount(window)).ToHaveTextAsync("$96.50");
        window.Page.Url.ShouldContain("in=1.6B");
        window.Page.Url.ShouldContain("diff=1");
        await Expect(Input(window)).ToHaveValueAsync("1.6B");
        await Expect(window["#only-differences"]).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nonsense_is_named_kept_in_its_field_and_can_be_mended(bool scripts)
    {
        await using var window = await chromium.Open(Chromium.Scenario, new() { Scripts = scripts });
        await Input(window).FillAsync("many");
        if (!scripts) await Recalculate(window);
        await Expect(window["#overview [role=alert]"]).ToContainTextAsync("'many' is not a whole number");
        await Expect(Input(window)).ToHaveValueAsync("many");
        await Expect(Input(window)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Amount(window)).ToHaveTextAsync("$64.50");

        await Input(window).FillAsync("1.6B");
        if (!scripts) await Recalculate(window);
        await Expect(window["#overview [role=alert]"]).ToHaveCountAsync(0);
        await Expect(Amount(window)).ToHaveTextAsync("$96.50");
        (await Input(window).GetAttributeAsync("aria-invalid")).ShouldBeNull();
    }

    [Fact]
    public async Task What_changes_is_told_to_those_who_do_not_see_it()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        await Input(window).FillAsync("1.6B");
        await Expect(window["form.traffic output[role=status]"]).ToHaveTextAsync("Recalculated.");
    }

    [Fact]
    public async Task A_reply_that_never_comes_is_said_and_the_figures_stay()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        await window.Page.RouteAsync("**/compare/**", route => route.AbortAsync());
        await Input(window).FillAsync("1.6B");
        await Expect(window["form.traffic output"]).ToContainTextAsync("Could not recalculate");
        await Expect(Amount(window)).ToHaveTextAsync("$64.50");
        await Expect(Input(window)).ToHaveValueAsync("1.6B");
        window.Forgive("net::ERR_FAILED");
    }

    [Fact]
    public async Task Another_baseline_keeps_the_traffic()
    {
        await using var window = await chromium.Open(Chromium.Three + "?in=5M", new() { Scripts = false });
        await window[".switches a"].First.ClickAsync();
        window.Page.Url.ShouldContain("baseline=");
        window.Page.Url.ShouldContain("in=5M");
    }

    private static Task Recalculate(Window window) => window.Page.GetByRole(AriaRole.Button, new() { Name = "Recalculate" }).ClickAsync();
}
