using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class ComparisonChartTests(Chromium chromium)
{
    private const string Page = "/compare/deepseek-v4-pro-vs-kimi-k2.5-vs-glm-4.6-vs-gpt-4.1-mini";

    [Theory]
    [InlineData(360, false)]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Charts_stand_within_the_page_and_no_word_of_them_is_outside(int width, bool dark)
    {
        await using var window = await chromium.Open(Page, new() { Width = width, Height = 844, Dark = dark });
        (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await window["#charts .chart"].CountAsync()).ShouldBe(3);
        (await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("#charts .chart text")].filter(t => getComputedStyle(t).display != "none").map(t => [t.textContent, t.getBoundingClientRect(), t.closest("svg.chart").getBoundingClientRect()])
              .filter(([, t, svg]) => t.left < svg.left - 2 || t.right > svg.right + 12 || t.left < 0 || t.right > innerWidth).map(([text]) => text)
            """)).ShouldBeEmpty();
        // Marks have the colours of the heads of tables.
        (await window.Page.EvaluateAsync<string[]>("() => [0, 1, 2, 3].filter(i => getComputedStyle(document.querySelector(`#charts .dot.s${i}`)).fill != getComputedStyle(document.querySelector(`thead .m${i}`)).fill).map(String)")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_of_the_traffic_changes_the_charts_and_their_files()
    {
        await using var window = await chromium.Open(Page);
        await Expect(window["#charts h3"].First).ToHaveTextAsync("Monthly cost at 800M input and 250M output tokens");
        await window["form.traffic input[name=in]"].FillAsync("1.6B");
        await Expect(window["#charts h3"].First).ToHaveTextAsync("Monthly cost at 1.6B input and 250M output tokens");
        (await window["#charts .figure-links a"].First.GetAttributeAsync("href")).ShouldBe($"/charts{Page}/cost.svg?in=1.6B");
    }

    [Fact]
    public async Task Without_scripts_each_chart_opens_its_table()
    {
        await using var window = await chromium.Open(Page, new() { Scripts = false });
        (await window["#charts details"].CountAsync()).ShouldBe(3);
        await window["#charts summary"].First.ClickAsync();
        await Expect(window["#charts table"].First).ToBeVisibleAsync();
        (await window["#charts table"].First.Locator("tbody tr").CountAsync()).ShouldBe(4);
    }
}
