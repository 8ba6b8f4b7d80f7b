using System.CommandLine;
using System.Security.Cryptography;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Host.Calls;
using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Host.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assay.Host.Cli;

/// <summary><c>assay ask</c>: a turn of the playground.</summary>
internal sealed class AskCommand : Command
{
    private readonly Argument<string[]> Models = new("MODEL") { Description = $"One to {Assay.Playground.Turn.MostLanes}: provider/model, or any name of a model of the catalogue. Models of this machine: local/…", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> Task = new("--task") { Description = $"Any of {string.Join(", ", ModelTasks.All.Select(t => t.Name()))}.", HelpName = "TASK", Required = true, CompletionSources = { ModelTasks.All.Select(t => t.Name()).ToArray() } };
    private readonly Option<string?> Image = new("--image") { Description = "A file, an address, sample:NAME, or - for standard input.", HelpName = "IMAGE" };
    private readonly Option<string?> Prompt = new("--prompt") { Description = "Default: the task's own. For detect: what to find; for classify: labels to choose from.", HelpName = "TEXT" };
    private readonly Option<string?> Reference = new("--reference") { Description = "File with the text that the image holds: replies are measured against it.", HelpName = "FILE" };
    private readonly Option<string?> SaveBoxes = new("--save-boxes") { Description = "Write the image with the boxes of all models to this file, as PNG.", HelpName = "FILE" };

    public AskCommand(Surroundings surroundings) : base("ask", "Puts one task to several models at once and shows their replies.")
    {
        Arguments.Add(Models);
        foreach (var option in (Option[])[Task, Image, Prompt, Reference, SaveBoxes]) Options.Add(option);
        SetAction((parse, cancellationToken) => Run(parse, new(parse, surroundings), cancellationToken));
    }

    private async Task<int> Run(ParseResult parse, CommandRun run, CancellationToken cancellationToken)
    {
        var around = run.Surroundings;
        var workspace = new Workspace(run.DataFolder, around.CatalogFolder, around.Time);
        var live = new LiveCatalog(workspace, around.Time);
        await using var calls = new LiveCalls(live, run.Settings, around.Time);
        var store = new TurnStore(workspace.Store);
        var models = new PlaygroundModels(live, around.Models?.Candidates ?? calls.Candidates);
        var (plan, problems) = await new TurnPlanner(models, calls.Images(store).Take).Plan(Asked(parse, around), cancellationToken);
        if (plan is null) throw new CliException(ExitCode.BadInput, string.Join('\n', problems));

        using var random = RandomNumberGenerator.Create();
        await using var runner = new TurnRunner(around.Models?.Call ?? calls.Call, store, new(), around.Time, random, NullLogger<TurnRunner>.Instance);
        var turn = runner.Start(plan) ?? throw new CliException(ExitCode.Outside, PlaygroundApi.BusyWords);
        var views = new TurnViewBuilder(models);
        await Follow(turn, views, run, cancellationToken);

        var view = views.Of(turn.Turn, running: false);
        if (parse.GetValue(SaveBoxes) is { } file) await Save(new(calls.Overlay, store), view, file, cancellationToken);
        if (run.Json) run.WriteJson(view, AssayJson.Default.TurnView);
        else run.Write(TurnDocument.Of(view, ReadingQuery.UsualScore, run.Quiet));
        return view.Lanes.All(l => l.State == "replied") ? ExitCode.Done : ExitCode.Outside;
    }

    private TurnAsk Asked(ParseResult parse, Surroundings around)
    {
        var image = parse.GetValue(Image);
        var named = image is not null && (image.StartsWith("sample:", StringComparison.Ordinal) || image.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || image.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
        return new()
        {
            Task = parse.GetValue(Task), Models = parse.GetValue(Models), Prompt = parse.GetValue(Prompt), Reference = parse.GetValue(Reference) is { } reference ? System.Text.Encoding.UTF8.GetString(Read("--reference", reference)) : null,
            Image = named ? image : null, File = image is null || named ? null : new ImageSource.Upload(image == "-" ? ReadInput(around) : Read("--image", image)),
        };
    }

    private static byte[] Read(string option, string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.BadInput, $"{option} '{file}' cannot be read: {e.Message}");
        }
    }

    private static byte[] ReadInput(Surroundings around)
    {
        using var stream = around.Input();
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    /// <summary>Shows the lanes as they go on; Ctrl+C stops them, and what had come is kept.</summary>
    private static async Task Follow(TurnRun turn, TurnViewBuilder views, CommandRun run, CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(turn.Stop);
        var around = run.Surroundings;
        var shown = views.Of(turn.Turn, running: true);
        if (run.Quiet) await turn.Ended;
        else if (around.ErrorIsTerminal && !run.Json) await new LaneTable(shown, around.Error, around.Width).Follow(turn);
        else await LaneLines.Follow(turn, shown, around.Error);
    }

    private static async Task Save(BoxPicture picture, TurnView view, string file, CancellationToken cancellationToken)
    {
        var (png, problem) = await picture.Draw(view, ReadingQuery.UsualScore, cancellationToken);
        if (png is not { } bytes) throw new CliException(ExitCode.BadInput, $"--save-boxes '{file}': {problem}");
        try
        {
            await File.WriteAllBytesAsync(file, bytes.ToArray(), cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Outside, $"--save-boxes '{file}' cannot be written: {e.Message}");
        }
    }
}
