using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>A snapshot cannot be imported; nothing of it was. Lists every fault, each with file, position, reason and fix.</summary>
public sealed class ImportException : Exception
{
    // A message quotes what it found; that may be a heading of a megabyte, or steer a terminal.
    private const int Longest = 2_000;

    public ImportException(string problem, Exception? inner = null) : base(Shown(problem), inner) => Problems = [Message];

    public ImportException(IReadOnlyList<string> problems)
        : base(problems.Count == 1 ? Shown(problems[0]) : $"{problems.Count} faults; nothing was imported:\n{string.Join('\n', problems.Select(Shown))}") => Problems = [.. problems.Select(Shown)];

    /// <summary>One line each, in the order of files and lines.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string Shown(string problem) => Visible.Line(problem, Longest);
}
