using Assay.Adapters.Storage;
using Assay.Adapters.Sync;

namespace Assay.Tests.Sync;

/// <summary>An invented catalogue in the form of models.dev: one shop with models m1, m2 … of one price.</summary>
internal static class Listing
{
    public static readonly FetchLimits Quick = new()
    {
        Connect = TimeSpan.FromSeconds(5), FirstByte = TimeSpan.FromSeconds(5), Whole = TimeSpan.FromSeconds(10), Delay = TimeSpan.FromMilliseconds(1), LongestWait = TimeSpan.FromSeconds(3),
    };

    public static SyncSource Source => SyncSources.All.First(s => s.Feed == "models.dev");

    public static string Json(int models, decimal price = 2, string extra = "") => "{\"shop\":{\"id\":\"shop\",\"name\":\"Shop\",\"models\":{" + string.Join(',', Enumerable.Range(1, models).Select(i =>
        $"\"m{i}\":{{\"id\":\"m{i}\",\"name\":\"M {i}\",\"release_date\":\"2026-01-01\",\"last_updated\":\"2026-01-01\",\"limit\":{{\"context\":{1000 + i},\"output\":100}},\"cost\":{{\"input\":{price},\"output\":8}}}}")) + extra + "}}}";

    /// <summary>Serves it as both files of the source.</summary>
    public static void Serve(this SourceServer server, string api) => server.Serve(("api.json", api), ("models.json", "{}"));

    public static Syncing Syncing(Store store, SourceServer server, out SyncSource source, IProgress<SyncStep>? progress = null, FetchLimits? limits = null)
    {
        source = Source.At(server.Address);
        progress ??= new Steps();
        return new(store, new WebFetch(limits ?? Quick, TimeProvider.System, new Random(1), progress), progress);
    }
}

/// <summary>Keeps every step.</summary>
internal sealed class Steps : IProgress<SyncStep>
{
    public List<SyncStep> All { get; } = [];

    public void Report(SyncStep value) => All.Add(value);
}
