using System.Net;
using Assay.Host.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class CatalogRouteTests : IDisposable
{
    /// <summary>Every route that is a pure function of catalogue, day and address. What reads anything else (turns, votes, runs, settings, files) must not be among them.</summary>
    private static readonly string[] OfTheCatalogue =
    [
        "/", "api", "openapi/v1.json", "cards/models/{org}/{model}.png", "cards/models/{org}/{model}.svg", "cards/site.png", "cards/site.svg", "cards/{pair}.png", "cards/{pair}.svg",
        "embed", "embed/badge/models/{org}/{model}/{what}.svg", "embed/badge/{pair}.svg", "embed/compare/{pair}", "embed/models/{org}/{model}", "oembed", "robots.txt", "sitemap.xml", "sitemaps/models.xml", "sitemaps/pages.xml", "sitemaps/pairs-{number:long}.xml", "api/v1/benchmarks", "api/v1/benchmarks/{id}", "api/v1/changes", "api/v1/compare", "api/v1/conflicts", "api/v1/lifecycle", "api/v1/models", "api/v1/models/{org}/{model}", "api/v1/search", "search", "search.json", "charts/benchmarks/{id}/{chart:regex(^(scores|cost)$)}.{ext:regex(^(svg|png)$)}", "charts/compare/{pair}/{chart:regex(^(cost|context|score|history)$)}.{ext:regex(^(svg|png)$)}", "charts/models/{chart:regex(^(cost|context)$)}.{ext:regex(^(svg|png)$)}", "charts/models/{org}/{model}/{chart:regex(^history-(input|output|context)$)}.{ext:regex(^(svg|png)$)}",
        "benchmarks", "benchmarks.json", "benchmarks/{id}", "benchmarks/{id}.json", "changes", "changes.json", "compare", "compare.json", "compare/{pair}", "compare/{pair}.json", "conflicts", "conflicts.json", "index.json",
        "lifecycle", "lifecycle.json", "methodology", "models", "models.csv", "models.json", "models/{org}/{model}", "models/{org}/{model}.json", "models/{org}/{model}/prices.json", "offers/of-no-model", "offers/of-no-model.json", "providers/{id}", "providers/{id}.json", "names.json", "api/v1/decisions", "decide/{pair}", "decide/{pair}.json", "decide/{pair}.md",
    ];

    private readonly Site site = new(FixedClaims.Curated);

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Only_routes_that_are_approved_here_are_of_the_catalogue() =>
        (await Routes()).Where(r => r.Marked).Select(r => r.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(OfTheCatalogue.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_route_that_is_not_marked_never_gets_the_tag_of_the_catalogue()
    {
        using var client = site.Plain();
        // A name for each parameter: what matters is which route answers, not what it says.
        var unmarked = (await Routes()).Where(r => !r.Marked && r.Get && !r.Path.Contains("/events", StringComparison.Ordinal)).Select(r => "/" + System.Text.RegularExpressions.Regex.Replace(r.Path.TrimStart('/'), @"\{[^}]*(\([^)]*\)*)?[^}]*\}", "1")).Distinct().ToArray();
        unmarked.ShouldContain("/playground/history");
        unmarked.ShouldContain("/api/v1/sources");
        foreach (var address in unmarked)
        {
            using var reply = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (address.StartsWith("/feed.", StringComparison.Ordinal)) continue; // a tag of its own bytes
            reply.Headers.ETag.ShouldBeNull(address);
            reply.StatusCode.ShouldNotBe(HttpStatusCode.NotModified, address);
        }
    }

    private async Task<List<(string Path, bool Marked, bool Get)>> Routes()
    {
        using var client = site.Plain();
        var loader = site.Services.GetRequiredService<PageLoader>();
        var routes = new List<(string, bool, bool)>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // What stands on a page's class is known when the page is loaded.
            var marked = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await loader.LoadAsync(page, endpoint.Metadata)).HandlerTypeInfo.IsDefined(typeof(OfTheCatalogueAttribute), inherit: true) : endpoint.Metadata.GetMetadata<OfTheCatalogueAttribute>() is not null;
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
            var path = (endpoint.RoutePattern.RawText ?? "").TrimStart('/');
            routes.Add((path.Length == 0 ? "/" : path, marked, methods is null || methods.Contains("GET", StringComparer.Ordinal)));
        }
        return routes;
    }
}
