using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Assay.Browser.Tests.Access;

/// <summary>Everything is reached and worked with keys alone, and where they are is always seen.</summary>
public sealed class KeyboardTests(Chromium chromium, FullSite site)
{
    public static TheoryData<string> Pages => EveryPage.Theory;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Tab_reaches_everything_and_its_place_is_seen(string path)
    {
        await using var window = await site.Open(chromium, path);
        var faults = new List<string>();
        foreach (var width in (int[])[1280, 390])
        {
            await window.Page.SetViewportSizeAsync(width, 800);
            await window.Page.ReloadAsync();
            await window.Ready();
            var stops = await window.Page.EvaluateAsync<int>("() => probe.begin()");
            // Sent without waiting for each: the page takes them in order. A few more, for places the page does not list (frames, boxes that scroll).
            foreach (var few in Enumerable.Range(0, stops + 12).Chunk(64)) await Task.WhenAll(few.Select(_ => window.Page.Keyboard.DownAsync("Tab")));
            faults.AddRange((await window.Ask("end")).Select(f => $"{width} px: {f}"));
        }
        faults.ShouldBeEmpty();
    }
}
