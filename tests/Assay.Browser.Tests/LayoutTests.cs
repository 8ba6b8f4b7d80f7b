using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class LayoutTests(Chromium chromium)
{
    public static TheoryData<string> Pages => [.. Chromium.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_at_any_width(string path)
    {
        await using var window = await chromium.Open(path);
        foreach (var width in (int[])[360, 390, 768, 1280, 1920])
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            var wide = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            wide.ShouldBeLessThanOrEqualTo(width, $"{path} at {width} px: {string.Join("; ", await Outside(window))}");
        }
    }

    private static Task<string[]> Outside(Window window) => window.Page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')).slice(0, 4).map(e => e.outerHTML.slice(0, 120))");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_text_is_cut_off_or_outside_the_page(string path)
    {
        await using var window = await chromium.Open(path, new() { Width = 360, Height = 800 });
        // Scrollable regions may be wider than the page; what lies in them is reached by scrolling them.
        var outside = await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("h1,h2,h3,p,li,dt,dd,label,button,summary,input")]
              .filter(e => !e.closest(".scroll,.vh,.skip,details:not([open]) > :not(summary)") && e.getClientRects().length > 0)
              .filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.left < -1 || r.right > innerWidth + 1); })
              .map(e => e.tagName + " " + e.textContent.trim().slice(0, 60))
            """);
        outside.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280, 800, false)]
    [InlineData(1280, 800, true)]
    [InlineData(390, 844, false)]
    [InlineData(390, 844, true)]
    public async Task Verdict_and_cost_are_in_sight_without_scrolling(int width, int height, bool dark)
    {
        await using var window = await chromium.Open(Chromium.Scenario, new() { Width = width, Height = height, Dark = dark });
        foreach (var part in (ILocator[])[window[".verdict"].First, window[".bars .amount"].Nth(0), window[".bars .amount"].Nth(1)])
        {
            var box = (await part.BoundingBoxAsync()).ShouldNotBeNull();
            (box.Y + box.Height).ShouldBeLessThanOrEqualTo(height);
        }
    }

    [Theory]
    [InlineData(1280, 800, Chromium.Scenario)]
    [InlineData(390, 844, Chromium.Scenario)]
    [InlineData(1280, 800, Chromium.Three)]
    public async Task Model_names_stay_in_sight_while_a_table_is_read(int width, int height, string path)
    {
        await using var window = await chromium.Open(path, new() { Width = width, Height = height });
        await window["#capabilities tbody tr:nth-child(12)"].EvaluateAsync("row => { const r = row.getBoundingClientRect(); scrollBy(0, r.top - 200); }");
        var heads = window["#capabilities thead th:visible"];
        var names = 0;
        foreach (var head in await heads.AllAsync())
        {
            if ((await head.InnerTextAsync()).Trim().Length == 0 || await head.Locator(".vh").CountAsync() > 0) continue;
            var box = (await head.BoundingBoxAsync()).ShouldNotBeNull();
            box.Y.ShouldBeInRange(-2, 60);
            names++;
        }
        names.ShouldBe(path == Chromium.Three ? 3 : 2);
    }

    [Fact]
    public async Task Nothing_moves_after_the_page_is_there()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        var shift = await window.Page.EvaluateAsync<double>(
            """
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: "layout-shift", buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 300)));
            })
            """);
        shift.ShouldBeLessThan(0.02);
    }

    [Fact]
    public async Task The_first_thing_reached_with_Tab_skips_to_the_content()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window[".skip"]).ToBeFocusedAsync();
        await Expect(window[".skip"]).ToBeInViewportAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        window.Page.Url.ShouldEndWith("#content");
    }
}
