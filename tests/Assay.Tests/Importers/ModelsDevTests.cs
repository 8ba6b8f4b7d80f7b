using System.Text;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

public sealed class ModelsDevTests
{
    private static readonly ModelsDevCatalogue Importer = new();
    private static readonly Lazy<ParsedSnapshot> Small = new(() => Importer.Parse(Importer.Read(Path.Combine(TestData.Folder, "models.dev-small")), new() { Today = new(2026, 7, 2) }));

    [Fact]
    public void A_small_snapshot_becomes_claims_refusals_and_notes() => TestData.ShouldBeGolden(ClaimText.Of(Small.Value), "models.dev-small/golden.txt");

    [Fact]
    public void A_price_stays_digit_for_digit_what_the_source_prints() =>
        Value("acme/lark", "price.input").ShouldBe("0.049999999999999996");

    [Fact]
    public void Zero_context_window_is_refused_and_told()
    {
        Values("acme/lark-old", "context_window").ShouldBeEmpty();
        Small.Value.Refusals.ShouldContain(r => r.Where == "$.acme.models.lark-old.limit.context" && r.Reason == "0 tokens is not a limit");
        Value("acme/lark-old", "name").ShouldBe("Lark Old");
    }

    [Fact]
    public void A_forced_no_is_marked_and_a_missing_field_says_nothing()
    {
        Claims("acme/lark", "capability.reasoning").ShouldHaveSingleItem().Forced.ShouldBeTrue();
        Claims("acme/lark", "weights").ShouldHaveSingleItem().Forced.ShouldBeTrue();
        Claims("acme/lark", "capability.tool_use").ShouldHaveSingleItem().Forced.ShouldBeFalse();
        Claims("acme/lark", "capability.structured_outputs").ShouldBeEmpty();
    }

    [Fact]
    public void A_cost_of_zero_is_unconfirmed_unless_the_id_says_free()
    {
        var wren = Claims("acme/wren", "price.input").ShouldHaveSingleItem();
        (wren.Unconfirmed, wren.Note).ShouldBe((true, "0 in the source: free, or billed another way; it does not say"));
        Claims("acme/wren:free", "price.input").ShouldHaveSingleItem().Unconfirmed.ShouldBeFalse();
    }

    [Fact]
    public void Tiers_and_priced_modes_are_told_once()
    {
        Value("acme/lark", "price.input>128000").ShouldBe("0.1");
        Values("acme/lark", "price.input>200000").ShouldBeEmpty();
        Value("acme/lark-old", "price.input>200000").ShouldBe("2");
        Value("acme/lark#tier=fast", "price.output").ShouldBe("4");
    }

    [Fact]
    public void A_base_model_gives_what_the_entry_does_not_say_or_leave_out()
    {
        Value("market/acme/lark", "context_window").ShouldBe("200000");
        Value("market/acme/lark", "max_output").ShouldBe("4000");
        Values("market/acme/lark", "max_input").ShouldBeEmpty();
        Values("market/acme/lark", "capability.structured_outputs").ShouldBeEmpty();
        (Value("market/acme/lark", "price.input"), Value("market/acme/lark", "price.output")).ShouldBe(("0.2", "8"));
        Values("market/acme/lark", "price.input>1000").ShouldBeEmpty();
        Value("market/acme/lark", "serves").ShouldBe("acme/lark");
        Value("market/acme/lark#tier=fast", "serves").ShouldBe("acme/lark");
        Claims("market/acme/lark", "context_window").Single().Note!.ShouldContain("acme/lark");
    }

    [Fact]
    public void A_base_of_a_base_gives_too_and_what_it_leaves_out_stays_out()
    {
        Value("market/acme/lark-eu", "context_window").ShouldBe("100000");
        Value("market/acme/lark-eu", "max_output").ShouldBe("8000");
        Values("market/acme/lark-eu", "knowledge_cutoff").ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_or_circular_base_is_told_and_the_entry_kept_when_it_says_enough()
    {
        Value("market/acme/gone", "price.input").ShouldBe("1");
        Values("market/acme/void", "name").ShouldBeEmpty();
        Small.Value.Refusals.Count(r => r.Reason.Contains("does not exist")).ShouldBe(2);
        Small.Value.Refusals.ShouldContain(r => r.Reason.Contains("goes in a circle") && r.What == "offer market/acme/round");
        Values("market/acme/gone", "serves").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "the file is empty (0 bytes)")]
    [InlineData("{\"a\":{\"models\":{\"m\":{\"name\":\"x\"", "not whole JSON, at line 1, byte 32")]
    [InlineData("<html>", "not whole JSON, at line 1, byte 1")]
    [InlineData("[]", "the file is a list; it must be an object")]
    [InlineData("{\"data\":[]}", "no provider with models is in it")]
    [InlineData("{\"providers\":[],\"models\":{}}", "'providers' is a list")]
    public void A_file_that_cannot_be_read_says_where_and_why(string text, string reason)
    {
        var message = Should.Throw<ImportException>(() => Parse("api.json", text)).Message;
        message.ShouldStartWith("api.json: ");
        message.ShouldContain(reason);
    }

    [Fact]
    public void A_byte_order_mark_is_read_over_and_UTF_16_refused()
    {
        Parse("api.json", "\ufeff{\"p\":{\"models\":{\"m\":{\"name\":\"x\"}}}}").Claims.ShouldHaveSingleItem();
        Should.Throw<ImportException>(() => Importer.Parse(new([new("api.json", Encoding.Unicode.GetPreamble())]), new() { Today = new(2026, 7, 2) })).Message.ShouldContain("UTF-16");
    }

    [Fact]
    public void A_doubled_entry_counts_once_and_is_told()
    {
        var parsed = Parse("api.json", """{"p":{"models":{"m":{"name":"first"},"m":{"name":"second"}}}}""");
        parsed.Claims.ShouldHaveSingleItem().Value.Text.ShouldBe("first");
        parsed.Refusals.ShouldHaveSingleItem().Reason.ShouldContain("doubled");
    }

    [Fact]
    public void One_object_of_providers_and_models_says_the_same_as_two_files()
    {
        var folder = Path.Combine(TestData.Folder, "models.dev-small");
        var both = $"{{\"models\":{File.ReadAllText(Path.Combine(folder, "models.json"))},\"providers\":{File.ReadAllText(Path.Combine(folder, "api.json"))}}}";
        ClaimText.Of(Parse("catalog.json", both).Claims).ShouldBe(ClaimText.Of(Small.Value.Claims));
    }

    [Fact]
    public void The_date_given_is_the_date_of_every_claim()
    {
        var claim = Importer.Parse(new([new("api.json", "{\"p\":{\"models\":{\"m\":{\"name\":\"x\"}}}}"u8.ToArray())]), new() { Today = new(2026, 7, 2), Date = new(2026, 1, 5) }).Claims.Single();
        (claim.From, claim.Source.AsOf.ToString(), claim.Source.Retrieved).ShouldBe((new DateOnly(2026, 1, 5), "2026-01-05", new DateOnly(2026, 1, 5)));
    }

    private static ParsedSnapshot Parse(string name, string text) => Importer.Parse(new([new SnapshotFile(name, Encoding.UTF8.GetBytes(text))]), new() { Today = new(2026, 7, 2) });

    private static Claim[] Claims(string offer, string property) => [.. Small.Value.Claims.Where(c => c.Subject == Subject.Offer(offer) && c.Property.Name == property)];

    private static string[] Values(string offer, string property) => [.. Claims(offer, property).Select(c => c.Value.Text)];

    private static string Value(string offer, string property) => Values(offer, property).ShouldHaveSingleItem();
}
