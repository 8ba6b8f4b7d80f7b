using System.CommandLine;
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
    /// <summary>Every format, by name.</summary>
    private static readonly IReadOnlyList<EvalImportFormat> Formats = [PromptsCsvImport.Format];

    private readonly Argument<string> FormatName = new("FORMAT") { Description = $"One of {string.Join(", ", Formats.Select(f => f.Name))}." };
    private readonly Argument<string[]> Paths = new("PATH") { Description = string.Join("; ", Formats.Select(f => $"{f.Name}: {f.Paths}")) + ".", Arity = ArgumentArity.OneOrMore };

    public EvalImport(Surroundings surroundings) : base("import", "Reads what others wrote: tables of prompts.")
    {
        Arguments.Add(FormatName);
        Arguments.Add(Paths);
        SetAction((parse, cancellationToken) =>
        {
            var name = parse.GetValue(FormatName)!;
            var format = Formats.FirstOrDefault(f => f.Name == name) ?? throw new CliException(ExitCode.BadInput, $"'{name}' is no format that is read; allowed are {string.Join(", ", Formats.Select(f => f.Name))}.");
            return format.Run(parse.GetValue(Paths)!, new CommandRun(parse, surroundings), cancellationToken);
        });
    }
}
