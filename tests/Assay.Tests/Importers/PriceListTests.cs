using Assay.Adapters.Importers;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>Small snapshots of our own making: what each list of prices becomes.</summary>
public sealed class PriceListTests
{
    [Theory]
    [InlineData("litellm")]
    [InlineData("portkey")]
    [InlineData("langfuse")]
    public void A_small_snapshot_becomes_claims_refusals_and_notes(string format) => TestData.ShouldBeGolden(ClaimText.Of(Small(format)), $"{format}-small/golden.txt");

    [Theory]
    [InlineData("litellm", "acme/lark", "price.input", "3")]
    [InlineData("litellm", "acme/lark", "price.cache_write_1h>200000", "12")]
    [InlineData("litellm", "acme/lark", "price.batch_output", "7.5")]
    [InlineData("litellm", "acme/lark", "price.per_web_search", "0.01")]
    [InlineData("litellm", "acme/lark", "max_input", "128000")]
    [InlineData("litellm", "acme/lark#tier=priority", "price.input>200000", "12")]
    [InlineData("litellm", "azure/wren#region=eu", "price.output", "0.59997")]
    [InlineData("litellm", "azure/wren#region=eu&tier=priority", "price.input", "2")]
    [InlineData("litellm", "amazon-bedrock/acme.wren-v1#region=us-gov-west-1&commitment=1-month", "price.per_second", "0.011")]
    [InlineData("litellm", "amazon-bedrock/eu.acme.wren-v1:0", "price.input", "1")]
    [InlineData("litellm", "perplexity-agent/acme/wren", "price.input", "1")]
    [InlineData("litellm", "acme/brush#size=1024x1024&steps=50", "price.per_output_image", "0.04")]
    [InlineData("litellm", "acme/brush", "price.per_output_image", "0.02")]
    [InlineData("litellm", "alibaba/owl", "price.input>256000", "0.25")]
    [InlineData("litellm", "acme/scribe", "price.per_second_audio_input", "0.0000277778")]
    [InlineData("litellm", "acme/voice", "price.input_characters", "15")]
    [InlineData("portkey", "openai/lark", "price.input", "2.5")]
    [InlineData("portkey", "openai/lark", "price.per_file_search", "0.0025")]
    [InlineData("portkey", "openai/lark", "price.input>200000", "5")]
    [InlineData("portkey", "openai/lark", "price.fine_tuning", "8")]
    [InlineData("portkey", "openai/lark", "max_output", "16384")]
    [InlineData("portkey", "openai/lark#tier=priority", "price.input", "4.25")]
    [InlineData("portkey", "openai/lark#region=us,eu&tier=flex", "price.input", "1.375")]
    [InlineData("portkey", "openai/wren", "price.input>128000", "2")]
    [InlineData("portkey", "openai/brush#quality=hd&size=1024x1792", "price.per_output_image", "0.12")]
    [InlineData("portkey", "openai/brush#size=720x1280", "price.per_second_video_output", "0.1")]
    [InlineData("portkey", "openai/embed", "price.input", "0.00125")]
    [InlineData("portkey", "openai/asked", "price.per_request", "0.005")]
    [InlineData("langfuse", "openai/lark-4", "price.input", "2.5")]
    [InlineData("langfuse", "openai/lark-4", "price.input>272000", "5")]
    [InlineData("langfuse", "openai/lark-4#tier=priority", "price.input", "4.25")]
    [InlineData("langfuse", "anthropic/wren-3-5-20241022", "price.cache_write", "3.75")]
    [InlineData("langfuse", "openai/embed", "price.output", "0.1")]
    public void A_price_is_converted_to_the_last_digit(string format, string offer, string property, string value) =>
        Small(format).Claims.Where(c => c.Subject.Id == offer && c.Property.Name == property).ShouldHaveSingleItem().Value.Text.ShouldBe(value);

    [Theory]
    [InlineData("litellm", "openai/even")]
    [InlineData("portkey", "openai/70b")]
    [InlineData("portkey", "openai/euro")]
    [InlineData("portkey", "openai/default")]
    [InlineData("portkey", "openai/wren-lte-128k")]
    [InlineData("langfuse", "openai/bad")]
    public void Nothing_that_is_no_model_becomes_an_offer(string format, string offer) => Small(format).Claims.ShouldNotContain(c => c.Subject.Id == offer);

    [Fact]
    public void A_zero_is_free_only_where_the_id_says_so()
    {
        bool Unconfirmed(string format, string offer, string kind) => Small(format).Claims.Where(c => c.Subject.Id == offer && c.Property.Name == $"price.{kind}").ShouldHaveSingleItem().Unconfirmed;
        Unconfirmed("litellm", "acme/gift:free", "input").ShouldBeFalse();
        Unconfirmed("litellm", "acme/sorter", "input").ShouldBeTrue();
        Unconfirmed("litellm", "acme/sorter", "per_request").ShouldBeFalse();
        Unconfirmed("portkey", "openai/zero", "output").ShouldBeTrue();
        Unconfirmed("portkey", "openai/lark", "cache_write").ShouldBeTrue();
    }

    [Theory]
    [InlineData("litellm")]
    [InlineData("portkey")]
    [InlineData("langfuse")]
    public void Claims_name_their_publisher_rank_address_and_day(string format)
    {
        var parsed = Small(format);
        var source = parsed.Claims.Select(c => c.Source).Distinct().ShouldHaveSingleItem();
        source.Rank.ShouldBe(SourceRank.Aggregator);
        source.Url!.ShouldStartWith("https://");
        source.Feed.ShouldBe(format);
        parsed.Claims.ShouldAllBe(c => c.From == parsed.Snapshot.AsOf && c.Subject.Kind == SubjectKind.Offer);
    }

    internal static ParsedSnapshot Small(string format)
    {
        var importer = ImportFormats.Get(format);
        return importer.Parse(importer.Read(Path.Combine(TestData.Folder, $"{format}-small")), new() { Today = new(2026, 7, 2) });
    }
}
