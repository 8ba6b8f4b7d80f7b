using Assay.Catalog;

namespace Assay.Adapters.Importers.Curated;

/// <summary>What ids look like, and which there are.</summary>
internal sealed class CuratedIds
{
    public required IReadOnlySet<string> Organizations { get; init; }
    public required IReadOnlySet<string> Providers { get; init; }
    public required IReadOnlySet<string> Models { get; init; }

    /// <summary>Benchmark id → the unit its file gives; null where it gives none.</summary>
    public required IReadOnlyDictionary<string, string?> Benchmarks { get; init; }

    public static bool IsId(string text) => text.Trim('.').Length > 0 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-');

    public static bool IsModelId(string text) => text.Split('/') is [var organization, var model] && IsId(organization) && IsId(model);

    /// <summary>Folder of the catalogue → what its files are about.</summary>
    public static SubjectKind KindOf(string folder) => folder switch
    {
        "organizations" => SubjectKind.Organization,
        "providers" => SubjectKind.Provider,
        "models" => SubjectKind.Model,
        "benchmarks" => SubjectKind.Benchmark,
        "unattributed" => SubjectKind.Unattributed,
        _ => SubjectKind.NotDecided,
    };
}
