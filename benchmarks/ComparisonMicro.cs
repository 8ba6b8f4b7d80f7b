using System.Text.Json;
using Assay.Adapters.Importers;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Web;
using BenchmarkDotNet.Attributes;

namespace Assay.Bench;

/// <summary>The steps of a comparison, apart.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ComparisonMicro
{
    private readonly Comparer comparer = new();
    private IReadOnlyList<Claim> claims = [];
    private CatalogSnapshot catalog = null!;
    private Model[] pair = [];
    private ModelComparison comparison = null!;
    private ComparisonView view = null!;

    [GlobalSetup]
    public void Load()
    {
        var workspace = new Workspace(Child.NewFolder(), null, TimeProvider.System);
        if (Environment.GetEnvironmentVariable("ASSAY_BENCH_SNAPSHOT") is { } snapshot) new Importing(workspace.Store).Import(ImportFormats.Get("models.dev"), snapshot);
        claims = workspace.LoadClaims();
        catalog = CatalogBuilder.Build(claims, new(2026, 11, 21));
        pair = [catalog.ById("openai/gpt-4o")!, catalog.ById("openai/gpt-4o-mini")!];
        comparison = comparer.Compare(catalog, pair, TrafficProfile.Default);
        view = ComparisonViewBuilder.Build(comparison);
    }

    [Benchmark(Baseline = true)] public CatalogSnapshot BuildCatalogue() => CatalogBuilder.Build(claims, new(2026, 11, 21));
    [Benchmark] public ModelComparison Compare() => comparer.Compare(catalog, pair, TrafficProfile.Default);
    [Benchmark] public ComparisonView View() => ComparisonViewBuilder.Build(comparison);
    [Benchmark] public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(view, FastJson.Context.ComparisonView);
}
