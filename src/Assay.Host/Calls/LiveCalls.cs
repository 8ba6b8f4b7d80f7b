using Assay.Adapters.Calls;
using Assay.Adapters.Engines;
using Assay.Adapters.Engines.Child;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Adapters.Images.Fetch;
using Assay.Adapters.Protocols;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Playground;

namespace Assay.Host.Calls;

/// <summary>
/// The one way to models of this process, with what it needs: connections, limits, engines of this machine, the library for images. One for a process, so
/// that its limits hold for all.
/// </summary>
public sealed class LiveCalls : IAsyncDisposable
{
    private readonly WireHttp http;
    private readonly SafeFetch fetch;
    private readonly EngineInstaller installer;
    private readonly LocalEngines engines;
    private readonly KeptSettings settings;

    public LiveCalls(LiveCatalog live, SettingsLocation settings, TimeProvider time)
    {
        (this.settings, http, fetch) = (new(settings), new(time), new(time));
        var folder = EngineFolder.Of(settings.DataFolder);
        installer = new(folder, time);
        Work = ImageWork.With(folder);
        engines = new(installer, EngineProgram.Of("assay"), new(), time) { CanRead = () => Work.Library.Missing is null };
        Pictures = new(Work);
        Caller = ModelCaller.Create(http, [new LocalProtocol(engines, Pictures.Raw)], () => live.Current, this.settings, Environment.GetEnvironmentVariable, time, new Random());
    }

    public ModelCaller Caller { get; }

    /// <summary>Where images are worked on.</summary>
    public ImageWork Work { get; }

    public IAsyncEnumerable<CallEvent> Call(CallRequest request, CancellationToken cancellationToken) => Caller.Call(request, null, cancellationToken);

    /// <summary>Under a cap, which is not passed.</summary>
    public IAsyncEnumerable<CallEvent> Call(CallRequest request, SpendCap cap, CancellationToken cancellationToken) => Caller.Call(request, new() { Spend = cap }, cancellationToken);

    /// <summary>What is made of images that were taken.</summary>
    public ImagePixels Pictures { get; }

    /// <summary>Draws on images.</summary>
    public Overlay Overlay => new(Work);

    public TurnImages Images(TurnStore store) => new(new(Work), () => settings.Read().Images, fetch, installer, store);

    /// <summary>Every model that some provider serves, and whether and for what it can be called.</summary>
    public IReadOnlyList<Candidate> Candidates(CatalogSnapshot catalog) =>
        [.. LocalModel.All.Select(m => Candidate(m, catalog)), .. Caller.Callable(catalog).Where(c => !c.Ref.IsLocal).Select(Candidate)];

    private static Candidate Candidate(LocalModel it, CatalogSnapshot catalog)
    {
        var (reference, lack) = (new ModelRef(ModelRef.Local, it.Name), it.Lacks());
        var known = catalog.ModelAt(ModelRef.Local, it.Name);
        return new(reference, known?.Name ?? it.Name, "This machine")
        {
            ModelId = known?.Id, Ready = lack is null, Words = lack ?? "On this machine, without a key.",
            Can = task => task == it.Task ? new(true, $"It is made for this: {task.Name()}.") : new(false, "Models of this machine do one task each."),
        };
    }

    private static Candidate Candidate(CallableModel it) => new(it.Ref, it.Model?.Name ?? it.Ref.Model, it.Route.Name)
    {
        ModelId = it.Model?.Id, Ready = it.IsCallable, Words = it.Route.Words, Variable = it.Route.Readiness is Readiness.NeedsKey ? it.Route.Variable : null, Can = task => FactsOfTasks.Of(it.Model, task),
    };

    public async ValueTask DisposeAsync()
    {
        await engines.DisposeAsync();
        http.Dispose();
        fetch.Dispose();
        Work.Dispose();
    }
}
