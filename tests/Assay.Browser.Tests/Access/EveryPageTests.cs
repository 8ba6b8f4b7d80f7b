using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Browser.Tests.Access;

public sealed class EveryPageTests(FullSite site)
{
    [Fact]
    public async Task Every_route_of_a_page_is_checked_for_access()
    {
        await site.Ready();
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => e.RoutePattern).ToArray();
        var met = EveryPage.Paths.Select(p => EveryPage.RouteOf(p, routes)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        routes.Length.ShouldBeGreaterThan(25);
        routes.Select(r => r.RawText!).Where(r => !met.Contains(r)).ShouldBeEmpty("Give the page a line in EveryPage.Paths.");
    }

    [Fact]
    public async Task Titles_tell_pages_apart()
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in EveryPage.Paths.Where(p => !p.Contains('?', StringComparison.Ordinal) && !p.StartsWith("/arena/battles/", StringComparison.Ordinal) && !p.Contains("nothing", StringComparison.Ordinal)))
        {
            var title = (await site.Get(path)).Title;
            title.Trim().ShouldNotBeEmpty(path);
            titles.TryAdd(title, path).ShouldBeTrue($"{path} and {titles[title]} are both called '{title}'");
        }
    }
}
