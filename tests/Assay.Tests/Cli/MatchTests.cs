using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class MatchTests
{
    [Fact]
    public async Task A_list_of_offers_is_answered_as_csv_row_by_row()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("offers.csv", "row_id,provider_id,provider_model_id,display_name,extra\na1,poe,openai/gpt-4o,\"GPT-4o, by OpenAI\",x\nb2,shop,model-router,,\n");
        var (code, output, _) = await Run(folder, "match", list);
        code.ShouldBe(0);
        var rows = CsvText.Parse(output);
        rows[0].ShouldBe(["row_id", "model", "release", "group", "kind", "reason"]);
        rows[1][..5].ShouldBe(["a1", "openai/gpt-4o", "", "exact", ""]);
        rows[2][..5].ShouldBe(["b2", "", "", "none", "router"]);
    }

    [Fact]
    public async Task Json_has_the_number_of_a_row_without_an_id()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("offers.csv", "provider_id,provider_model_id\r\nbedrock,us.anthropic.claude-sonnet-4-5-20250929-v1:0\r\n");
        var (_, output, _) = await Run(folder, "match", list, "--json");
        var row = JsonNode.Parse(output)!.AsArray().ShouldHaveSingleItem()!;
        ((string?)row["row_id"], (string?)row["model"], (string?)row["release"], (string?)row["kind"]).ShouldBe(("1", "anthropic/claude-sonnet-4-5", "20250929", "region"));
    }

    [Theory]
    [InlineData("", "line 1: the file is empty")]
    [InlineData("provider_id,model\n", "no column 'provider_model_id'")]
    [InlineData("provider_id,provider_model_id\na\n", "line 2: 1 fields")]
    [InlineData("provider_id,provider_model_id\na,\n", "line 2: provider_model_id is empty")]
    [InlineData("provider_id,provider_model_id,context\na,b,12x\n", "line 2: context is '12x'")]
    [InlineData("provider_id,provider_model_id,release_date\na,b,soon\n", "line 2: release_date is 'soon'")]
    [InlineData("provider_id,provider_model_id\na,\"b\n", "line 2: a quote is opened")]
    public async Task Bad_input_is_told_with_its_line(string text, string fault)
    {
        using var folder = new TemporaryFolder();
        var (code, _, error) = await Run(folder, "match", folder.Write("offers.csv", text));
        code.ShouldBe(3);
        error.ShouldContain(fault);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_bad_input()
    {
        using var folder = new TemporaryFolder();
        var (code, _, error) = await Run(folder, "match", folder.In("none.csv"));
        (code, error).ShouldSatisfyAllConditions(() => code.ShouldBe(3), () => error.ShouldContain("none.csv"));
    }

    private static async Task<(int Code, string Output, string Error)> Run(TemporaryFolder folder, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Host.Cli.Surroundings { Output = output, Error = error, CatalogFolder = Path.Combine(TestData.Repository, "catalog") };
        var code = await Host.Program.RunAsync([.. args, "--data", folder.In("data")], surroundings, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
