using System.Text.Json.Nodes;
using Assay.Adapters.Storage;
using Assay.Host.Catalog;
using Assay.Host.Evaluation;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Tests.Evaluation.Reports;

/// <summary>The site with runs in its store.</summary>
public sealed class RunSite : IDisposable
{
    public const string First = "01kaaa0000000000000000aaaa", Second = "01kbbb0000000000000000bbbb", Often = "01kccc0000000000000000cccc", Newer = "01kddd0000000000000000dddd", Stopped = "01keee0000000000000000eeee";

    private readonly Site site = new(FixedClaims.Curated);
    private readonly Lazy<HttpClient> client, plain;

    public RunSite()
    {
        client = new(() => site.CreateClient());
        plain = new(() => site.Plain());
        Store = Store.Open(Workspace.StorePath(site.Data));
    }

    internal Store Store { get; }
    internal HttpClient Client => client.Value;

    /// <summary>Follows no redirects.</summary>
    internal HttpClient Plain => plain.Value;
    internal RunReports Reports => site.Services.GetRequiredService<RunReports>();

    /// <summary>Two runs of one suite, one with repetitions and clusters, one of a newer version, one that was stopped.</summary>
    internal RunSite WithRuns()
    {
        new SeededRuns(First).Write(Store);
        new SeededRuns(Second) { Seed = 2, Models = [SeededRuns.Three[0] with { Skill = 0.5 }, SeededRuns.Three[1]] }.Write(Store);
        new SeededRuns(Often) { Seed = 3, Repetitions = 3, Clustered = true }.Write(Store);
        new SeededRuns(Newer) { Seed = 4, Version = "2" }.Write(Store);
        new SeededRuns(Stopped) { Seed = 5, Ended = Assay.Evaluation.RunEventKind.Stopped, Asked = 70 }.Write(Store);
        return this;
    }

    internal Task<Page> Get(string address) => Page.Get(Client, address);

    internal async Task<JsonNode> Json(string address) => JsonNode.Parse(await Client.GetStringAsync(new Uri(address, UriKind.Relative)))!;

    /// <summary>The site on a port of its own, for browsers.</summary>
    public string Listen()
    {
        site.UseKestrel(0);
        site.StartServer();
        return site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public void Dispose() => site.Dispose();
}
