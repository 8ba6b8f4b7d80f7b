using System.Security.Cryptography;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Calls;
using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Playground;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assay.Host.Evaluation;

/// <summary>What runs over HTTP are made of. Nothing is opened or started before it is asked for.</summary>
internal static class EvalRunParts
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<RunStore>();
        services.AddSingleton<LiveRuns>()
            .AddSingleton(s => new SuiteFinder(s.GetRequiredService<SettingsLocation>().DataFolder, () => s.GetRequiredService<SettingsLocation>().Read().Images))
            .AddSingleton(s => new EvalStart(s.GetRequiredService<RunStore>(), s.GetRequiredService<PlaygroundModels>(), () => s.GetRequiredService<LiveCatalog>().Current, s.GetRequiredService<LiveCalls>().Work,
                s.GetRequiredService<TimeProvider>(), () => RandomNumberGenerator.GetBytes(TurnId.RandomBytes)));
    }
}
