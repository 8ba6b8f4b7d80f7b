using System.Text.RegularExpressions;
using Assay.Tests.Web;
using Xunit;

namespace Assay.Browser.Tests;

/// <summary>Pictures of every page into <c>artifacts/screenshots</c>, for eyes: only with ASSAY_SCREENSHOTS=1.</summary>
public sealed class ScreenshotTests(Chromium chromium)
{
    [Fact]
    public async Task Pictures_are_taken()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("ASSAY_SCREENSHOTS") == "1", "Pictures are taken with ASSAY_SCREENSHOTS=1.");
        foreach (var path in Chromium.Pages)
            foreach (var width in (int[])[390, 1280, 1920])
                foreach (var dark in (bool[])[false, true]) await Take(path, width, dark);
    }

    private async Task Take(string path, int width, bool dark)
    {
        await using var window = await chromium.Open(path, new() { Width = width, Height = width == 390 ? 844 : 900, Dark = dark });
        var name = Regex.Replace(path.Trim('/'), "[^a-zA-Z0-9.]+", "-") is { Length: > 0 } n ? n : "start";
        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Folders.Repository, "artifacts", "screenshots", $"{name}.{width}.{(dark ? "dark" : "light")}.png"), FullPage = true });
    }
}
