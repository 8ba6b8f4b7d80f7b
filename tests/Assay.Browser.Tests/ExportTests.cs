using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class ExportTests(Chromium chromium, CopyOfSite copy)
{
    private const string Pair = "/compare/gemma-3-12b-it-vs-gpt-4-vision-preview/";
    private static readonly string[] Pages = ["/", "/models/", "/compare/", Pair, "/models/openai/gpt-4o/", "/providers/azure/", "/benchmarks/swe-bench-verified/", "/changes/", "/lifecycle/", "/conflicts/", "/sources/", "/methodology/", "/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5/"];

    private async Task<Window> Open(string page, WindowOptions? options = null)
    {
        var address = await copy.Address();
        return await chromium.Open(address + page, (options ?? new()) with { At = address });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_kind_of_page_loads_whole_with_and_without_scripts(bool scripts)
    {
        await using var window = await Open("/", new() { Scripts = scripts });
        foreach (var page in Pages)
        {
            await window.Go(await copy.Address() + page);
            await Expect(window["h1"]).ToHaveCountAsync(1);
            await Expect(window["footer .copy"]).ToContainTextAsync("A copy of the site as of 2026-11-21");
            await Expect(window["form:not(:has(input:not([type=hidden]), select))"]).ToHaveCountAsync(0);
            if (!scripts) await Expect(window["form"]).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_on_a_phone()
    {
        await using var window = await Open("/", new() { Width = 390 });
        foreach (var page in Pages)
        {
            await window.Go(await copy.Address() + page);
            (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, page);
        }
    }

    [Fact]
    public async Task The_bill_follows_the_traffic_and_the_address_keeps_it()
    {
        await using var window = await Open(Pair);
        var amount = window["ul.bars .amount"].First;
        await Expect(amount).ToHaveTextAsync("$64.50");
        await window["#traffic input[name=in]"].FillAsync("1.6B");
        await Expect(window["#traffic output"]).ToContainTextAsync("Bars and bills are at this traffic");
        await Expect(amount).Not.ToHaveTextAsync("$64.50");
        var doubled = await amount.TextContentAsync();
        await Expect(window[".bills table.bill strong"].Nth(1)).ToHaveTextAsync(doubled!);
        await Expect(window["assay-static-traffic > p"]).ToBeHiddenAsync();
        await Expect(window["section#scorecard .at"]).ToHaveTextAsync("At 800M in and 250M out a month.");
        window.Page.Url.ShouldEndWith("#t:in=1.6B");
        await window.Page.ReloadAsync();
        await Expect(window["ul.bars .amount"].First).ToHaveTextAsync(doubled!);
        await window["#traffic input[name=in]"].FillAsync("many");
        await Expect(window["#traffic output"]).ToContainTextAsync("Input tokens 'many' is not a whole number");
        await Expect(window["#traffic input[name=in]"]).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task A_bill_with_a_price_that_nobody_gives_is_unknown_and_never_nothing()
    {
        await using var window = await Open("/compare/gemini-2.5-pro-vs-gpt-4o/");
        await window["#traffic input[name=images]"].FillAsync("3");
        await Expect(window["ul.bars li"].First).ToContainTextAsync("no confirmed price for per image");
        await Expect(window["ul.bars .amount"].First).ToHaveTextAsync("unknown");
    }

    [Fact]
    public async Task The_picker_leads_to_a_comparison_of_the_copy_by_the_keyboard_alone()
    {
        await using var window = await Open("/compare/");
        var first = window["input[name=m]"].Nth(0);
        await first.FocusAsync();
        await first.PressSequentiallyAsync("gemma 3 12b");
        await Expect(window["[role=option]:visible"].First).ToContainTextAsync("google/gemma-3-12b-it");
        await first.PressAsync("ArrowDown");
        await first.PressAsync("Enter");
        await Expect(first).ToHaveValueAsync("gemma-3-12b-it");
        var second = window["input[name=m]"].Nth(1);
        await second.FillAsync("gpt-4-vision-preview");
        await second.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/some/where" + Pair);
        await Expect(window["h1"]).ToHaveTextAsync("Gemma 3 12B Instruct vs GPT-4 Vision Preview");
    }

    [Fact]
    public async Task A_pair_that_is_not_there_is_answered_with_those_that_are()
    {
        await using var window = await Open("/compare/");
        await window["input[name=m]"].Nth(0).FillAsync("gpt-4-vision-preview");
        await window["input[name=m]"].Nth(1).FillAsync("gemini-2.5-pro");
        await window["input[name=m]"].Nth(1).PressAsync("Enter");
        var answer = window["assay-static-picker [role=status]"];
        await Expect(answer).ToContainTextAsync("This copy has no comparison of GPT-4 Vision Preview and Gemini 2.5 Pro");
        await answer.GetByRole(AriaRole.Link, new() { Name = "GPT-4 Vision Preview vs Gemma 3 12B Instruct" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/some/where" + Pair);
        await window.Go(await copy.Address() + "/compare/");
        await window["input[name=m]"].Nth(0).FillAsync("gpt-4-vison");
        await window["input[name=m]"].Nth(1).FillAsync("gpt-4o");
        await window["input[name=m]"].Nth(1).PressAsync("Enter");
        await Expect(answer).ToContainTextAsync("No one model is called ‘gpt-4-vison’");
    }

    [Fact]
    public async Task Three_models_are_found_in_any_order()
    {
        await using var window = await Open("/compare/");
        foreach (var (name, i) in new[] { "claude-sonnet-4-5", "gpt-4o", "gemini-2.5-pro" }.Select((n, i) => (n, i))) await window["input[name=m]"].Nth(i).FillAsync(name);
        await window["input[name=m]"].Nth(2).PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5/");
    }

    [Theory]
    [InlineData("gemma 3")]
    [InlineData("gpt-4o")]
    [InlineData("anthropic sonnet")]
    [InlineData("o3")]
    public async Task Names_are_found_in_the_order_of_the_server(string query)
    {
        await using var window = await Open("/models/");
        await window["main input[name=q]"].FillAsync(query);
        await Expect(window["assay-static-finder output"]).ToContainTextAsync("models");
        var found = await window["assay-static-finder ul .id"].AllTextContentsAsync();
        await using var live = await chromium.Open("/");
        var asked = await live.Page.EvaluateAsync<string[]>("async q => (await (await fetch('/api/v1/models?page_size=50&q=' + encodeURIComponent(q))).json()).models.map(m => m.id)", query);
        found.ShouldBe(asked);
        await window["assay-static-finder ul a"].First.ClickAsync();
        await window.Page.WaitForURLAsync(new Regex($"/some/where/models/{Regex.Escape(asked[0])}/$"));
    }

    [Fact]
    public async Task Cards_of_evidence_charts_and_the_switch_of_rows_work_as_on_the_site()
    {
        await using var window = await Open(Pair);
        await window["#specs a[data-e]"].First.ClickAsync();
        await Expect(window["[role=dialog]"]).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        var rows = window["#specs tbody tr:visible"];
        var all = await rows.CountAsync();
        await window["#only-differences"].CheckAsync();
        (await rows.CountAsync()).ShouldBeLessThan(all);
        await window.Go(await copy.Address() + "/benchmarks/swe-bench-verified/");
        await Expect(window["assay-chart-filter select"].First).ToBeVisibleAsync();
        await window["assay-chart-filter select[name=weights]"].SelectOptionAsync("open");
        await Expect(window["assay-chart-filter output"]).ToContainTextAsync("results of this page");
    }

    [Fact]
    public async Task The_box_of_a_copy_leads_to_models_and_comparisons_that_it_has()
    {
        await using var window = await Open("/");
        var box = window["main input[name=q]"];
        await box.FillAsync("gpt-4-vision-preview vs gemma-3-12b-it");
        await box.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/compare/gemma-3-12b-it-vs-gpt-4-vision-preview/");

        var small = window["header input[name=q]"];
        await small.PressSequentiallyAsync("gemma 3 12b");
        await Expect(window["[role=option]:visible"].First).ToContainTextAsync("google/gemma-3-12b-it");
        await small.FillAsync("nothing is called so");
        await small.PressAsync("Enter");
        await Expect(window["header [role=status]"]).ToContainTextAsync("Nothing in this copy is called");
    }
}
