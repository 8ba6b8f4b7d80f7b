using Shouldly;
using Xunit;

namespace Assay.Browser.Tests.Access;

/// <summary>Pages magnified, and with the spaces that a reader has set.</summary>
public sealed class ReflowTests(Chromium chromium, FullSite site)
{
    public static TheoryData<string> Pages => EveryPage.Theory;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_lost_at_400_percent_at_200_percent_and_with_wider_spaces(string path)
    {
        await using var window = await site.Open(chromium, path, new() { Still = true });
        var faults = new List<string>();
        await Look("motion", 1280);
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        foreach (var width in (int[])[640, 320]) await Look("reflow", width);
        await window.Ready();
        await window.Page.EvaluateAsync("() => probe.space()");
        foreach (var width in (int[])[320, 1280])
        {
            await Look("reflow", width);
            await Look("cut", width);
        }
        faults.ShouldBeEmpty();

        async Task Look(string question, int width)
        {
            await window.Page.SetViewportSizeAsync(width, 800);
            faults.AddRange((await window.Ask(question)).Select(f => $"{question} at {width} px: {f}"));
        }
    }
}
