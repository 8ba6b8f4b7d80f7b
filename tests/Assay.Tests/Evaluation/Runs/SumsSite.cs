using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assay.Tests.Evaluation;

/// <summary>The site on a real clock with the suite "sums" of forty samples, and a provider of this machine that answers it.</summary>
internal sealed class SumsSite : IAsyncDisposable
{
    public const string Model = "openai/gpt-4o-mini";
    public const int Samples = 40;

    private SumsSite(TrialServer server) => Server = server;

    public Site Site { get; } = new(FixedClaims.Curated) { Replace = services => services.RemoveAll<TimeProvider>().AddSingleton(TimeProvider.System) };
    public TrialServer Server { get; }

    /// <param name="delay">Of each answer.</param>
    public static async Task<SumsSite> Start(TimeSpan delay)
    {
        var it = new SumsSite(await TrialServer.Start(delay));
        var suite = Directory.CreateDirectory(Path.Combine(it.Site.Data, "suites", "sums")).FullName;
        await File.WriteAllTextAsync(Path.Combine(suite, "suite.yaml"), "id: sums\nversion: \"1\"\ntitle: Sums\nlicence: MIT\ncategories: [plus]\ndefault_scorer: number\nparameters: { max_output_tokens: 50 }\n");
        await File.WriteAllTextAsync(Path.Combine(suite, "samples.jsonl"), string.Concat(Enumerable.Range(0, Samples).Select(i => $$"""{"id":"s{{i}}","category":"plus","input":"{{i}} + {{i}}? [#{{i}}]","target":"{{2 * i}}"}""" + "\n")));
        await File.WriteAllTextAsync(Path.Combine(it.Site.Data, "assay.yaml"), $"providers:\n  openai: {{ protocol: openai-chat, base_url: {it.Server.Address}, models: [gpt-4o-mini] }}\n");
        return it;
    }

    /// <summary>The site on a port of its own, for browsers.</summary>
    public string Listen()
    {
        Site.UseKestrel(0);
        Site.StartServer();
        return Site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Server.DisposeAsync();
    }
}
