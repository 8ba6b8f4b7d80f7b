using System.Text.Json.Nodes;
using Assay.Adapters.Storage;
using Assay.Host.Catalog;
using Assay.Tests.Evaluation.Reports;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Mcp;

public sealed class McpEvalTests
{
    [Fact]
    public async Task A_report_is_that_of_the_api_and_can_be_of_one_model()
    {
        await using var site = new McpSite(FixedClaims.Curated, data: data => new SeededRuns("01kaaa0000000000000000aaaa").Write(Store.Open(Workspace.StorePath(data))));
        var client = await site.Client();
        var view = JsonNode.Parse(await site.Http.GetStringAsync(new Uri("/api/v1/evals/runs/latest", UriKind.Relative), TestContext.Current.CancellationToken))!;
        var report = await client.Get("eval_report");
        report.ShouldBePartOf(view);
        report["verdict"]!.AsArray().Count.ShouldBe(view["verdict"]!.AsArray().Count);
        report["models"]![0]!["overall"]!["interval"]!.GetValue<string>().ShouldNotBeEmpty();
        var name = view["models"]![1]!["name"]!.GetValue<string>();
        (await client.Get("eval_report", new { run = "01kaaa", model = name }))["models"]!.AsArray().ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldBe(name);
        (await client.Refused("eval_report", new { model = "nobody" })).ShouldContain("model 'nobody' is no model of run");
        (await client.Refused("eval_report", new { scoring = 9 })).ShouldContain("Scoring '9' is none of run");
        for (string? cursor = null; ;)
        {
            var page = await client.Get("eval_report", new { detail = "full", cursor });
            if ((cursor = page["next_cursor"]?.GetValue<string>()) is null) break;
        }
    }
}
