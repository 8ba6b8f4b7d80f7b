namespace Assay.Host.Export;

/// <summary>What came of an export.</summary>
public sealed record ExportView
{
    public required string Folder { get; init; }

    /// <summary>The day that the pages stand for.</summary>
    public required string AsOf { get; init; }

    /// <summary>The newest day that a source of the catalogue speaks for; null without sources.</summary>
    public required string? Newest { get; init; }

    /// <summary>Where the folder will be served; null where nobody said.</summary>
    public required string? BaseUrl { get; init; }

    public required int Pages { get; init; }
    public required long Comparisons { get; init; }

    /// <summary>Pages, their twins, and all other files.</summary>
    public required int Files { get; init; }

    public required long Written { get; init; }
    public required long Unchanged { get; init; }
    public required int Deleted { get; init; }

    /// <summary>Of all files, whether they were written or were there.</summary>
    public required long Bytes { get; init; }

    public required double Seconds { get; init; }
    public required IReadOnlyList<LeftOutView> LeftOut { get; init; }
}

/// <summary>What is not in the copy, and why.</summary>
public sealed record LeftOutView(string Address, string Why);

/// <summary>How far an export is.</summary>
public sealed record ExportStep(long Done, long Total, long Bytes);
