using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class DecisionTests(Chromium chromium)
{
    private const string Record = "/decide/gemma-3-12b-it-vs-gpt-4-vision-preview";

    [Theory]
    [InlineData(Record, false, 1280)]
    [InlineData(Record, true, 1280)]
    [InlineData(Record + "?chosen=gemma-3-12b-it&by=Ada&because=It+is+cheaper", false, 390)]
    public async Task Axe_finds_nothing_on_a_record_and_nothing_scrolls_sideways(string path, bool dark, int width)
    {
        await using var window = await chromium.Open(path, new() { Dark = dark, Width = width, Height = 844 });
        var found = await window.Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html))}").ShouldBeEmpty();
        found.Passes.ShouldNotBeEmpty();
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task A_record_prints_on_A4_without_being_cut()
    {
        await using var window = await chromium.Open(Record, new() { Width = 680, Dark = true });
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(680);
        (await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        (await window.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.unknown')).color")).ShouldNotBe("rgb(168, 168, 168)", "grey for a dark screen");
        (await window.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true })).Length.ShouldBeGreaterThan(20_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_button_downloads_the_record_with_and_without_scripts(bool scripts)
    {
        await using var window = await chromium.Open(Chromium.Scenario + "?in=2B", new() { Scripts = scripts });
        await window["#decide select[name=chosen]"].SelectOptionAsync("Gemma 3 12B Instruct");
        await window["#decide textarea"].FillAsync("It is cheaper.");
        foreach (var (button, ending) in new[] { ("HTML", ".html"), ("Markdown", ".md"), ("JSON", ".json") })
        {
            var download = await window.Page.RunAndWaitForDownloadAsync(() => window[$"#decide button:has-text(\"{button}\")"].ClickAsync());
            download.SuggestedFilename.ShouldEndWith(ending);
            var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
            foreach (var part in (string[])["\"input_tokens\": 2000000000", "\"because\": \"It is cheaper.\"", "\"chosen\": \"google/gemma-3-12b-it\"", "\"as_of\": \"2026-11-21\""]) text.ShouldContain(part);
        }
    }

    [Fact]
    public async Task Recalculating_takes_the_new_traffic_into_the_form_and_keeps_what_was_typed()
    {
        await using var window = await chromium.Open(Chromium.Scenario);
        await window["#decide textarea"].FillAsync("Thought of long.");
        await window["form.traffic input[name=in]"].FillAsync("1.6B");
        await Expect(window["#decide input[name=in]"]).ToHaveValueAsync("1600000000");
        await Expect(window["#decide textarea"]).ToHaveValueAsync("Thought of long.");
    }
}
