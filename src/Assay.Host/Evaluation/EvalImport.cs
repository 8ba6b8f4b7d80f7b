using System.CommandLine;
using Assay.Adapters.Logs;
using Assay.Host.Cli;

namespace Assay.Host.Evaluation;

/// <summary>A format that <c>assay eval import</c> reads.</summary>
/// <param name="Name">As FORMAT names it.</param>
/// <param name="Paths">What PATH has to be, for people.</param>
/// <param name="Run">Does it and gives the exit code; the paths are at least one.</param>
internal sealed record EvalImportFormat(string Name, string Paths, Func<IReadOnlyList<string>, CommandRun, CancellationToken, Task<int>> Run);

/// <summary><c>assay eval import</c>: tables of prompts into suites, records of other programs into runs.</summary>
internal sealed class EvalImport : Command
{
    private readonly Argument<string> FormatName = new("FORMAT") { Description = $"One of {string.Join(", ", Formats(new()).Select(f => f.Name))}.", CompletionSources = { Formats(new()).Select(f => f.Name).ToArray() } };
    private readonly Argument<string[]> Paths = new("PATH") { Description = string.Join("; ", Formats(new()).Select(f => $"{f.Name}: {f.Paths}")) + ".", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> Model = new("--model") { Description = "Name of the model, for records that do not name it.", HelpName = "NAME" };
    private readonly Option<string?> Scorer = new("--scorer") { Description = "Which score counts where a record has several. Default: the first.", HelpName = "NAME" };

    public EvalImport(Surroundings surroundings) : base("import", "Reads what others wrote: tables of prompts, eval records of other programs.")
    {
        Arguments.Add(FormatName);
        Arguments.Add(Paths);
        Options.Add(Model);
        Options.Add(Scorer);
        SetAction((parse, cancellationToken) =>
        {
            var name = parse.GetValue(FormatName)!;
            var choice = new LogChoice(parse.GetValue(Model), parse.GetValue(Scorer));
            var format = Formats(choice).FirstOrDefault(f => f.Name == name) ?? throw new CliException(ExitCode.BadInput, $"'{name}' is no format that is read; allowed are {string.Join(", ", Formats(choice).Select(f => f.Name))}.");
            return format.Run(parse.GetValue(Paths)!, new CommandRun(parse, surroundings), cancellationToken);
        });
    }

    /// <summary>Every format, by name.</summary>
    private static IReadOnlyList<EvalImportFormat> Formats(LogChoice choice) => [PromptsCsvImport.Format, .. RecordsImport.Formats(choice)];
}
