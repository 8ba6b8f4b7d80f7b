using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(Assay.Tests.Web.CuratedSite))]

namespace Assay.Tests.Web;

/// <summary>The site over the curated catalogue, started once for all tests.</summary>
public sealed class CuratedSite : IDisposable
{
    public const string Scenario = "/compare/gemma-3-12b-it-vs-gpt-4-vision-preview";

    /// <summary>One page of every kind.</summary>
    public static readonly string[] Pages =
    [
        "/", "/models", "/compare", Scenario, "/compare/gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5", "/models/google/gemma-3-12b-it", "/models/openai/gpt-4o", "/providers/azure", "/changes?since=2026", "/lifecycle", "/conflicts", "/methodology", "/benchmarks", "/benchmarks/swe-bench-verified", "/sources", "/playground", "/playground/history", "/arena", "/arena/leaderboard", "/evals", "/embed?m=gpt-4o&m=gpt-4o-mini", "/search?q=claude", "/api",
    ];

    private readonly Site site = new(FixedClaims.Curated);

    public CuratedSite() => (Client, Plain) = (site.CreateClient(), site.Plain());

    /// <summary>Follows redirects.</summary>
    public HttpClient Client { get; }

    /// <summary>Shows redirects as they are.</summary>
    public HttpClient Plain { get; }

    public IServiceProvider Services => site.Services;

    internal Task<Page> Page(string address) => Web.Page.Get(Client, address);

    internal async Task<JsonNode> Json(string address)
    {
        var text = await Client.GetStringAsync(new Uri(address, UriKind.Relative));
        return JsonNode.Parse(text).ShouldNotBeNull();
    }

    public void Dispose() => site.Dispose();
}
