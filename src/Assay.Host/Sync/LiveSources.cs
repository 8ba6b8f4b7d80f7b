using Assay.Host.Catalog;

namespace Assay.Host.Sync;

/// <summary>The sources as the site shows them: looked at in the store at most every two seconds, so no page waits for it. Thread-safe.</summary>
public sealed class LiveSources(ICatalogSource source, LiveCatalog live, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private SourcesView? view;
    private long lookedAt;

    public SourcesView Current
    {
        get
        {
            lock (gate)
            {
                var now = time.GetTimestamp();
                if (view is not null && time.GetElapsedTime(lookedAt, now) < LookEvery) return view;
                lookedAt = now;
                return view = SourcesView.Of(source.LoadSources(), live.Claims, live.Today);
            }
        }
    }
}
