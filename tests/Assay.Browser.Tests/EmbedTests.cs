using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

public sealed class EmbedTests(Chromium chromium)
{
    private const string Pair = "/embed/compare/gpt-4o-vs-gpt-4o-mini", Model = "/embed/models/openai/gpt-4o", Snippets = "/embed?m=gpt-4o&m=gpt-4o-mini";

    private static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    [Theory]
    [InlineData(Pair, false)]
    [InlineData(Pair, true)]
    [InlineData(Pair + "?theme=dark", false)]
    [InlineData(Model, false)]
    [InlineData(Model, true)]
    [InlineData("/embed/compare/gpt-4o-vs-nothing-like-this", false)]
    public async Task Axe_finds_nothing_in_an_embed(string path, bool dark)
    {
        await using var window = await chromium.Open(path, new() { Dark = dark, Width = 390, Height = 600, Scripts = true });
        (await window.Page.RunAxe(Rules)).Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}").ShouldBeEmpty();
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        var ground = await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        ground.ShouldBe(dark || path.EndsWith("dark", StringComparison.Ordinal) ? "rgb(20, 22, 26)" : "rgb(253, 253, 252)");
    }

    [Fact]
    public async Task The_page_of_snippets_previews_the_frame_and_the_badges()
    {
        await using var window = await chromium.Open(Snippets);
        var frame = window.Page.FrameLocator("iframe.preview");
        await Expect(frame.Locator("h1")).ToHaveTextAsync("GPT-4o vs GPT-4o mini");
        foreach (var picture in await window["#snippets img"].AllAsync())
        {
            (await picture.EvaluateAsync<int>("i => i.naturalWidth")).ShouldBeGreaterThan(200);
            (await picture.EvaluateAsync<int>("i => i.naturalHeight")).ShouldBe(20);
        }
        (await window["#snippets textarea"].First.InputValueAsync()).ShouldStartWith("<iframe src=\"" + chromium.Address + Pair + "\"");
    }

    [Fact]
    public async Task A_frame_is_high_enough_for_what_is_in_it()
    {
        foreach (var snippets in (string[])[Snippets, "/embed?m=gpt-4o"])
        {
            await using var window = await chromium.Open(snippets);
            var frame = window.Page.FrameLocator("iframe.preview");
            await Expect(frame.Locator(".foot")).ToBeVisibleAsync();
            (await frame.Locator("html").EvaluateAsync<int>("e => e.scrollHeight - e.clientHeight")).ShouldBeLessThanOrEqualTo(0, snippets);
        }
    }

    [Theory]
    [InlineData("/cards/site")]
    [InlineData("/cards/gemma-3-12b-it-vs-gpt-4-vision-preview")]
    [InlineData("/cards/models/openai/gpt-4o")]
    public async Task A_browser_draws_the_card_in_its_size(string card)
    {
        await using var window = await chromium.Open("/embed");
        foreach (var ending in (string[])[".svg", ".png"])
        {
            var size = await window.Page.EvaluateAsync<int[]>("async (address) => { const i = new Image(); i.src = address; await i.decode(); return [i.naturalWidth, i.naturalHeight]; }", card + ending);
            size.ShouldBe([1200, 630], card + ending);
        }
    }
}
