using System.Security.Cryptography;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Turns;
using Assay.Adapters.Suites;
using Assay.Catalog;
using Assay.Host.Calls;
using Assay.Host.Catalog;

namespace Assay.Host.Playground;

/// <summary>What the playground is made of. Nothing is opened or started before it is asked for.</summary>
internal static class PlaygroundParts
{
    public static void Add(IServiceCollection services) => services
        .AddSingleton<LiveCalls>()
        .AddSingleton<CallModel>(s => s.GetRequiredService<LiveCalls>().Call)
        .AddSingleton<CallCapped>(s => s.GetRequiredService<LiveCalls>().Call)
        .AddSingleton<Func<CatalogSnapshot, IReadOnlyList<Candidate>>>(s => s.GetRequiredService<LiveCalls>().Candidates)
        .AddSingleton(s => s.GetRequiredService<ICatalogSource>() is Workspace workspace ? workspace.Store
            : Store.Open(Workspace.StorePath(s.GetRequiredService<Adapters.Settings.SettingsLocation>().DataFolder), time: s.GetRequiredService<TimeProvider>()))
        .AddSingleton<TurnStore>()
        .AddSingleton(new TurnLimits())
        .AddSingleton(_ => RandomNumberGenerator.Create())
        .AddSingleton<TurnRunner>()
        .AddSingleton<PlaygroundModels>()
        .AddSingleton(s => s.GetRequiredService<LiveCalls>().Images(s.GetRequiredService<TurnStore>()))
        .AddSingleton(s => new SmallPictures(s.GetRequiredService<TurnStore>(), s.GetRequiredService<LiveCalls>().Pictures))
        .AddSingleton(s => new TurnPlanner(s.GetRequiredService<PlaygroundModels>(), s.GetRequiredService<TurnImages>().Take))
        .AddSingleton(s => new BoxPicture(s.GetRequiredService<LiveCalls>().Overlay, s.GetRequiredService<TurnStore>()))
        .AddSingleton(s => new OwnSamples(s.GetRequiredService<Adapters.Settings.SettingsLocation>().DataFolder))
        .AddSingleton<TurnViewBuilder>();
}
