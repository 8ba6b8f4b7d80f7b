using System.Text.RegularExpressions;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class DifferencesTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_rows_that_differ_are_shown_on_demand(bool scripts)
    {
        await using var window = await chromium.Open(Chromium.Scenario, new() { Scripts = scripts });
        var same = window["tr.same"];
        var all = await same.CountAsync();
        all.ShouldBeGreaterThan(0);
        await Expect(window["tr.same:visible"]).ToHaveCountAsync(all);
        await window["#only-differences"].CheckAsync();
        await Expect(window["tr.same:visible"]).ToHaveCountAsync(0);
        await Expect(window["#capabilities tbody tr:visible"].First).ToBeVisibleAsync();
        await window["#only-differences"].UncheckAsync();
        await Expect(window["tr.same:visible"]).ToHaveCountAsync(all);
    }

    [Fact]
    public async Task The_address_keeps_the_choice()
    {
        await using var window = await chromium.Open(Chromium.Scenario + "?in=5M");
        await window["#only-differences"].CheckAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("in=5M&diff=1$"));
        await window.Page.ReloadAsync();
        await Expect(window["#only-differences"]).ToBeCheckedAsync();
        await Expect(window["tr.same:visible"]).ToHaveCountAsync(0);
        await window["form.traffic input[name=in]"].FillAsync("1.6B");
        await Expect(window.Page).ToHaveURLAsync(new Regex("in=1\\.6B&diff=1$"));
        await Expect(window["tr.same:visible"]).ToHaveCountAsync(0);
        await window["#only-differences"].UncheckAsync();
        await Expect(window.Page).Not.ToHaveURLAsync(new Regex("diff"));
    }

    [Fact]
    public async Task An_address_with_the_choice_works_without_scripts()
    {
        await using var window = await chromium.Open(Chromium.Scenario + "?diff=1", new() { Scripts = false });
        await Expect(window["#only-differences"]).ToBeCheckedAsync();
        await Expect(window["tr.same:visible"]).ToHaveCountAsync(0);
    }
}
