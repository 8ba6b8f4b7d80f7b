using Assay.Units;

namespace Assay.Adapters.Importers.BenchmarkRows;

/// <summary>One row of the file, its fields read but not yet understood.</summary>
internal sealed record ResultRow
{
    public static readonly IReadOnlyList<string> Columns =
        ["benchmark", "split", "model_label", "metric", "score", "unit", "date", "source_repo", "source_commit", "source_path", "row_source_url", "extra"];

    public required int Line { get; init; }
    public required string Benchmark { get; init; }
    public required string Split { get; init; }

    /// <summary>The model as the source calls it.</summary>
    public required string Label { get; init; }

    public required string Metric { get; init; }
    public required decimal Score { get; init; }

    /// <summary>The score as printed.</summary>
    public required string Printed { get; init; }

    public required string Unit { get; init; }
    public required PartialDate? Date { get; init; }

    /// <summary><c>owner/name</c>, without whose figures the repository copies.</summary>
    public required string Repository { get; init; }

    public required string Commit { get; init; }
    public required string Path { get; init; }
    public required string? Link { get; init; }

    /// <summary>The parts of <c>extra</c> that have a name.</summary>
    public required IReadOnlyDictionary<string, string> Extra { get; init; }

    /// <summary>Items asked, where a row beside this one counts them.</summary>
    public int? Items { get; init; }

    /// <summary>The same row with "date is model release" said of it: then the date is no date of the result.</summary>
    public bool DateIsOfModel => Extra.ContainsKey("date is model release");

    /// <summary>Where the figure can be read: the file at that commit.</summary>
    public string Url => $"https://github.com/{Escaped(Repository)}/blob/{Escaped(Commit)}/{Escaped(FilePath)}";

    /// <summary>What the path says behind <c>#</c>: a run within the file.</summary>
    public string? Run => Path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? Path[(hash + 1)..] : null;

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private string FilePath => Path.Split('#')[0];

    /// <summary>Decimals of the score as printed.</summary>
    public int Decimals => Printed.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point && !Printed.AsSpan().ContainsAny('e', 'E') ? Printed.Length - point - 1 : 0;
}
