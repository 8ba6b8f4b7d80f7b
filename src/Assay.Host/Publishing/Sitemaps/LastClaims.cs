using System.Runtime.CompilerServices;
using Assay.Catalog;

namespace Assay.Host.Publishing.Sitemaps;

/// <summary>The day of the newest claim of each model: its own or of an offer that serves it. One walk over all claims, kept with the catalogue.</summary>
internal sealed class LastClaims
{
    private static readonly ConditionalWeakTable<CatalogSnapshot, LastClaims> Made = [];

    private readonly Dictionary<string, DateOnly> newest = new(StringComparer.Ordinal);

    private LastClaims(CatalogSnapshot catalog, IReadOnlyList<Claim> claims)
    {
        var models = new Dictionary<Subject, string>();
        foreach (var model in catalog.Models)
        {
            models[Subject.Model(model.Id)] = model.Id;
            foreach (var offer in model.Offers.Concat(model.Variants)) models[Subject.Offer(offer.Id.ToString())] = model.Id;
        }
        foreach (var claim in claims)
        {
            // A claim may be dated in the past of its source; what ended changed the page too.
            var day = claim.To is { } end && end <= catalog.AsOf && end > claim.From ? end : claim.From;
            if (day <= catalog.AsOf && models.TryGetValue(claim.Subject, out var model) && day > newest.GetValueOrDefault(model)) newest[model] = day;
        }
    }

    public static LastClaims Of(CatalogSnapshot catalog, IReadOnlyList<Claim> claims) => Made.GetValue(catalog, c => new(c, claims));

    /// <summary>Null where no claim on it has a day.</summary>
    public DateOnly? Of(Model model) => newest.TryGetValue(model.Id, out var day) ? day : null;
}
