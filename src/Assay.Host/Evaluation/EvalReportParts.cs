using Assay.Adapters.Storage.Runs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assay.Host.Evaluation;

/// <summary>What pages of runs are made of.</summary>
internal static class EvalReportParts
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<RunStore>();
        services.AddSingleton<RunLabels>().AddSingleton<RunReports>().AddSingleton<EvalRunViewBuilder>().AddSingleton<EvalSamples>().AddSingleton<SuiteLints>().AddSingleton<KnownSuites>();
    }
}
