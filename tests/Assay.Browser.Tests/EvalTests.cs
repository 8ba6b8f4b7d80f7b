using System.Text.RegularExpressions;
using Assay.Tests.Evaluation.Reports;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests;

/// <summary>Pages of runs in a browser.</summary>
public sealed class EvalTests(Chromium chromium) : IDisposable
{
    private const string Run = $"/evals/{RunSite.First}";
    private static readonly AxeRunOptions Rules = new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    private readonly RunSite site = Site();

    private static RunSite Site()
    {
        var filled = new RunSite().WithRuns();
        SeededReplies.WriteBoxes(filled.Store);
        SeededReplies.WriteJudged(filled.Store);
        return filled;
    }

    private string? address;

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("/evals", 1280, false)]
    [InlineData("/evals", 390, true)]
    [InlineData(Run, 1280, false)]
    [InlineData(Run, 1280, true)]
    [InlineData(Run, 390, false)]
    [InlineData(Run + "?against=" + RunSite.Newer + "&by=id&state=failed&q=times", 390, true)]
    [InlineData("/evals/" + RunSite.Often, 1280, false)]
    [InlineData("/evals/" + RunSite.Stopped, 1280, false)]
    [InlineData(Run + "/samples/q00003", 1280, false)]
    [InlineData("/evals/" + SeededReplies.Boxes + "/samples/street", 1280, false)]
    [InlineData("/evals/" + SeededReplies.Boxes + "/samples/street", 390, true)]
    [InlineData("/evals/" + SeededReplies.Judged + "/samples/e0", 390, false)]
    [InlineData("/evals/" + SeededReplies.Judged, 1280, true)]
    [InlineData("/evals/suites/vision-basics", 390, false)]
    [InlineData(Run + "/samples/q00005", 390, true)]
    public async Task Pages_stand_within_the_window_and_axe_finds_nothing(string path, int width, bool dark)
    {
        await using var window = await Open(path, new() { Width = width, Height = 844, Dark = dark });
        (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        if (Environment.GetEnvironmentVariable("ASSAY_SCREENSHOTS") is { Length: > 0 })
            await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Assay.Tests.Web.Folders.Repository, "artifacts", "screenshots", $"{Regex.Replace(path.Trim('/'), "[^a-zA-Z0-9]+", "-")}.{width}.{(dark ? "dark" : "light")}.png"), FullPage = true });
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        var found = await window.Page.RunAxe(Rules);
        found.Violations.Select(v => $"{v.Id} ({v.Impact}): {v.Help} {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html + " " + string.Join(" ", n.Any.Select(a => a.Message))))}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Samples_are_filtered_paged_and_opened_with_and_without_scripts(bool scripts)
    {
        await using var window = await Open(Run, new() { Scripts = scripts });
        await Expect(window["#samples tbody tr"]).ToHaveCountAsync(30);
        await window["#samples a[rel=next]"].ClickAsync();
        await Expect(window["#samples .pages"]).ToContainTextAsync("Page 2 of 2");
        await window["#samples select[name=category]"].SelectOptionAsync("Reading");
        await window["#samples select[name=failed_by]"].SelectOptionAsync("acme/heron-2");
        await window["#samples button"].ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("category=Reading.*failed_by=acme"));
        var shown = await window["#samples tbody tr"].CountAsync();
        shown.ShouldBeInRange(1, 20);
        await window["#samples tbody th a"].First.ClickAsync();
        await Expect(window["#replies article"]).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task The_items_where_two_differ_are_a_click_away()
    {
        await using var window = await Open(Run + "?a=local/owl&b=birch/finch:free");
        var words = await window["#pair dd a"].First.InnerTextAsync();
        await window["#pair dd a"].First.ClickAsync();
        await Expect(window["#samples [role=status]"]).ToContainTextAsync(Regex.Match(words, "[0-9]+").Value + " of 60 samples");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_is_labelled_with_and_without_scripts_and_the_name_is_remembered(bool scripts)
    {
        await using var window = await Open("/evals/" + SeededReplies.Judged + "/samples/e0", new() { Scripts = scripts, Width = 390, Height = 844 });
        await window[".label-form input[name=person]"].FillAsync("Ann");
        await window[".label-form button[value=fail]"].ClickAsync();
        await Expect(window[".labels-of-people"]).ToContainTextAsync("Ann: wrong, unlike the score");
        await window.Go("/evals/" + SeededReplies.Judged + "/samples/e1");
        await Expect(window[".label-form input[name=person]"]).ToHaveValueAsync("Ann");
        await window.Go("/evals/" + SeededReplies.Judged);
        await Expect(window["#people"]).ToContainTextAsync("over 1 answer, 0 of them alike.");
    }

    [Fact]
    public async Task A_reply_does_nothing_in_the_page()
    {
        await using var window = await Open(Run + "/samples/q00003");
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        (await window["#replies img"].CountAsync()).ShouldBe(0);
        await Expect(window["#replies"]).ToContainTextAsync("<script>alert(1)</script>");
    }

    private Task<Window> Open(string path, WindowOptions options) => chromium.Open(path, options with { At = address ??= site.Listen() });

    private Task<Window> Open(string path) => Open(path, new());
}
