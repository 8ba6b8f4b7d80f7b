using Assay.Catalog;
using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

public sealed class LongNameSlugTests
{
    [Fact]
    public void An_id_built_like_another_models_long_name_does_not_take_its_slug()
    {
        static Claim Named(Subject subject) => new()
        {
            Subject = subject, Property = Property.DisplayName, Value = new ClaimValue.Words("x"), From = new(2026, 1, 1),
            Source = new() { Publisher = "p", Url = "https://p.example", Rank = SourceRank.Aggregator, AsOf = new PartialDate(2026) },
        };
        var snapshot = CatalogBuilder.Build(
            [Named(Subject.Model("anthropic/opus")), Named(Subject.Model("other/opus")), Named(Subject.Model("sap/anthropic--opus"))], new(2026, 7, 2));
        snapshot.Models.Select(m => m.Slug).ShouldBe(["anthropic--opus", "other--opus", "sap--anthropic--opus"], ignoreOrder: true);
    }
}
