using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Browser.Tests;

/// <summary>Names of ten thousand letters without a blank, and names that are scripts: pages keep their width, and nothing runs.</summary>
public sealed class HostileLayoutTests(Chromium chromium) : IDisposable
{
    private readonly Site site = new(new FixedClaims(HostileCatalog.Raw()));

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task No_page_scrolls_sideways_and_no_script_runs_whatever_things_are_called()
    {
        site.UseKestrel(0);
        site.StartServer();
        var at = site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        var wide = new List<string>();
        foreach (var path in (string[])["/", "/models", "/models/acme/endless", "/providers/shop", "/compare/endless-vs-plain", "/compare", "/benchmarks", "/benchmarks/quiz", "/changes?since=2020", "/lifecycle", "/conflicts", "/offers/of-no-model"])
        {
            await using var window = await chromium.Open(path, new() { At = at, Width = 360, Height = 800 });
            // An alert that a name brought about would hold the page up, and is noted as a fault.
            foreach (var width in (int[])[360, 1280])
            {
                await window.Page.SetViewportSizeAsync(width, 900);
                var scroll = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                if (scroll > width) wide.Add($"{path} at {width}: {scroll}: {string.Join("; ", await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll')).slice(0, 3).map(e => e.outerHTML.slice(0, 140))"))}");
            }
            (await window["img, script:not([src]):not([type='application/ld+json'])"].CountAsync()).ShouldBe(0, path);
        }
        wide.ShouldBeEmpty();
    }
}
