using System.Text.Json;
using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class ModelsTests
{
    [Fact]
    public async Task Json_is_the_list_of_the_api_and_is_not_cut()
    {
        using var assay = new AssayProcess();
        using var json = JsonDocument.Parse(await assay.Output("models", "--json"));
        json.RootElement.GetProperty("total").GetInt32().ShouldBe(4);
        json.RootElement.GetProperty("models").GetArrayLength().ShouldBe(4);
        using var limited = JsonDocument.Parse(await assay.Output("models", "--json", "--limit", "1"));
        limited.RootElement.GetProperty("models").GetArrayLength().ShouldBe(1);
        limited.RootElement.GetProperty("total").GetInt32().ShouldBe(4);
    }

    [Theory]
    [InlineData("open weights, context >= 100K", "acme/owl-7b")]
    [InlineData("weights=open", "acme/owl-7b")]
    [InlineData("org=birch reasoning=yes", "birch/heron-1")]
    public async Task A_filter_keeps_what_meets_all_its_conditions(string filter, string only)
    {
        using var assay = new AssayProcess();
        using var json = JsonDocument.Parse(await assay.Output("models", "--json", "--filter", filter));
        json.RootElement.GetProperty("models").EnumerateArray().Select(m => m.GetProperty("id").GetString()).ShouldBe([only]);
    }

    [Fact]
    public async Task Several_filters_must_all_hold()
    {
        using var assay = new AssayProcess();
        (await assay.Output("models", "--filter", "by acme or by birch", "--filter", "open weights", "--format", "csv", "--columns", "weights"))
            .ShouldBe("id,name,maker,answer,weights,unknown\r\nacme/owl-7b,Owl 7B,acme,meet,open,\r\n");
    }

    [Fact]
    public async Task Show_answers_to_every_kind_of_name()
    {
        using var assay = new AssayProcess();
        var text = await assay.Output("show", "acme/owl-7b");
        foreach (var name in (string[])["owl", "OWL-SMALL", "Owl 7B", "owl-7b", "freight/owl-7b"]) (await assay.Output("show", name)).ShouldBe(text);
        using var json = JsonDocument.Parse(await assay.Output("show", "owl", "--json"));
        json.RootElement.GetProperty("model").GetProperty("id").GetString().ShouldBe("acme/owl-7b");
    }

    [Fact]
    public async Task Why_lists_every_claim_with_its_address()
    {
        using var assay = new AssayProcess();
        var text = await assay.Output("show", "owl", "--why");
        foreach (var part in (string[])["quoted “128K tokens”", "https://acme.example/owl", "as of 2025-03-01", "retrieved 2025-03-02", "of model", "of provider=freight; region=eu", "the maker's own page goes before"])
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain(part);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_the_nearest()
    {
        using var assay = new AssayProcess();
        var answer = await assay.Run("show", "heron-11", "--json");
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
        answer.Output.ShouldBeEmpty();
        answer.Error.ShouldContain("'heron-11'");
        answer.Error.ShouldContain("birch/heron-1");
    }

    [Theory]
    [InlineData("--limit", "0")]
    [InlineData("--sort", "beauty")]
    [InlineData("--filter", "colour>3")]
    [InlineData("--columns", "beauty")]
    [InlineData("--format", "html")]
    [InlineData("--input-tokens", "many")]
    public async Task A_value_that_cannot_be_used_ends_with_3(string option, string value)
    {
        using var assay = new AssayProcess();
        var answer = await assay.Run("models", option, value);
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
        answer.Error.ShouldContain($"'{value.Split('>')[0]}'");
    }

    [Fact]
    public async Task The_past_is_shown_as_it_was()
    {
        using var assay = new AssayProcess();
        var before = await assay.Run("models", "--as-of", "2024", "--quiet");
        before.Output.ShouldContain("birch/heron-0");
        before.Output.ShouldNotContain("acme/owl-7b");
    }

    [Fact]
    public async Task The_catalogue_of_the_repository_opens()
    {
        using var assay = new AssayProcess { Catalog = Path.Combine(TestData.Repository, "catalog") };
        (await assay.Run("compare", "gemma-3-12b-it", "gpt-4-vision-preview", "--as-of", "2026-07-03")).ExitCode.ShouldBe(ExitCode.Done);
    }
}
