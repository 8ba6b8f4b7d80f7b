using System.Diagnostics;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Host.Catalog;
using Assay.Tests.Engines;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Runs;

/// <summary>Models of this machine in a run, by the real program: no key, no network, no cost.</summary>
public sealed class LocalRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Readers_of_text_read_the_sample_pictures()
    {
        var (run, report) = await Run(Path.Combine(TestData.Repository, "samples"), "local/pp-ocr-v4-en,local/pp-ocr-v3-en");
        run.Models.ShouldBe(["local/pp-ocr-v4-en", "local/pp-ocr-v3-en"]);
        foreach (var model in report.Models)
        {
            model.Overall!.Tally.Graded.ShouldBe(4);
            model.Overall.AtLeast.ShouldBeGreaterThan(0.6, model.Name);
            model.Spending.Total.ShouldBe(0);
        }
        report.Models[0].Items.Value(report.Items.Find("receipt")!.Value).ShouldBeGreaterThan(0.9, "clear print is read");
    }

    [Fact]
    public async Task Detectors_give_boxes_that_the_scorer_can_hold_against_the_target()
    {
        Directory.CreateDirectory(folder.In("street"));
        File.Copy(Path.Combine(TestData.Repository, "samples", "street.png"), folder.In("street/street.png"));
        await File.WriteAllTextAsync(folder.In("street/suite.yaml"), "id: street\nversion: 1\ntitle: Street\nlicence: CC0-1.0\ncategories: [Finding]\ndefault_scorer: boxes\ntask: detect\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.In("street/samples.jsonl"), """{"id":"street","category":"Finding","input":"Find the car, the person and the dog.","images":["street.png"],"target":[{"label":"car","box":[140,390,250,115]},{"label":"person","box":[515,345,60,155]},{"label":"dog","box":[640,430,90,75]}]}""" + "\n", TestContext.Current.CancellationToken);
        var (run, report) = await Run(folder.In("street"), "local/efficientdet-lite2,local/ssd-mobilenet-v1");
        report.Models.ShouldAllBe(m => m.Overall!.Tally.Graded == 1);
        var runs = new RunStore(Store.Open(Workspace.StorePath(folder.In("data"))));
        foreach (var trial in runs.Trials(run.Id, [new(0, 0, 0), new(1, 0, 0)]))
            trial.Score.ShouldBeOfType<Score.Scored>().Why.ShouldMatch("boxes found at IoU 0.5|says that there is nothing", "the reply of an engine is boxes that can be read");
    }

    private async Task<(Run Run, RunReport Report)> Run(string suite, string models)
    {
        var engines = InstalledEngines.Folder();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "assay.dll"), "eval", "run", suite, "--models", models, "--data", folder.In("data"), "--quiet", "--json"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path,
            Environment = { ["ASSAY_CATALOG"] = Path.Combine(TestData.Repository, "catalog"), [EngineFolder.Variable] = engines.Root },
        };
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        child.ExitCode.ShouldBe(0, error + await said);
        var runs = new RunStore(Store.Open(Workspace.StorePath(folder.In("data"))));
        var run = runs.List().ShouldHaveSingleItem();
        return (run, RunReport.Of(run.Models, run.Settings.Repetitions, SuiteItems.Of(run.Suite, runs.Samples(run.SuiteHash)), runs.Results(run.Id)));
    }
}
