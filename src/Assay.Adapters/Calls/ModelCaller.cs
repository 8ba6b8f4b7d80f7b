using System.Collections.Concurrent;
using Assay.Adapters.Protocols;
using Assay.Calls;
using Assay.Catalog;

namespace Assay.Adapters.Calls;

/// <summary>
/// The only one that calls a model: finds where and how, keeps limits and caps, tries again, watches the time, counts, prices and records. Safe for many
/// calls at once; one for a process, so that its limits hold for all.
/// </summary>
public sealed class ModelCaller
{
    private readonly Dictionary<string, IProtocol> protocols;
    private readonly Endpoints endpoints;
    private readonly Func<CatalogSnapshot> catalog;
    private readonly Random random;
    private readonly ConcurrentDictionary<(string Provider, ProviderRate Rate), ProviderGate> gates = [];

    /// <param name="protocols">Each id once; the local one among them where local models are to be had.</param>
    /// <param name="endpoints">Where providers are.</param>
    /// <param name="catalog">The catalogue of the moment, for addresses and prices.</param>
    /// <param name="time">Clock of waits, time-outs and records.</param>
    /// <param name="random">Chance of the waits.</param>
    /// <param name="limits">Of calls that bring none of their own.</param>
    public ModelCaller(IEnumerable<IProtocol> protocols, Endpoints endpoints, Func<CatalogSnapshot> catalog, TimeProvider time, Random random, CallLimits? limits = null)
    {
        this.protocols = protocols.ToDictionary(p => p.Id, StringComparer.Ordinal);
        (this.endpoints, this.catalog, Time, this.random, Limits) = (endpoints, catalog, time, random, limits ?? new());
    }

    /// <summary>The caller of a program: every protocol over HTTP and those given, settings and environment as they are at each call.</summary>
    /// <param name="http">The door of the process.</param>
    /// <param name="more">Protocols that do not go over HTTP, such as that of the local engines.</param>
    /// <param name="catalog">The catalogue of the moment.</param>
    /// <param name="settings">Where <c>assay.yaml</c> is looked for.</param>
    /// <param name="environment">The value of a variable of the environment.</param>
    /// <param name="time">Clock.</param>
    /// <param name="random">Chance of the waits.</param>
    public static ModelCaller Create(WireHttp http, IEnumerable<IProtocol> more, Func<CatalogSnapshot> catalog, Settings.SettingsLocation settings, Func<string, string?> environment, TimeProvider time, Random random) =>
        Create(http, more, catalog, new Settings.KeptSettings(settings), environment, time, random);

    /// <inheritdoc cref="Create(WireHttp, IEnumerable{IProtocol}, Func{CatalogSnapshot}, Settings.SettingsLocation, Func{string, string?}, TimeProvider, Random)"/>
    public static ModelCaller Create(WireHttp http, IEnumerable<IProtocol> more, Func<CatalogSnapshot> catalog, Settings.KeptSettings settings, Func<string, string?> environment, TimeProvider time, Random random) =>
        new([.. WireProtocols.All(http), .. more], new(() => settings.Read().Providers, environment), catalog, time, random);

    internal TimeProvider Time { get; }

    public CallLimits Limits { get; }

    /// <summary>Ids of the protocols that are there.</summary>
    public IReadOnlyCollection<string> Speaks => protocols.Keys;

    /// <summary>
    /// Asks a model. The events come as they happen and end with exactly one <see cref="CallEvent.Ended"/>, whatever goes wrong; cancellation is an
    /// outcome, not an exception. Who stops listening stops the call.
    /// </summary>
    /// <exception cref="Settings.SettingsException">The settings cannot be read.</exception>
    public IAsyncEnumerable<CallEvent> Call(CallRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        new CallRun(this, request, options ?? new()).Run(cancellationToken);

    /// <summary>Asks a model and waits for the end.</summary>
    public async Task<Transcript> Ask(CallRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        Transcript? transcript = null;
        await foreach (var next in Call(request, options, cancellationToken))
            if (next is CallEvent.Ended ended) transcript = ended.Transcript;
        return transcript!;
    }

    /// <summary>Every model that a provider of the catalogue or of the settings serves, by provider and id, and whether it can be called.</summary>
    public IReadOnlyList<CallableModel> Callable(CatalogSnapshot snapshot) =>
        [.. Providers(snapshot).SelectMany(route => Served(route, snapshot).OrderBy(m => m.Ref.Model, StringComparer.Ordinal))];

    /// <summary>Every provider, and whether it can be called.</summary>
    public IReadOnlyList<ProviderRoute> Providers(CatalogSnapshot snapshot) => endpoints.All(snapshot, Speaks);

    private static IEnumerable<CallableModel> Served(ProviderRoute route, CatalogSnapshot snapshot)
    {
        var offers = snapshot.OffersOf[route.Id].Select(o => (o.Offer, Model: (Model?)o.Model)).Concat(snapshot.OffersOfNoModel.Where(o => o.Provider.Id == route.Id).Select(o => (Offer: o, Model: (Model?)null)));
        var known = offers.GroupBy(o => o.Offer.Id.ModelAtProvider, StringComparer.Ordinal).Select(g => (Id: g.Key, Best: g.OrderBy(o => o.Offer.Id.Qualifiers.Length).First()))
            .ToDictionary(g => g.Id, g => g.Best, StringComparer.Ordinal);
        // What the settings name is what this server has; without names, what the catalogue says.
        foreach (var id in route.Models.Count > 0 ? route.Models : [.. known.Keys])
        {
            var found = known.TryGetValue(id, out var best);
            yield return new(new(route.Id, id), route, found ? best.Model : null, found ? best.Offer : null);
        }
    }

    internal (ProviderRoute? Route, IProtocol? Protocol, CatalogSnapshot Catalog) Find(ModelRef model)
    {
        var now = catalog();
        var route = endpoints.Find(model.Provider, now, Speaks);
        return (route, route?.Protocol is { } id ? protocols.GetValueOrDefault(id) : null, now);
    }

    internal ProviderGate Gate(ProviderRoute route) => gates.GetOrAdd((route.Id, route.Rate), key => new(key.Rate, Time));

    /// <summary>0 to 1.</summary>
    internal double Chance()
    {
        lock (random) return random.NextDouble();
    }
}
