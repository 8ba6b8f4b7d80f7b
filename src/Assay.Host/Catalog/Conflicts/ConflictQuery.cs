using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Assay.Host.Web;

namespace Assay.Host.Catalog.Conflicts;

/// <summary>Which conflicts are asked for, as typed; null for all.</summary>
public sealed record ConflictQuery
{
    public string? Model { get; init; }
    public string? Provider { get; init; }

    /// <summary>One offer: <c>openrouter/google/gemma-3-12b-it</c>.</summary>
    public string? Offer { get; init; }

    public string? Field { get; init; }
    public string? Class { get; init; }

    public const int LargestPage = 5_000;

    /// <summary>Finds them for every surface.</summary>
    /// <param name="catalog">Of the day asked for.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">1 to <see cref="LargestPage"/>.</param>
    /// <param name="problem">What cannot be read, with what is allowed.</param>
    /// <returns>Null with a problem.</returns>
    public ConflictListView? Find(CatalogSnapshot catalog, int page, int pageSize, out string? problem)
    {
        problem = page < 1 || pageSize is < 1 or > LargestPage ? $"Page '{page}' of size '{pageSize}' cannot be shown: pages start at 1 and hold 1 to 5,000 conflicts." : Problem(catalog, out _, out _, out _);
        if (problem is not null) return null;
        Problem(catalog, out var model, out var field, out var kind);
        var met = ConflictFinder.In(catalog).Where(c => (model is null || c.Model == model) && (field is null || c.Field.Name == field.Name)
            && (Blank(Provider) || c.Offer.Provider.Id == Provider) && (Blank(Offer) || c.Offer.Id.ToString() == Offer)).ToArray();
        var shown = kind is null ? met : Array.FindAll(met, c => c.Kind == kind);
        return new()
        {
            AsOf = catalog.AsOf.ToString("yyyy-MM-dd"), Total = shown.Length, Page = page, PageSize = pageSize,
            Classes = [.. ConflictKind.All.Select(k => new ConflictClassView(k.Name, k.Label, k.Meaning, met.Count(c => c.Kind == k)))],
            SourcePairs = [.. shown.SelectMany(c => c.Pairs).CountBy(p => p).OrderByDescending(p => p.Value).ThenBy(p => p.Key.Item1, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Key.Item2, StringComparer.OrdinalIgnoreCase).Select(p => new SourcePairView(p.Key.Item1, p.Key.Item2, p.Value))],
            Conflicts = [.. shown.Skip((page - 1) * pageSize).Take(pageSize).Select(OfferConflictView.Of)],
        };
    }

    private string? Problem(CatalogSnapshot catalog, out Model? model, out ConflictField? field, out ConflictKind? kind)
    {
        (model, field, kind) = (null, null, null);
        if (!Blank(Model))
        {
            if (catalog.Find(Model!) is not NameLookup.Found found) return Problems.Sentence(Model!, catalog.Find(Model!));
            model = found.Model;
        }
        if (!Blank(Field) && !ConflictField.TryFind(Field!, out field)) return $"'{Field}' is not a field that is compared: give context_window, max_input, max_output, pdf_input, a capability such as vision, or a price such as price_input.";
        if (!Blank(Class) && (kind = ConflictKind.Named(Class!)) is null) return $"'{Class}' is not a class of conflicts: give {Units.Words.List([.. ConflictKind.All.Select(k => k.Name)], "or")}.";
        return Blank(Provider) || catalog.Providers.ContainsKey(Provider!) ? null : $"No provider is called '{Provider}'{Near(catalog)}.";
    }

    private string Near(CatalogSnapshot catalog) =>
        catalog.Providers.Keys.Where(k => k.Contains(Provider!, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(5).ToArray() is { Length: > 0 } near ? $"; near are {string.Join(", ", near)}" : ": give its id, such as openrouter";

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
}
