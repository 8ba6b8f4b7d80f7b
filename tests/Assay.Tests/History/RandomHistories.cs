using Assay.Catalog;
using Assay.Units;
using FsCheck;
using FsCheck.Fluent;
using Property = Assay.Catalog.Property;

namespace Assay.Tests.History;

/// <summary>Claims of a few voices over three weeks: they overlap, leave gaps, come back and contradict each other.</summary>
internal static class RandomHistories
{
    public static readonly DateOnly First = new(2026, 1, 1);
    public const int Days = 24;

    private static readonly Subject[] Subjects = [Subject.Offer("shop/a"), Subject.Offer("shop/b"), Subject.Model("acme/a")];

    private static Gen<(Property, ClaimValue)> Said => Gen.OneOf(
        from n in Gen.Elements(0m, 1m, 1m, 1.0000000001m, 2m, 3.5m) select (Property.Price(PriceKind.Input), (ClaimValue)new ClaimValue.Number(n)),
        from n in Gen.Elements(8_000m, 128_000m) select (Property.ContextWindow, (ClaimValue)new ClaimValue.Number(n)),
        from d in Gen.Elements("2026", "2026-01", "2026-01-20", "2026-03-01") select (Property.Retires, (ClaimValue)new ClaimValue.Date(PartialDate.Parse(d))),
        from s in Gen.Elements("active", "deprecated", "Deprecated") select (Property.LifecycleStatus, (ClaimValue)new ClaimValue.Words(s)),
        from yes in Gen.Elements(true, false) select (Capability.Vision.Property, (ClaimValue)ClaimValue.Of(yes)),
        Gen.Constant((Property.DisplayName, (ClaimValue)new ClaimValue.Words("A"))));

    private static Gen<Claim> Claims =>
        from subject in Gen.Elements(Subjects)
        from said in Said
        from publisher in Gen.Elements("Maker", "List")
        from feed in Gen.Elements<string?>(null, "list")
        from begin in Gen.Choose(0, Days - 2)
        from length in Gen.Choose(1, 8)
        from open in Gen.Elements(true, false, false)
        from unconfirmed in Gen.Elements(true, false, false, false)
        let day = First.AddDays(begin)
        select new Claim
        {
            Subject = subject, Property = said.Item1, Value = said.Item2, Unconfirmed = unconfirmed, From = day, To = open ? null : day.AddDays(length),
            Source = TestCatalog.From(publisher, SourceRank.Vendor, day.ToString("yyyy-MM-dd")) with { Feed = feed },
        };

    /// <summary>Five hundred histories, the same every time.</summary>
    public static void ForAll(Action<Claim[]> check) =>
        Prop.ForAll(Claims.ArrayOf().ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_260_101, 20_260_103, 40));
}
