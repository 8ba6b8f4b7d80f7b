using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Tests.Importers;
using Shouldly;
using Xunit;

namespace Assay.Tests.Catalog;

public sealed class OfferColumnsTests
{
    private static readonly DateOnly Day = new(2026, 7, 2);

    [Fact]
    public void Usual_prices_are_columns_and_every_other_price_is_in_the_cell_of_others()
    {
        var offers = Offers("litellm", "lark");
        var columns = OfferColumns.Of(offers);
        columns.Select(c => c.Name).ShouldBe(["input", "output", "cache_read", "cache_write", "batch_input", "batch_output"]);
        OfferColumns.Others(offers.Single(o => o.Id == "acme/lark"), columns).Select(o => $"{o.Label} {o.Price.Display}")
            .ShouldBe(["Cache write, 1 hour $6.00", "Cache write, 1 hour above 200K input tokens $12.00", "Per web search $0.01"]);
    }

    [Fact]
    public void Where_there_is_room_two_more_kinds_are_columns()
    {
        var offers = Offers("litellm", "scribe").Concat(Offers("litellm", "voice")).Concat(Offers("litellm", "reader")).ToArray();
        OfferColumns.Of(offers).Select(c => c.Name).ShouldBe(["input", "output", "per_second_audio_input", "input_characters"]);
    }

    [Fact]
    public void No_price_is_lost_between_columns_and_others()
    {
        foreach (var offer in ((string[])["litellm", "portkey", "langfuse"]).SelectMany(f => Offers(f, "")))
        {
            var columns = OfferColumns.Of([offer]);
            var shown = columns.Sum(c => (offer.Prices.ContainsKey(c.Name) ? 1 : 0) + offer.Tiers.Count(t => t.Prices.ContainsKey(c.Name))) + OfferColumns.Others(offer, columns).Count();
            shown.ShouldBe(offer.Prices.Count + offer.Tiers.Sum(t => t.Prices.Count), offer.Id);
        }
    }

    [Fact]
    public void Every_qualifier_of_an_offer_is_said()
    {
        string? Apart(string format, string id) => Offers(format, "").Single(o => o.Id == id).Apart;
        Apart("litellm", "acme/lark").ShouldBeNull();
        Apart("litellm", "azure/wren#region=eu&tier=priority").ShouldBe("eu · priority tier");
        Apart("litellm", "amazon-bedrock/acme.wren-v1#region=us-gov-west-1&commitment=1-month").ShouldBe("us-gov-west-1 · commitment 1-month");
        Apart("portkey", "openai/brush#quality=hd&size=1024x1792").ShouldBe("quality hd · size 1024x1792");
    }

    private static OfferView[] Offers(string format, string id) =>
        [.. CatalogBuilder.Build(PriceListTests.Small(format).Claims, Day).Models.SelectMany(m => m.Offers.Concat(m.Variants)).Select(o => OfferView.Of(o, Day)).Where(o => o.ProviderModelId.Contains(id))];
}
