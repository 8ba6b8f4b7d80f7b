using System.CommandLine;
using System.Globalization;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Adapters.Suites;
using Assay.Drawing.Suites;
using Assay.Host.Cli;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval draw</c>: makes a built-in suite anew, or one like it.</summary>
internal sealed class EvalDraw : Command
{
    private static readonly string Names = string.Join(", ", SuiteRecipe.All.Select(r => r.Id));

    private readonly Argument<string> Suite = new("SUITE") { Description = $"Any of {Names}.", CompletionSources = { SuiteRecipe.All.Select(r => r.Id).ToArray() } };
    private readonly Argument<string> Out = new("OUT") { Description = "Folder to write; must be empty or not there yet." };
    private readonly Option<ulong> Seed = new("--seed") { Description = $"Another seed draws other items. Default: {SuiteRecipe.UsualSeed}.", HelpName = "N", DefaultValueFactory = _ => SuiteRecipe.UsualSeed };
    private readonly Option<int?> Items = new("--items") { Description = $"How many samples, up to {SuiteRecipe.MostItems}. Default: as many as the suite has.", HelpName = "N" };

    public EvalDraw(Surroundings surroundings) : base("draw", "Draws a built-in suite again byte for byte, or a larger or fresh one.")
    {
        foreach (var argument in (Argument[])[Suite, Out]) Arguments.Add(argument);
        foreach (var option in (Option[])[Seed, Items]) Options.Add(option);
        SetAction((parse, cancellationToken) => Run(parse, new(parse, surroundings), cancellationToken));
    }

    private async Task<int> Run(ParseResult parse, CommandRun run, CancellationToken cancellationToken)
    {
        var name = parse.GetValue(Suite)!;
        var recipe = SuiteRecipe.All.FirstOrDefault(r => r.Id == name) ?? throw new CliException(ExitCode.BadInput, $"'{name}' is not a suite that can be drawn. Allowed: {Names}.");
        var items = parse.GetValue(Items) ?? recipe.Items;
        if (items < recipe.Categories.Count || items > SuiteRecipe.MostItems)
            throw new CliException(ExitCode.BadInput, $"--items {items} is not allowed: {name} can have {recipe.Categories.Count} (one a category) to {SuiteRecipe.MostItems} samples.");
        var suite = recipe.Draw(parse.GetValue(Seed), items);
        var folder = parse.GetValue(Out)!;
        var view = new DrawnView(recipe.Id, suite.Version, Path.GetFullPath(folder), suite.Samples.Count, suite.Items.Count(i => i.Image is not null), await Write(suite, folder, run, cancellationToken));
        if (run.Json) run.WriteJson(view, CliJson.Default.DrawnView);
        else run.Write(string.Create(CultureInfo.InvariantCulture, $"{view.Suite} {view.Version}: {view.Samples} samples, {view.Pictures} pictures, {view.Bytes:N0} bytes in {folder}\n"));
        return ExitCode.Done;
    }

    private static async Task<long> Write(DrawnSuite suite, string folder, CommandRun run, CancellationToken cancellationToken)
    {
        try
        {
            using var work = ImageWork.With(EngineFolder.Of(run.DataFolder));
            // Said before anything is written.
            if (suite.Items.Any(i => i.Image is not null) && work.Library is (null, { } missing)) throw new CliException(ExitCode.Outside, missing);
            return await DrawnSuiteFiles.Write(suite, folder, new(work), cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new CliException(ExitCode.BadInput, $"OUT: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Outside, $"'{folder}' cannot be written: {e.Message}");
        }
        catch (ImageException e)
        {
            throw new CliException(ExitCode.Outside, e.Message);
        }
    }
}

/// <summary>A suite that was drawn, for programs.</summary>
internal sealed record DrawnView(string Suite, string Version, string Folder, int Samples, int Pictures, long Bytes);
