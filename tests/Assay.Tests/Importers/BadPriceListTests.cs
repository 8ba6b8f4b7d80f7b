using System.Text;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>Damaged and hostile files: a file is refused as a whole, or its bad entries are, and nothing else happens.</summary>
public sealed class BadPriceListTests
{
    private static readonly string[] Formats = ["litellm", "portkey", "langfuse"];

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    [InlineData("{\"a\": NaN}")]
    [InlineData("{\"a\": {\"litellm_provider\": \"x\"")]
    public void A_file_that_is_not_of_the_format_is_refused_with_its_name(string text)
    {
        foreach (var format in Formats) Should.Throw<ImportException>(() => Parse(format, Encoding.UTF8.GetBytes(text))).Message.ShouldContain(".json");
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused() =>
        Should.Throw<ImportException>(() => Parse("litellm", [.. "{\"a\": \""u8, 0xff, 0xc3, .. "\"}"u8])).Message.ShouldContain("not UTF-8");

    [Fact]
    public void Half_a_character_and_a_doubled_key_cost_one_entry_at_most()
    {
        var parsed = Parse("litellm", """
            { "ok": { "litellm_provider": "acme", "input_cost_per_token": 1e-6, "input_cost_per_token": 2e-6, "deprecation_date": "\ud800" },
              "half\udc00": { "litellm_provider": "acme", "mode": "\ud83d\ude00" }, "ok": { "litellm_provider": "acme" },
              "<script>alert(1)</script>": { "litellm_provider": "acme", "mode": "chat" } }
            """u8.ToArray());
        parsed.Claims.ShouldContain(c => c.Subject.Id == "acme/ok" && c.Property.Name == "price.input" && c.Value.Text == "1");
        parsed.Claims.ShouldContain(c => c.Subject.Id == "acme/half\ufffd" && c.Value.Text == "\U0001F600");
        parsed.Claims.ShouldContain(c => c.Subject.Id == "acme/<script>alert(1)</script>");
        parsed.Refusals.Count(r => r.Reason == "the key is doubled; the first one counts").ShouldBe(2);
    }

    [Fact]
    public void A_name_of_a_million_letters_is_refused_shortly()
    {
        var name = new string('x', 1_000_000);
        var refusal = Parse("litellm", Encoding.UTF8.GetBytes($$"""{ "{{name}}": { "litellm_provider": "acme", "mode": "chat" } }""")).Refusals.ShouldHaveSingleItem();
        refusal.Value.Length.ShouldBeLessThan(100);
    }

    [Fact]
    public void A_pattern_that_never_ends_holds_nothing_up()
    {
        var parsed = Parse("langfuse", Encoding.UTF8.GetBytes($$"""[{ "modelName": "{{new string('a', 60)}}!", "matchPattern": "(openai/)?^(a+)+$", "pricingTiers": [] }]"""));
        parsed.Refusals.ShouldHaveSingleItem().Reason.ShouldStartWith("no model id can be told");
    }

    [Fact]
    public void Whatever_byte_is_broken_the_import_ends_in_claims_or_a_told_fault() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(from at in Gen.Choose(0, int.MaxValue) from letter in Gen.Choose(0, 255) select (At: at, By: (byte)letter)), change => Break(change.At, change.By)));

    private static void Break(int where, byte by)
    {
        foreach (var format in Formats)
        {
            var importer = ImportFormats.Get(format);
            var files = importer.Read(Path.Combine(TestData.Folder, $"{format}-small")).Files;
            var broken = files.Select((f, i) => i > 0 ? f : f with { Bytes = Change(f.Bytes, where % f.Bytes.Length, by) });
            try
            {
                importer.Parse(new(broken), new() { Today = new(2026, 7, 2) }).Claims.ShouldAllBe(c => c.Subject.Id.Contains('/'));
            }
            catch (ImportException fault)
            {
                fault.Problems.ShouldNotBeEmpty();
            }
        }
    }

    private static byte[] Change(byte[] bytes, int at, byte by)
    {
        var changed = bytes.ToArray();
        changed[at] = by;
        return changed;
    }

    private static ParsedSnapshot Parse(string format, byte[] bytes)
    {
        var name = format switch { "litellm" => "model_prices_and_context_window.json", "portkey" => "pricing/acme.json", _ => "default-model-prices.json" };
        return ImportFormats.Get(format).Parse(new([new SnapshotFile(name, bytes)]), new() { Today = new(2026, 7, 2) });
    }
}
