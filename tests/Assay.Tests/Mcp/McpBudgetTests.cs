using System.Text.Json.Nodes;
using Assay.Host.Catalog;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Tests.Mcp;

public sealed class McpBudgetTests
{
    [Fact]
    public async Task The_fattest_models_fit_the_budget_brief_and_page_by_page()
    {
        await using var site = new McpSite(FixedClaims.WithModelsDev(TestData.Shared("models.dev")));
        var client = await site.Client();
        var models = site.Services.GetRequiredService<LiveCatalog>().Current.Models.OrderByDescending(m => m.Offers.Count + m.Results.Count).Take(6).Select(m => m.Id).ToArray();
        foreach (var model in models) await client.Get("show_model", new { model });
        await client.Get("compare_models", new { models });
        await client.Get("cost", new { models });
        foreach (var (tool, arguments) in new (string, Func<string?, object>)[]
        {
            ("show_model", cursor => new { model = models[0], detail = "full", cursor }), ("compare_models", cursor => new { models, detail = "full", cursor }), ("cost", cursor => new { models, detail = "full", cursor }),
            ("find_models", cursor => new { detail = "full", limit = 50, cursor }), ("changes", cursor => new { since = "2020", detail = "full", limit = 100, cursor }), ("conflicts", cursor => new { detail = "full", limit = 100, cursor }),
        })
        {
            string? cursor = null;
            for (var pages = 0; pages < 12; pages++)
            {
                var page = await client.Get(tool, arguments(cursor));
                if (page["next_cursor"]?.GetValue<string>() is not { } next) break;
                next.ShouldNotBe(cursor);
                cursor = next;
            }
        }
    }

    [Fact]
    public async Task Names_that_want_to_do_harm_fit_too_and_break_nothing()
    {
        await using var site = new McpSite(new FixedClaims(HostileCatalog.Raw()));
        var client = await site.Client();
        foreach (var model in (string[])["acme/endless", "acme/plain"])
        {
            await client.Get("show_model", new { model });
            await client.Get("show_model", new { model, detail = "full" });
        }
        await client.Get("compare_models", new { models = new[] { "acme/endless", "acme/plain" } });
        await client.Get("compare_models", new { models = new[] { "acme/endless", "acme/plain" }, detail = "full" });
        await client.Get("cost", new { models = new[] { "acme/endless", "acme/plain" } });
        await client.Get("find_models");
        await client.Get("conflicts");
        await client.Get("changes", new { since = "2020" });
        var text = (await client.Ask("show_model", new { model = "acme/endless" })).Text();
        text.ShouldNotContain("\u001b");
        text.ShouldNotContain("\u202e");
        text.ShouldNotContain("<script");
        (await client.Refused("show_model", new { model = "\u001b]0;x\u202e<script>" })).ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task An_imported_hostile_snapshot_fits_in_every_tool()
    {
        using var folder = new TemporaryFolder();
        await using var site = new McpSite(new FixedClaims(HostileCatalog.Import(folder.Path)));
        var client = await site.Client();
        var found = await client.Get("find_models", new { limit = 50, detail = "full" });
        foreach (var model in found["models"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()).ToArray()) await client.Get("show_model", new { model });
        await client.Get("conflicts", new { limit = 100 });
        await client.Get("changes", new { since = "2020", limit = 100 });
    }
}
