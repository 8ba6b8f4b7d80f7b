using Assay.Catalog;
using Assay.Catalog.Conflicts;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Property = Assay.Catalog.Property;

namespace Assay.Tests.Conflicts;

public sealed class ConflictPropertyTests
{
    private static readonly Property Input = Property.Price(PriceKind.Input);

    private static readonly Gen<(string Publisher, int Cents)[]> Lists =
        from count in Gen.Choose(2, 5)
        from cents in Gen.Choose(0, 400).ArrayOf(count)
        select cents.Select((c, i) => ($"List {i}", c)).ToArray();

    [Fact]
    public void The_order_of_sources_changes_nothing() => Check.QuickThrowOnFailure(Prop.ForAll(Lists.ToArbitrary(), lists =>
        Told(lists) == Told([.. lists.Reverse()])));

    [Fact]
    public void There_is_a_conflict_exactly_where_two_lists_are_more_than_one_percent_apart() => Check.QuickThrowOnFailure(Prop.ForAll(Lists.ToArbitrary(), lists =>
        Find(lists).Any() == (lists.Max(l => l.Cents) > lists.Min(l => l.Cents) * 1.01m)));

    [Fact]
    public void Equal_values_are_no_conflict() => Check.QuickThrowOnFailure(Prop.ForAll(Lists.ToArbitrary(), lists =>
        Find([.. lists.Select(l => (l.Publisher, lists[0].Cents))]).Count == 0));

    [Fact]
    public void Every_statement_stands_in_the_conflict_under_one_value() => Check.QuickThrowOnFailure(Prop.ForAll(Lists.ToArbitrary(), lists =>
        Find(lists).All(c => c.Statements.Count == lists.Length && c.Values.Sum(v => v.Count) == lists.Length && c.Values.Count > 1 && c.Ratio is null or > 1)));

    [Fact]
    public void A_price_far_below_its_neighbours_is_never_the_cheapest_without_a_word() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from cents in Gen.Choose(100, 900).ArrayOf(4) from times in Gen.Choose(900, 5_000) from said in Gen.Choose(0, 2) select (cents, times, said)).ToArbitrary(), given =>
        {
            // Other routes; or only what another source says of the same offer; or both.
            var catalog = new TestCatalog();
            var model = catalog.Model("acme/owl-7b");
            if (given.said != 1) foreach (var (cents, i) in given.cents.Select((c, i) => (c, i))) model.Offer($"route{i}/owl", cents / 100m, cents / 100m);
            model.Offer("odd/owl", given.cents.Min() / 100m / given.times, given.cents.Min() / 100m / given.times);
            foreach (var kind in given.said == 0 ? [] : new[] { PriceKind.Input, PriceKind.Output })
                catalog.Say(Subject.Offer("odd/owl"), Property.Price(kind), new ClaimValue.Number(given.cents.Min() / 100m), TestCatalog.From("Another list", SourceRank.Aggregator, "2026-01-01"));
            catalog.Model("acme/other").Offer("route0/other", 1, 1);

            var page = catalog.Compare("acme/owl-7b", "acme/other");
            var best = page.Context.CostOf(page.Models[0]).Best?.Offer.Id.Provider;
            return best != "odd" && page.Findings.Any(f => f.Rule == "cost-suspicious" && f.Decision == "set-aside" && f.Claims.Count > 1);
        }));

    [Fact]
    public void A_price_that_its_maker_states_is_used_with_a_warning_though_lists_contradict_it()
    {
        var catalog = new TestCatalog();
        catalog.Model("acme/owl-7b").Offer("acme/owl", 300, 300);
        foreach (var kind in new[] { PriceKind.Input, PriceKind.Output }) catalog.Say(Subject.Offer("acme/owl"), Property.Price(kind), new ClaimValue.Number(0.3m), TestCatalog.From("Acme"));
        catalog.Model("acme/other").Offer("p/other", 1, 1);
        var page = catalog.Compare("acme/owl-7b", "acme/other");
        page.Context.CostOf(page.Models[0]).UsdPerMonth.ShouldBe(315);
        page.Findings.Single(f => f.Rule == "cost-suspicious").Text.ShouldBe(
            "The bill of owl-7b rests on a price at acme that others contradict: its input price of $0.30 is 1,000× below the $300 that Price list gives. Check it before you rely on it.");
    }

    private static IReadOnlyList<Conflict> Find((string Publisher, int Cents)[] lists) => lists.Aggregate(new TwoLists(), (all, l) => all.Says(l.Publisher, Input, l.Cents / 100m)).Conflicts();

    private static string Told((string Publisher, int Cents)[] lists) =>
        string.Join('\n', Find(lists).Select(c => $"{c.Field.Name} {c.Kind} {c.Ratio} {c.Evidence.Text} {c.Policy} {string.Join(' ', c.Statements.Select(s => s.Publisher))} {string.Join(' ', c.Pairs)}"));
}
