using System.Text;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>Small snapshots of our own making, each with what its importer makes of it; and bytes that nobody should have sent.</summary>
public sealed class SmallCatalogueTests
{
    private static readonly ImportRequest Request = new() { Today = new(2026, 7, 2) };

    [Theory]
    [InlineData("openrouter")]
    [InlineData("genai-prices")]
    [InlineData("llm-prices")]
    [InlineData("models.dev-history")]
    public void A_small_snapshot_becomes_claims_refusals_and_notes(string format) => TestData.ShouldBeGolden(ClaimText.Of(Small(format)), $"{format}-small/golden.txt");

    [Theory]
    [InlineData("openrouter", "models.json", "{\"data\":{}}")]
    [InlineData("openrouter", "models.json", "[]")]
    [InlineData("genai-prices", "data.json", "{}")]
    [InlineData("genai-prices", "data.json", "[{\"id\":")]
    [InlineData("llm-prices", "acme.json", "{\"vendor\":1,\"models\":[]}")]
    [InlineData("llm-prices", "acme.json", "")]
    [InlineData("models.dev-history", "price_history.csv", "")]
    [InlineData("models.dev-history", "price_history.csv", "a,b,c\n1,2,3\n")]
    [InlineData("models.dev-history", "price_history.csv", "date,commit,provider_id,provider_model_id,field,old,new\n2025-06-11T16:51:05-04:00,24a6")]
    [InlineData("models.dev-history", "price_history.csv", "<html>")]
    public void A_file_of_another_kind_is_refused_whole_and_named(string format, string name, string text) =>
        Should.Throw<ImportException>(() => Parse(format, name, Encoding.UTF8.GetBytes(text))).Message.ShouldStartWith(name);

    [Theory]
    [InlineData("openrouter", "models.json")]
    [InlineData("genai-prices", "data.json")]
    [InlineData("llm-prices", "acme.json")]
    [InlineData("models.dev-history", "price_history.csv")]
    public void Bytes_cut_off_or_changed_anywhere_are_read_or_refused_and_never_crash(string format, string name)
    {
        var whole = File.ReadAllBytes(Path.Combine(TestData.Folder, format + "-small", name));
        var (chance, signs) = (new Random(7), "{}[]\",:0-9eax\\ÿ");
        for (var i = 0; i < 400; i++)
        {
            var bytes = i % 2 == 0 ? whole[..chance.Next(whole.Length)] : [.. whole];
            if (i % 2 == 1)
                for (var n = 0; n < 5; n++) bytes[chance.Next(bytes.Length)] = (byte)signs[chance.Next(signs.Length)];
            try
            {
                Parse(format, name, bytes).Claims.ShouldAllBe(c => c.To == null || c.From < c.To);
            }
            catch (ImportException e)
            {
                e.Message.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void A_price_per_token_becomes_one_per_million_without_rounding()
    {
        Value("openrouter", "openrouter/acme/lark", "price.cache_write").ShouldBe("0.08333333333333334");
        Value("openrouter", "openrouter/acme/lark", "price.reasoning").ShouldBe("2");
        Value("openrouter", "openrouter/acme/lark", "price.per_request").ShouldBe("0.002");
        Value("openrouter", "openrouter/acme/lark", "price.input@16:30-00:30").ShouldBe("0.1");
        Claims("openrouter", "openrouter/openrouter/auto").ShouldNotContain(c => c.Property.Name.StartsWith("price."));
        Claims("openrouter", "openrouter/acme/lark:free").Where(c => c.Property.Name.StartsWith("price.")).ShouldAllBe(c => !c.Unconfirmed);
    }

    [Fact]
    public void A_thousand_requests_become_one()
    {
        var price = Claims("genai-prices", "amazon-bedrock/lark").Single(c => c.Property.Name == "price.per_request");
        (price.Value.Text, price.Quoted).ShouldBe(("0.012", "requests_kcount: 12"));
        Value("genai-prices", "amazon-bedrock/lark", "price.output").ShouldBe("0.049999999999999996");
    }

    [Theory]
    [InlineData("genai-prices", "amazon-bedrock/owl", "2025-05-01", "10")]
    [InlineData("genai-prices", "amazon-bedrock/owl", "2025-06-10", "2")]
    [InlineData("genai-prices", "amazon-bedrock/owl", "2026-09-01", "3")]
    [InlineData("llm-prices", "moonshotai/lark", "2025-05-01", "2.5")]
    [InlineData("llm-prices", "moonshotai/lark", "2026-07-02", "1.25")]
    [InlineData("llm-prices", "moonshotai/owl", "2026-07-02", "2")]
    [InlineData("llm-prices", "moonshotai/owl", "2026-07-01", "")]
    [InlineData("llm-prices", "moonshotai/owl", "2026-10-01", "3")]
    [InlineData("models.dev-history", "acme/lark", "2025-06-10", "3")]
    [InlineData("models.dev-history", "acme/lark", "2025-06-11", "1.1")]
    [InlineData("models.dev-history", "acme/lark", "2025-12-07", "1.1")]
    [InlineData("models.dev-history", "acme/lark", "2025-12-08", "0.5")]
    public void The_input_price_of_a_day_is_the_one_that_held_then(string format, string offer, string day, string usd)
    {
        using var temporary = new TemporaryFolder();
        var store = Store.Open(temporary.In("assay.db"));
        new Importing(store).Import(ImportFormats.Get(format), Path.Combine(TestData.Folder, format + "-small"), format == "models.dev-history" ? null : Request.Today);
        var snapshot = CatalogBuilder.Build(new ClaimStore(store).LoadClaims(), DateOnly.Parse(day, null));
        var found = snapshot.Models.SelectMany(m => m.Offers).FirstOrDefault(o => o.Id.ToString() == offer)?.Price(PriceKind.Input);
        (found?.TryGet(out var price) == true ? price.Usd.ToString(System.Globalization.CultureInfo.InvariantCulture) : "").ShouldBe(usd);
        found?.IsDisputed.ShouldBeFalse();
    }

    [Fact]
    public void The_history_holds_nothing_on_the_day_the_snapshot_takes_over() =>
        Small("models.dev-history").Claims.ShouldAllBe(c => c.To != null && c.To <= new DateOnly(2026, 1, 7));

    private static ParsedSnapshot Small(string format)
    {
        var importer = ImportFormats.Get(format);
        return importer.Parse(importer.Read(Path.Combine(TestData.Folder, format + "-small")), Request);
    }

    private static ParsedSnapshot Parse(string format, string name, byte[] bytes) => ImportFormats.Get(format).Parse(new([new(name, bytes)]), Request);

    private static Claim[] Claims(string format, string offer) => [.. Small(format).Claims.Where(c => c.Subject == Subject.Offer(offer))];

    private static string Value(string format, string offer, string property) => Claims(format, offer).Where(c => c.Property.Name == property).ShouldHaveSingleItem().Value.Text;
}
