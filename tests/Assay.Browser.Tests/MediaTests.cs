using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class MediaTests(Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_comparison_prints_without_its_controls_on_white(bool dark)
    {
        await using var window = await chromium.Open(Chromium.Scenario, new() { Dark = dark, Width = 794 });
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var control in (string[])["form.traffic", ".switches", ".jump >> nth=0", ".jump >> nth=1", ".site nav", ".evidence", ".why >> nth=0"]) await Expect(window[control]).ToBeHiddenAsync();
        await Expect(window[".verdict"].First).ToBeVisibleAsync();
        await Expect(window[".printed"]).ToContainTextAsync("800M input and 250M output tokens");
        await Expect(window[".printed"]).ToBeVisibleAsync();
        await Expect(window["#capabilities table"]).ToBeVisibleAsync();
        (await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(794);
        var pdf = await window.Page.PdfAsync(new() { Format = "A4" });
        pdf.Length.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public async Task Nothing_moves_for_readers_who_asked_for_less_motion()
    {
        await using var window = await chromium.Open(Chromium.Scenario, new() { Still = true });
        await window["#specs a[data-e]"].First.ClickAsync();
        (await window[".card"].EvaluateAsync<string>("c => getComputedStyle(c).animationName")).ShouldBe("none");
        (await window.Page.EvaluateAsync<int>("document.getAnimations().length")).ShouldBe(0);
    }

    [Fact]
    public async Task No_animation_is_longer_than_150_milliseconds()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        await window["#specs a[data-e]"].First.ClickAsync();
        (await window[".card"].EvaluateAsync<double>("c => Math.max(...getComputedStyle(c).animationDuration.split(',').map(parseFloat))")).ShouldBeLessThanOrEqualTo(0.15);
    }

    [Fact]
    public async Task Light_and_dark_differ_and_follow_the_reader()
    {
        async Task<string> Background(bool dark)
        {
            await using var window = await chromium.Open("/", new() { Dark = dark });
            return await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        }
        (await Background(dark: true)).ShouldNotBe(await Background(dark: false));
    }
}
