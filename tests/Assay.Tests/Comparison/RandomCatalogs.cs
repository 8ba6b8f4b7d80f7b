using Assay.Catalog;
using Assay.Units;
using FsCheck;
using FsCheck.Fluent;
using Property = Assay.Catalog.Property;

namespace Assay.Tests.Comparison;

/// <summary>Small catalogues of arbitrary claims on three models and five offers: contradictions, rumours, odd numbers, and often nothing at all.</summary>
internal static class RandomCatalogs
{
    public static readonly string[] Models = ["alpha/one", "beta/two", "gamma/three"];

    private static readonly (string Offer, string Model)[] Offers =
        [("pine/one", "alpha/one"), ("rock/one#tier=flex", "alpha/one"), ("pine/two", "beta/two"), ("rock/two", "beta/two"), ("rock/three", "gamma/three")];

    private static readonly decimal[] Prices = [0, 0.0000001m, 0.01m, 0.2m, 0.2m, 3, 10, 30];
    private static readonly decimal[] Sizes = [0, 1, 4_096, 8_192, 128_000, 131_072, 1_048_576];
    private static readonly string[] Dates = ["2023", "2024-05", "2024-12-06", "2026-06-30", "2026-07-02", "2026-07", "2026-12-01", "2027"];

    private static Gen<Source> Sources =>
        from rank in Gen.Elements(SourceRank.Vendor, SourceRank.Provider, SourceRank.Aggregator, SourceRank.Community)
        from publisher in Gen.Elements("Maker", "List", "Page")
        from date in Gen.Elements("2024", "2025-03", "2025-11-30", "2026-07-01", "2026-07")
        select TestCatalog.From(publisher, rank, date);

    private static Gen<(Property, ClaimValue)> OfAnything => Gen.OneOf(
        from p in Gen.Elements(Property.ContextWindow, Property.MaxInput, Property.MaxOutput) from n in Gen.Elements(Sizes) select (p, (ClaimValue)new ClaimValue.Number(n)),
        from c in Gen.Elements(Capability.All.ToArray()) from yes in Gen.Elements(true, false) select (c.Property, (ClaimValue)ClaimValue.Of(yes)),
        from p in Gen.Elements(Property.Deprecated, Property.Retires) from d in Gen.Elements(Dates) select (p, (ClaimValue)new ClaimValue.Date(PartialDate.Parse(d))),
        from s in Gen.Elements("preview", "active", "deprecated", "retired") select (Property.LifecycleStatus, (ClaimValue)new ClaimValue.Words(s)));

    private static Gen<(Property, ClaimValue)> OfModel => Gen.OneOf(OfAnything, OfAnything, Results,
        from w in Gen.Elements((Property.Weights, "open"), (Property.Weights, "closed"), (Property.Licence, "MIT"), (Property.Licence, "House Terms"), (Property.Family, "kin"),
            (Property.CommercialUse, "conditions"), (Property.Successor, "beta/two"), (Property.Successor, "nobody/knows"), (Property.Architecture, "decoder only"))
        select (w.Item1, (ClaimValue)new ClaimValue.Words(w.Item2)),
        from t in Gen.Elements(VisionTask.All.ToArray()) from yes in Gen.Elements(true, false) select (t.Property, (ClaimValue)ClaimValue.Of(yes)),
        from m in Gen.Elements(new[] { "text" }, ["text", "image"], ["audio", "video"]) select (Property.ModalitiesIn, (ClaimValue)new ClaimValue.Set(m)),
        from d in Gen.Elements(Dates) select (Property.Released, (ClaimValue)new ClaimValue.Date(PartialDate.Parse(d))),
        Gen.Constant((Property.MaxInput, (ClaimValue)new ClaimValue.NotApplicable())));

    private static Gen<(Property, ClaimValue)> Results =>
        from benchmark in Gen.Elements("mmmu", "humaneval", "errors", "vision-evals")
        from value in Gen.Choose(0, 100)
        from category in Gen.Elements(null, null, "Counting")
        from n in Gen.Elements<int?>(null, 20, 100)
        select (Property.Result, (ClaimValue)new ClaimValue.Score(new() { Benchmark = benchmark, Value = value, Unit = "percent", Category = category, N = n, Passed = n is null ? null : value }));

    private static Gen<(Property, ClaimValue)> OfOffer => Gen.OneOf(OfAnything,
        from k in Gen.Elements(PriceKind.Input, PriceKind.Output) from n in Gen.Elements(Prices) select (Property.Price(k), (ClaimValue)new ClaimValue.Number(n)),
        from k in Gen.Elements(PriceKind.Input, PriceKind.Output) from n in Gen.Elements(Prices) select (Property.Price(k), (ClaimValue)new ClaimValue.Number(n)),
        from k in Gen.Elements(PriceKind.All.ToArray()) from n in Gen.Elements(Prices) from above in Gen.Elements<long?>(null, 500, 200_000)
        from hours in Gen.Elements<DailyHours?>(null, null, new DailyHours(new(16, 30), new(0, 30))) select (Property.Price(k, new PriceCondition(above, hours)), (ClaimValue)new ClaimValue.Number(n)),
        Gen.Constant((Property.FreeTier, (ClaimValue)new ClaimValue.Words("60 requests a minute."))));

    private static Gen<Claim> AnyClaim =>
        from about in Gen.OneOf(
            from m in Gen.Elements(Models) from v in OfModel select (Subject: Subject.Model(m), Value: v),
            from o in Gen.Elements(Offers) from v in OfOffer select (Subject: Subject.Offer(o.Offer), Value: v))
        from source in Sources
        from unconfirmed in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from forced in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select TestCatalog.Claim(about.Subject, about.Value.Item1, about.Value.Item2, source, unconfirmed, forced && about.Value.Item2 is ClaimValue.Flag { Value: false });

    /// <summary>Shrinks by leaving claims out.</summary>
    public static Arbitrary<Claim[]> Claims { get; } = Arb.From(
        from size in Gen.Choose(0, 90) from claims in AnyClaim.ArrayOf(size) select claims,
        claims => Enumerable.Range(0, claims.Length).Select(i => (Claim[])[.. claims[..i], .. claims[(i + 1)..]]));

    public static TestCatalog Of(IEnumerable<Claim> claims)
    {
        var catalog = new TestCatalog();
        catalog.Say(Subject.Benchmark("errors"), Property.About("higher_is_better"), new ClaimValue.Words("no"));
        catalog.Provider("pine", "Pine", "openai-chat");
        foreach (var model in Models) catalog.Model(model);
        foreach (var claim in claims) catalog.Add(claim);
        foreach (var (offer, model) in Offers)
            if (catalog.Claims.Any(c => c.Subject == Subject.Offer(offer))) catalog.Say(Subject.Offer(offer), Property.Serves, new ClaimValue.Words(model));
        return catalog;
    }

    public static void ForAll(Action<TestCatalog> holds, int tests = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(20260702, 7), Prop.ForAll(Claims, claims => holds(Of(claims))));
}
