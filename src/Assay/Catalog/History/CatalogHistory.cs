namespace Assay.Catalog.History;

/// <summary>The past of the catalogue as known on a day: its changes, and which model each offer serves or served.</summary>
public sealed class CatalogHistory
{
    private readonly Dictionary<string, Model> models = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> offers;

    /// <param name="claims">All claims ever made, as known on the snapshot's day.</param>
    public CatalogHistory(IReadOnlyList<Claim> claims, CatalogSnapshot catalog)
    {
        (Catalog, Log) = (catalog, new(claims));
        Add(catalog);
        // Offers that no source lists any more are matched by what was said of them last; those that are there need no second match.
        var gone = claims.Where(c => c.Subject.Kind is SubjectKind.Offer && !models.ContainsKey(c.Subject.Id)).GroupBy(c => c.Subject).SelectMany(SaidLast).ToArray();
        if (gone.Length > 0) Add(CatalogBuilder.Build(claims.Where(c => c.Subject.Kind is not SubjectKind.Offer).Concat(gone), catalog.AsOf));
        offers = models.ToLookup(m => m.Value.Id, m => m.Key, StringComparer.Ordinal);
    }

    public CatalogSnapshot Catalog { get; }
    public ChangeLog Log { get; }

    /// <summary>The model that a change is about; null of a provider, and where no model of the catalogue is meant.</summary>
    public Model? ModelOf(Subject subject) => subject.Kind switch
    {
        SubjectKind.Model => Catalog.ById(subject.Id),
        SubjectKind.Offer => models.GetValueOrDefault(subject.Id),
        _ => null,
    };

    /// <summary>As <see cref="CatalogSnapshot.Find"/>; also a model that no source lists any more, by its id, slug or offer.</summary>
    public NameLookup Find(string name)
    {
        if (Catalog.Find(name) is not NameLookup.NotFound none) return Catalog.Find(name);
        var gone = models.Where(m => Catalog.ById(m.Value.Id) is null && (m.Key == name || m.Value.Id == name || m.Value.Slug == name)).Select(m => m.Value).DistinctBy(m => m.Id).ToArray();
        return gone is [var one] ? new NameLookup.Found(one) : none;
    }

    /// <summary>The model and every offer that serves it or once did.</summary>
    public IEnumerable<Subject> SubjectsOf(Model model) => offers[model.Id].Select(Subject.Offer).Prepend(Subject.Model(model.Id));

    private static IEnumerable<Claim> SaidLast(IEnumerable<Claim> ofOneOffer)
    {
        var last = ofOneOffer.Max(c => c.To);
        return ofOneOffer.Where(c => c.To == last).Select(c => c with { To = null });
    }

    private void Add(CatalogSnapshot from)
    {
        foreach (var model in from.Models)
            foreach (var offer in model.Offers) models.TryAdd(offer.Id.ToString(), Catalog.ById(model.Id) ?? model);
    }
}
