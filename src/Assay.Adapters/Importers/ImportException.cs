namespace Assay.Adapters.Importers;

/// <summary>A snapshot cannot be imported; nothing of it was. Lists every fault, each with file, position, reason and fix.</summary>
public sealed class ImportException : Exception
{
    public ImportException(string problem, Exception? inner = null) : base(problem, inner) => Problems = [problem];

    public ImportException(IReadOnlyList<string> problems)
        : base(problems.Count == 1 ? problems[0] : $"{problems.Count} faults; nothing was imported:\n{string.Join('\n', problems)}") => Problems = problems;

    /// <summary>One line each, in the order of files and lines.</summary>
    public IReadOnlyList<string> Problems { get; }
}
