using Assay.Catalog;
using Assay.Comparison;
using Assay.Units;

namespace Assay.Tests;

/// <summary>A small catalogue built in memory from claims, the way importers do it.</summary>
public sealed class TestCatalog
{
    public static readonly DateOnly Today = new(2026, 7, 2);

    private readonly List<Claim> claims = [];

    public DateOnly Day { get; init; } = Today;
    public IReadOnlyList<Claim> Claims => claims;

    public static Source From(string publisher = "Maker", SourceRank rank = SourceRank.Vendor, string asOf = "2026-06-01", string? url = null) =>
        new() { Publisher = publisher, Url = url ?? $"https://example.org/{publisher.ToLowerInvariant()}", Rank = rank, AsOf = PartialDate.Parse(asOf) };

    public static Claim Claim(Subject subject, Property property, ClaimValue value, Source? source = null, bool unconfirmed = false, bool forced = false) => new()
    {
        Subject = subject, Property = property, Value = value, Source = source ?? From(), Unconfirmed = unconfirmed, Forced = forced, From = new(2020, 1, 1),
    };

    public TestCatalog Add(Claim claim)
    {
        claims.Add(claim);
        return this;
    }

    public TestCatalog Say(Subject subject, Property property, ClaimValue value, Source? source = null, bool unconfirmed = false) =>
        Add(Claim(subject, property, value, source, unconfirmed));

    public TestModel Model(string id, string? name = null)
    {
        Say(Subject.Model(id), Property.DisplayName, new ClaimValue.Words(name ?? id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..]));
        return new(this, id);
    }

    public TestCatalog Provider(string id, string name, string? protocol = null)
    {
        Say(Subject.Provider(id), Property.DisplayName, new ClaimValue.Words(name));
        return protocol is null ? this : Say(Subject.Provider(id), Property.About("protocol"), new ClaimValue.Words(protocol));
    }

    public CatalogSnapshot Snapshot() => CatalogBuilder.Build(claims, Day);

    public ModelComparison Compare(params string[] ids) => Compare(TrafficProfile.Default, ids);

    public ModelComparison Compare(TrafficProfile traffic, params string[] ids)
    {
        var catalog = Snapshot();
        return new Comparer().Compare(catalog, [.. ids.Select(id => catalog.ById(id) ?? throw new ArgumentException($"'{id}' is not in the test catalogue.", nameof(ids)))], traffic);
    }
}

/// <summary>Claims about one model and its offers.</summary>
public sealed class TestModel(TestCatalog catalog, string id)
{
    public TestModel Is(Property property, decimal number, bool unconfirmed = false) => Is(property, new ClaimValue.Number(number), unconfirmed);
    public TestModel Is(Property property, string words) => Is(property, new ClaimValue.Words(words));
    public TestModel On(Property property, string date) => Is(property, new ClaimValue.Date(PartialDate.Parse(date)));
    public TestModel Set(Property property, params string[] items) => Is(property, new ClaimValue.Set(items));

    public TestModel Is(Property property, ClaimValue value, bool unconfirmed = false, Source? source = null)
    {
        catalog.Say(Subject.Model(id), property, value, source, unconfirmed);
        return this;
    }

    public TestModel Has(params Capability[] capabilities)
    {
        foreach (var capability in capabilities) Is(capability.Property, ClaimValue.Yes);
        return this;
    }

    public TestModel Lacks(params Capability[] capabilities)
    {
        foreach (var capability in capabilities) Is(capability.Property, ClaimValue.No);
        return this;
    }

    public TestModel Retired(string on, string? successor = null)
    {
        On(Property.Retires, on);
        return successor is null ? this : Is(Property.Successor, successor);
    }

    public TestModel Offer(string offer, decimal? input = null, decimal? output = null, string asOf = "2026-06-20", bool unconfirmed = false)
    {
        var source = TestCatalog.From("Price list", SourceRank.Aggregator, asOf);
        catalog.Say(Subject.Offer(offer), Property.Serves, new ClaimValue.Words(id), source);
        if (input is { } i) catalog.Say(Subject.Offer(offer), Property.Price(PriceKind.Input), new ClaimValue.Number(i), source, unconfirmed);
        if (output is { } o) catalog.Say(Subject.Offer(offer), Property.Price(PriceKind.Output), new ClaimValue.Number(o), source, unconfirmed);
        return this;
    }

    public TestModel Scored(string benchmark, decimal value, int? passed = null, int? n = null, string? category = null, string unit = "percent") =>
        Is(Property.Result, new ClaimValue.Score(new() { Benchmark = benchmark, Value = value, Unit = unit, Passed = passed, N = n, Category = category }));
}
