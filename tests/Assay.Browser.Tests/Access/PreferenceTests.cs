using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests.Access;

/// <summary>What a reader has set in the system: less motion, colours of their own.</summary>
public sealed class PreferenceTests(Chromium chromium, FullSite site)
{
    [Fact]
    public async Task Who_asked_for_less_motion_sees_a_card_at_once()
    {
        await using var window = await site.Open(chromium, Chromium.Scenario, new() { Still = true });
        await window["#specs a[data-e]"].First.ClickAsync();
        await Expect(window[".card"]).ToBeVisibleAsync();
        (await window.Ask("motion")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Chromium.Scenario, false)]
    [InlineData(Chromium.Six, true)]
    [InlineData("/arena/leaderboard?task=ask", true)]
    [InlineData("/evals/" + Assay.Tests.Evaluation.Reports.RunSite.First, false)]
    [InlineData("/benchmarks/swe-bench-verified", true)]
    [InlineData("/models?m=gpt-4o", true)]
    public async Task In_colours_of_the_system_marks_and_states_are_still_told(string path, bool dark)
    {
        await using var window = await site.Open(chromium, path, new() { Forced = true, Dark = dark, Height = 1600 });
        (await window.Ask("forced")).ShouldBeEmpty();
        if (Environment.GetEnvironmentVariable("ASSAY_SCREENSHOTS") is { Length: > 0 })
            await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Assay.Tests.Web.Folders.Repository, "artifacts", "screenshots", $"forced-{System.Text.RegularExpressions.Regex.Replace(path.Split('?')[0].Trim('/'), "[^a-z0-9]+", "-")}.png") });
    }

    [Theory]
    [InlineData("/models?m=gpt-4o")]
    [InlineData("/playground?task=detect")]
    public async Task In_colours_of_the_system_the_focus_is_seen(string path)
    {
        await using var window = await site.Open(chromium, path, new() { Forced = true, Dark = true });
        (await KeyboardTests.Walk(window, 120)).ShouldBeEmpty();
    }
}
