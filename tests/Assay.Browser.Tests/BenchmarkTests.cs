using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class BenchmarkTests(Chromium chromium)
{
    private const string Page = "/benchmarks/swe-bench-verified";

    [Theory]
    [InlineData(360)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Charts_stand_within_the_page_at_every_width(int width)
    {
        await using var window = await chromium.Open(Page, new() { Width = width, Height = 844 });
        (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        // Text keeps its size whatever the width: nobody has to guess at labels on a phone.
        foreach (var text in await window[".chart text:visible"].AllAsync())
            (await text.EvaluateAsync<double>("t => parseFloat(getComputedStyle(t).fontSize)")).ShouldBeGreaterThanOrEqualTo(12);
        (await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(".chart.scatter .label")].filter(t => getComputedStyle(t).display != "none").map(t => [t.textContent, t.getBoundingClientRect(), t.closest("svg").getBoundingClientRect()])
              .filter(([, t, svg]) => t.left < svg.left - 2 || t.right > svg.right + 12).map(([text]) => text)
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_charts_tables_and_evidence_are_all_there()
    {
        await using var window = await chromium.Open(Page, new() { Scripts = false });
        await Expect(window["#scores-section .chart"]).ToBeVisibleAsync();
        (await window["assay-chart-filter form"].CountAsync()).ShouldBe(0);
        (await window["#scores-section .chart circle"].CountAsync()).ShouldBeGreaterThan(2);
        await Expect(window["#cost .chart"]).ToBeVisibleAsync();
        await window["#scores-section td a.value"].First.ClickAsync();
        window.Page.Url.ShouldContain("#e");
        await window["#cost summary"].First.ClickAsync();
        await Expect(window["#cost table"]).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_score_opens_its_evidence_beside_it()
    {
        await using var window = await chromium.Open(Page, new() { Still = true });
        await window["#scores-section td a.value"].First.ClickAsync();
        await Expect(window[".card"]).ToBeVisibleAsync();
        await Expect(window[".card"]).ToContainTextAsync("as of");
    }

    [Fact]
    public async Task The_filter_hides_rows_pales_marks_and_keeps_the_choice_in_the_address()
    {
        await using var window = await chromium.Open(Page, new() { Still = true });
        var rows = await window["#scores-section tr[data-row]:visible"].CountAsync();
        await window["assay-chart-filter select[name=weights]"].SelectOptionAsync("open");
        var open = await window["#scores-section tr[data-row]:visible"].CountAsync();
        open.ShouldBeInRange(1, rows - 1);
        (await window["#scores-section tr[data-row][data-weights=open]:visible"].CountAsync()).ShouldBe(open);
        (await window["#scores-section svg g[data-key]:not(.pale)"].CountAsync()).ShouldBeLessThan(await window["#scores-section svg g[data-key]"].CountAsync());
        await Expect(window["assay-chart-filter output"]).ToHaveTextAsync($"{open} of {rows} results of this page of the table");
        window.Page.Url.ShouldEndWith("#f:weights=open");
        await window.Page.ReloadAsync();
        await Expect(window["assay-chart-filter select[name=weights]"]).ToHaveValueAsync("open");
        await window["assay-chart-filter select[name=weights]"].SelectOptionAsync("");
        (await window["#scores-section tr[data-row]:visible"].CountAsync()).ShouldBe(rows);
        window.Page.Url.ShouldNotContain("#f:");
    }
}
