using Assay.Bench;
using Assay.Bench.Calls;

// The other sides of the calls, as processes of their own.
if (args is [MockModels.Command]) return await Served(MockModels.ServeAsync());
if (args is [LanesServer.Command, var folder]) return await Served(LanesServer.ServeAsync(folder));

static async Task<int> Served(Task serving)
{
    await serving;
    return 0;
}

if (args is [Assay.Bench.Evals.EvalServer.Command])
{
    await Assay.Bench.Evals.EvalServer.ServeAsync();
    return 0;
}
if (args is [Assay.Bench.Evals.EvalScenario.Command, .. var scenario])
{
    await Assay.Bench.Evals.EvalScenario.RunAsync(scenario);
    return 0;
}
if (args is [Assay.Bench.Evals.ReportsServing.Command, var reportFolder, var samples])
{
    await Assay.Bench.Evals.ReportsServing.RunAsync(reportFolder, int.Parse(samples, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}
if (args is [Assay.Bench.Evals.ReportsStore.Command, var storeFolder, var kept])
{
    Assay.Bench.Evals.ReportsStore.Fill(storeFolder, int.Parse(kept, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}
var request = BenchRequest.Read(args);
if (request is null) return 2;

Console.WriteLine($"# {DateTime.UtcNow:yyyy-MM-dd}, {Machine.Describe()}");
foreach (var name in request.Names)
{
    Console.WriteLine();
    switch (name)
    {
        case "pages": await PagesBench.RunAsync(request); break;
        case "import": ImportBench.Run(request); break;
        case "identity": Assay.Bench.Identity.IdentityBench.Run(); break;
        case "start": await StartBench.RunAsync(request); break;
        case "rebuild": RebuildBench.Run(request); break;
        case "memory": await MemoryBench.RunAsync(request); break;
        case "conflicts": ConflictBench.Run(request); break;
        case "engines": await EnginesBench.RunAsync(request); break;
        case "arena": ArenaBench.Run(request); break;
        case "calls": await CallsBench.RunAsync(request); break;
        case "evals": await Assay.Bench.Evals.EvalsBench.RunAsync(); break;
        case "reports": await Assay.Bench.Evals.ReportsBench.RunAsync(request); break;
        case "serve": await ServeBench.RunAsync(request); break;
        case "export": await Assay.Bench.Export.ExportBench.RunAsync(request); break;
        case "micro": BenchmarkDotNet.Running.BenchmarkRunner.Run<ComparisonMicro>(); break;
    }
}
return 0;
