using System.Text.RegularExpressions;
using Assay.Tests.Web;
using Microsoft.Playwright;
using Xunit;

namespace Assay.Browser.Tests;

/// <summary>
/// Pictures for eyes into <c>artifacts/screenshots</c>: every page in every state, three widths, light and dark, then once each without scripts,
/// twice as large, and the comparison on paper. Only with ASSAY_SCREENSHOTS=1, or with ASSAY_SCREENSHOTS="ADDRESS PATH…", which takes them of a
/// site that runs there, of these paths as well.
/// </summary>
public sealed class ScreenshotTests(Chromium chromium)
{
    private static readonly string[] Pages =
    [
        .. Chromium.Pages, "/models?q=gemma&filter=vision%3Dyes&sort=cost", "/models?q=zzzz", "/models?filter=colour%3Dred", "/models/openai/gpt-4-vision-preview",
        "/models/upstage/solar-pro2", "/models/google/gema", "/providers/openai", Chromium.Scenario + "?in=many", Chromium.Scenario + "?diff=1&asof=2024-01-01",
    ];

    [Fact]
    public async Task Pictures_are_taken()
    {
        var asked = (Environment.GetEnvironmentVariable("ASSAY_SCREENSHOTS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.SkipWhen(asked.Length == 0, "Pictures are taken with ASSAY_SCREENSHOTS=1, or with ASSAY_SCREENSHOTS=\"ADDRESS PATH…\".");
        var site = new WindowOptions { At = asked[0] == "1" ? null : asked[0].TrimEnd('/') };
        foreach (var path in Pages.Concat(asked.Skip(1)))
        {
            foreach (var width in (int[])[390, 1280, 1920])
                foreach (var dark in (bool[])[false, true]) await Take(path, site with { Width = width, Height = width == 390 ? 844 : 800, Dark = dark }, dark ? "dark" : "light");
            await Take(path, site with { Scripts = false }, "plain");
            // 200 % zoom leaves half the width.
            await Take(path, site with { Width = 640, Height = 400 }, "zoomed");
        }
        await using var window = await chromium.Open(Chromium.Scenario, site);
        await window.Page.PdfAsync(new() { Format = "A4", Path = Target("comparison.pdf") });
    }

    private async Task Take(string path, WindowOptions options, string kind)
    {
        await using var window = await chromium.Open(path, options);
        var name = Regex.Replace(path.Trim('/'), "[^a-zA-Z0-9.]+", "-") is { Length: > 0 } n ? n : "start";
        await window.Page.ScreenshotAsync(new() { Path = Target($"{name[..Math.Min(name.Length, 80)]}.{options.Width}.{kind}.png"), FullPage = true });
    }

    private static string Target(string name) => Path.Combine(Folders.Repository, "artifacts", "screenshots", name);
}
