using System.Text.Json.Serialization;
using Assay.Catalog;

namespace Assay.Host.Export;

/// <summary>What names are searched by where no server answers: every model by id, and which of them are compared in the copy.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Models">By id.</param>
/// <param name="Pairs">For each model the places in <see cref="Models"/> of those behind it that it is compared with; null where every pair is, or where the live site answers.</param>
/// <param name="Groups">Comparisons of more than two, by their paths.</param>
public sealed record NamesView(
    string AsOf, IReadOnlyList<NamedModel> Models, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<IReadOnlyList<int>>? Pairs, IReadOnlyList<string> Groups)
{
    public static NamesView Of(CatalogSnapshot catalog, Exported? exported) => new(
        catalog.AsOf.ToString("yyyy-MM-dd"), [.. catalog.Models.Select(m => new NamedModel(m.Id, m.Slug, m.Name, m.Organization.Name, m.Aliases.Count == 0 ? null : m.Aliases, m.Curated))],
        exported is null || exported.Pairs.All ? null : Places(catalog, exported.Pairs), [.. exported?.Pairs.Groups.Select(g => Pages.Compare.PairModel.PathOf(g)) ?? []]);

    private static List<int>[] Places(CatalogSnapshot catalog, ExportedPairs pairs)
    {
        var places = catalog.Models.Index().ToDictionary(m => m.Item.Id, m => m.Index, StringComparer.Ordinal);
        var lists = catalog.Models.Select(_ => new List<int>()).ToArray();
        foreach (var (first, second) in pairs.InOrder()) lists[places[first.Id]].Add(places[second.Id]);
        return lists;
    }
}

/// <summary>A model by its names.</summary>
/// <param name="Curated">In the curated catalogue or a base list: it goes before a name seen only in offers.</param>
public sealed record NamedModel(
    string Id, string Slug, string Name, string Maker, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Aliases,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Curated);
