using System.Globalization;
using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Host.Catalog;

namespace Assay.Bench;

/// <summary>The catalogue made anew with every real list imported: claims from the store, facts from claims, and what both take of memory.</summary>
internal static class RebuildBench
{
    public static void Run(BenchRequest request)
    {
        if (request.Shared is not { } shared)
        {
            Console.WriteLine("## The catalogue made anew\n\nNot measured: name the folder of the shared data with --shared FOLDER.");
            return;
        }
        var folder = Child.NewFolder();
        try
        {
            var workspace = new Workspace(folder, null, TimeProvider.System);
            RealLists.Import(workspace.Store, shared);
            var day = DateOnly.FromDateTime(DateTime.UtcNow);
            var empty = Held();
            var first = Timing.Once(() => workspace.LoadClaims());
            var claims = workspace.LoadClaims();
            var loaded = Held();
            var cold = Timing.Once(() => CatalogBuilder.Build(claims, day));
            var catalog = CatalogBuilder.Build(claims, day);
            var built = Held();
            AskAll(catalog);
            var resolved = Held();
            var history = new CatalogHistory(AsKnown.By(claims, day), catalog);
            var known = Held();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{catalog.Models.Count} models, {catalog.Models.Sum(m => m.Offers.Count + m.Variants.Count) + catalog.OffersOfNoModel.Count} offers, {claims.Count} claims, {catalog.ClaimCount} of them hold. The first time in a process: {first:0} ms to load, {cold:0} ms to build.\n"));
            Timing.Print("The catalogue made anew, in one process",
            [
                Timing.Of("claims loaded from the store", request.Runs, () => workspace.LoadClaims(), warmup: 3),
                Timing.Of("snapshot built from claims in memory", request.Runs, () => CatalogBuilder.Build(claims, day), warmup: 3),
                Timing.Of("snapshot built, and every fact of it asked for", request.Runs, () => AskAll(CatalogBuilder.Build(claims, day)), warmup: 3),
                Timing.Of("its history worked out", request.Runs, () => _ = new CatalogHistory(AsKnown.By(claims, day), catalog), warmup: 3),
            ]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nMemory of objects: claims {Megabytes(loaded - empty)}, snapshot {Megabytes(built - loaded)}, all its facts {Megabytes(resolved - built)}, history {Megabytes(known - resolved)} MB."));
            GC.KeepAlive((claims, catalog, history));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Facts are worked out when they are first asked for: a page that sorts by everything asks for all.</summary>
    private static void AskAll(CatalogSnapshot catalog)
    {
        foreach (var model in catalog.Models)
        {
            _ = (model.Name, model.Aliases, model.Family, model.Architecture, model.Weights, model.CommercialUse, model.VramGb, model.ParametersActive, model.Lifecycle, model.Results, model.ClaimsOfRank);
            foreach (var row in Assay.Comparison.Spec.All) row.Of(model);
            foreach (var (_, fact) in model.Capabilities) _ = fact.State;
            foreach (var (_, fact) in model.Tasks) _ = fact.State;
        }
        foreach (var offer in catalog.Models.SelectMany(m => m.Offers.Concat(m.Variants)).Concat(catalog.OffersOfNoModel))
        {
            _ = (offer.Name, offer.Prices, offer.ContextWindow, offer.MaxInput, offer.MaxOutput, offer.ModalitiesIn, offer.ModalitiesOut, offer.FreeTier, offer.Lifecycle);
            foreach (var (_, fact) in offer.Capabilities) _ = fact.State;
        }
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
}
