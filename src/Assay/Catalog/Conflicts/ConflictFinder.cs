using System.Runtime.CompilerServices;

namespace Assay.Catalog.Conflicts;

/// <summary>Finds where sources disagree on an offer. Pure: the same catalogue gives the same conflicts in the same order.</summary>
public static class ConflictFinder
{
    // A memory, not a state: worked out on first use and kept as long as the catalogue.
    private static readonly ConditionalWeakTable<CatalogSnapshot, IReadOnlyList<Conflict>> Kept = [];

    /// <summary>All conflicts of a catalogue, by model, offer and field.</summary>
    public static IReadOnlyList<Conflict> In(CatalogSnapshot catalog) => Kept.GetValue(catalog, Find);

    /// <summary>As <see cref="In"/>, worked out anew.</summary>
    public static IReadOnlyList<Conflict> Find(CatalogSnapshot catalog)
    {
        var past = catalog.Ended.ToLookup(c => c.Subject.Id, StringComparer.Ordinal);
        var fields = new Dictionary<Property, ConflictField?>();
        var found = new List<Conflict>();
        var offers = catalog.OffersOf.SelectMany(o => o, (_, o) => (o.Offer, Model: (Model?)o.Model)).Concat(catalog.OffersOfNoModel.Select(o => (Offer: o, Model: (Model?)null)));
        foreach (var (offer, model) in offers)
        {
            if (!HasSeveralSources(offer)) continue;
            foreach (var (field, statements) in FieldsOf(offer, fields))
                if (Judge(model, offer, field, statements, past) is { } conflict) found.Add(conflict);
        }
        found.Sort(Conflict.Compare);
        return found;
    }

    private static Conflict? Judge(Model? model, Offer offer, ConflictField field, List<Statement> said, ILookup<string, Claim> past)
    {
        if (said.Count < 2 || Tolerance.Agree(said.Min(s => s.Number), said.Max(s => s.Number), Tolerance.Of(field.Property))) return null;
        Statement[] statements = [.. said.OrderBy(s => s.Claim.Property != field.Property).ThenBy(s => s.Claim, ByPrecedence)];
        if (!statements.Any(s => s.Publisher != statements[0].Publisher)) return null;
        var disagreement = new Disagreement(offer, field, statements, [.. past[offer.Id.ToString()]]);
        var (kind, evidence) = ConflictKind.All.Select(k => (Kind: k, Evidence: k.Find(disagreement))).First(k => k.Evidence is not null);
        var rival = statements.First(s => !Tolerance.Agree(s.Number, statements[0].Number, Tolerance.Of(field.Property)));
        return new()
        {
            Model = model, Offer = offer, Field = field, Kind = kind, Evidence = evidence!, Statements = statements, Values = disagreement.Values, Ratio = disagreement.Ratio,
            Policy = rival.Claim.Property != field.Property ? $"a statement of the {field.Label.ToLowerInvariant()} itself goes first" : Precedence.Reason(statements[0].Claim, rival.Claim),
        };
    }

    private static readonly Comparer<Claim> ByPrecedence = Comparer<Claim>.Create(Precedence.Compare);

    private static bool HasSeveralSources(Offer offer)
    {
        foreach (var claim in offer.Claims)
            if (claim.Source.Publisher != offer.Claims[0].Source.Publisher) return true;
        return false;
    }

    /// <summary>The fields of an offer on which more than one claim bears.</summary>
    private static Dictionary<ConflictField, List<Statement>> FieldsOf(Offer offer, Dictionary<Property, ConflictField?> known)
    {
        var fields = new Dictionary<ConflictField, List<Statement>>(ReferenceEqualityComparer.Instance);
        foreach (var claim in offer.Claims)
        {
            ref var field = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(known, claim.Property, out var there);
            if (!there) field = ConflictField.Of(claim.Property);
            if (field is not null) Add(fields, field, claim);
        }
        InPlaceOf(offer, fields, ConflictField.Context, Property.MaxInput);
        InPlaceOf(offer, fields, ConflictField.Pdf, Property.ModalitiesIn);
        return fields;
    }

    /// <summary>Some lists state a field by way of another property alone: the greatest input in place of the context window.</summary>
    private static void InPlaceOf(Offer offer, Dictionary<ConflictField, List<Statement>> fields, ConflictField field, Property other)
    {
        if (!fields.TryGetValue(field, out var said)) return;
        var own = said.Select(s => s.Publisher).ToHashSet(StringComparer.Ordinal);
        foreach (var claim in offer.Claims)
            if (claim.Property == other && !own.Contains(claim.Source.Publisher)) Add(fields, field, claim);
    }

    /// <summary>Of one page only the newest statement counts: a page that has changed its mind does not contradict itself.</summary>
    private static void Add(Dictionary<ConflictField, List<Statement>> fields, ConflictField field, Claim claim)
    {
        if (Statement.Of(field, claim) is not { } statement) return;
        if (!fields.TryGetValue(field, out var said)) fields[field] = said = [];
        var older = said.FindIndex(s => s.Publisher == statement.Publisher && s.Claim.Source.Url == claim.Source.Url && s.Claim.Source.AsOf != claim.Source.AsOf);
        if (older < 0) said.Add(statement);
        else if (said[older].Claim.Source.AsOf.Latest < claim.Source.AsOf.Latest) said[older] = statement;
    }
}
