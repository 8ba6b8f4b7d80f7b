using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

/// <summary>Changes, lifecycle and past days, without scripts too.</summary>
public sealed class HistoryTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_form_of_changes_narrows_the_list(bool scripts)
    {
        await using var window = await chromium.Open("/changes?since=2026", new() { Scripts = scripts });
        await window["select[name=kind]"].SelectOptionAsync("lifecycle");
        await window["input[name=model]"].FillAsync("gpt-4o");
        await window["form.filters button"].ClickAsync();
        await Expect(window["main tbody th"].First).ToContainTextAsync("GPT-4o");
        window.Page.Url.ShouldContain("kind=lifecycle");
        window.Page.Url.ShouldContain("since=2026");
        await window["main tbody td a.f"].First.ClickAsync();
        await Expect(window[scripts ? ".card" : ".evidence > li:target"]).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_past_day_is_kept_from_page_to_page_until_one_goes_back_to_today(bool scripts)
    {
        await using var window = await chromium.Open("/models?q=gpt-4o&asof=2026-01-15", new() { Scripts = scripts });
        await window["tbody th a"].First.ClickAsync();
        await Expect(window[".pin"]).ToContainTextAsync("As of 2026-01-15");
        await window["nav[aria-label=Main] a[href^='/lifecycle']"].ClickAsync();
        await Expect(window[".pin"]).ToContainTextAsync("As of 2026-01-15");
        await window[".pin a"].ClickAsync();
        await Expect(window[".pin"]).ToHaveCountAsync(0);
        window.Page.Url.ShouldEndWith("/lifecycle");
    }
}
