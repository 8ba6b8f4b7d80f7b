using System.Text;
using System.Text.Json.Nodes;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Tests.Importers.Mutations;

namespace Assay.Tests.Web;

/// <summary>Catalogues whose makers want to do harm.</summary>
internal static class HostileCatalog
{
    private const string All = Hostile.Script + Hostile.Image + Hostile.Turned + Hostile.Terminal;

    /// <summary>Two snapshots of a list, a table of results and a price list, all of them hostile, as the store gives them after their import.</summary>
    public static IReadOnlyList<Claim> Import(string folder)
    {
        var store = Store.Open(Path.Combine(folder, "assay.db"), time: new FixedClock(new(2026, 7, 2)));
        var importing = new Importing(store);
        foreach (var (day, input) in new[] { (new DateOnly(2026, 6, 1), 1m), (new DateOnly(2026, 7, 1), 2m) })
            importing.Import(ImportFormats.Get("models.dev"), Write(folder, $"list-{day:yyyy-MM-dd}.json", List(input).ToJsonString()), day);
        importing.Import(ImportFormats.Get("litellm"), Write(folder, "litellm.json", new JsonObject { [$"shop/{Hostile.Formula}"] = new JsonObject { ["litellm_provider"] = "shop", ["input_cost_per_token"] = 0.5m, ["mode"] = All } }.ToJsonString()), new(2026, 7, 1));
        string[] row = [All, "split" + All, "Lark " + Hostile.Image, All, "35.5", "%", "2026-05-01", "acme/" + Hostile.Image, "abc", "../" + All, "javascript:alert(1)", "method=" + All];
        var cells = row.Select(c => $"\"{Visible(c).Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        importing.Import(ImportFormats.Get("benchmarks-csv"), Write(folder, "results.csv", $"benchmark,split,model_label,metric,score,unit,date,source_repo,source_commit,source_path,row_source_url,extra\n{string.Join(',', cells)}\n"), new(2026, 7, 1));
        return new ClaimStore(store).LoadClaims();

        // A table refuses rows with control characters; the others are to get in.
        static string Visible(string text) => Assay.Units.Visible.Of(text);
    }

    /// <summary>Claims as an older program may have left them in a store: nothing was replaced, and names are ten thousand letters long.</summary>
    public static IReadOnlyList<Claim> Raw()
    {
        var endless = All + new string('W', 10_000);
        var catalog = new TestCatalog { Day = Site.Today };
        var source = TestCatalog.From(endless, SourceRank.Community, url: "https://example.org/?a=\"><script>alert(2)</script>");
        var bad = TestCatalog.From("Bad", SourceRank.Aggregator, url: "javascript:alert(1)");
        catalog.Provider("shop", endless);
        catalog.Say(Subject.Provider("shop"), Property.About("homepage"), new ClaimValue.Words("javascript:alert(1)"), source);
        catalog.Model("acme/endless", endless).Is(Property.ContextWindow, 128_000).Is(Property.Licence, endless).Is(Property.Architecture, All).Is(Property.Family, "f" + All).Is(Property.Alias, "x" + All).Has(Capability.Vision).Offer("shop/" + Hostile.Script, 1, 2);
        catalog.Model("acme/plain", "Plain").Is(Property.ContextWindow, 8_192).Offer("shop/plain", 3, 4).Offer("shop/plain#region=" + Hostile.Image, 5, 6);
        catalog.Add(TestCatalog.Claim(Subject.Model("acme/endless"), Property.MaxOutput, new ClaimValue.Number(4096), source) with { Quoted = endless, Note = endless });
        catalog.Say(Subject.Model("acme/endless"), Property.MaxOutput, new ClaimValue.Number(8192), bad);
        catalog.Say(Subject.Model("acme/endless"), Property.LifecycleStatus, new ClaimValue.Words("deprecated"), bad);
        catalog.Say(Subject.Organization("acme"), Property.DisplayName, new ClaimValue.Words(All), bad);
        foreach (var model in (string[])["acme/endless", "acme/plain"])
            catalog.Say(Subject.Model(model), Property.Result, new ClaimValue.Score(new() { Benchmark = "quiz", Value = 50, Unit = "percent", Metric = Hostile.Script, Settings = Hostile.Image + new string('W', 3_000), MeasuredBy = All }), bad);
        catalog.Say(Subject.Benchmark("quiz"), Property.DisplayName, new ClaimValue.Words(endless), bad);
        catalog.Say(Subject.Benchmark("quiz"), Property.About("homepage"), new ClaimValue.Words("javascript:alert(1)"), bad);
        return catalog.Claims;
    }

    private static JsonObject List(decimal input)
    {
        JsonObject Model(string id, string name, decimal price) => new()
        {
            ["id"] = id, ["name"] = name, ["family"] = All, ["release_date"] = "2026-01-01", ["license"] = All, ["status"] = "deprecated", ["open_weights"] = true, ["tool_call"] = true,
            ["limit"] = new JsonObject { ["context"] = 100_000 * price, ["output"] = 5_000 }, ["cost"] = new JsonObject { ["input"] = price, ["output"] = price * 2 },
            ["links"] = new JsonArray(new JsonObject { ["label"] = All, ["url"] = "javascript:alert(1)" }, new JsonObject { ["label"] = All, ["url"] = "https://example.org/\"onclick=alert(1)" }),
            ["benchmarks"] = new JsonArray(new JsonObject { ["name"] = "Quiz " + Hostile.Script, ["score"] = 50 + price, ["metric"] = All, ["source"] = "javascript:alert(1)", ["variant"] = All }), [All] = All,
        };
        return new()
        {
            ["shop"] = new JsonObject
            {
                ["id"] = "shop", ["name"] = "Shop " + All, ["doc"] = "javascript:alert(1)", ["api"] = "data:text/html," + Hostile.Script, ["npm"] = All, ["env"] = new JsonArray(All),
                ["models"] = new JsonObject
                {
                    ["lark"] = Model("lark", All, input), ["lark-2"] = Model("lark-2", Hostile.Formula, input * 3), [Hostile.Script] = Model(Hostile.Script, "Third", input), [Hostile.Image] = Model("x", "Fourth", input),
                    [Hostile.Terminal] = Model("x", "Fifth", input), [Hostile.Turned] = Model("x", "Sixth", input), ["../../etc"] = Model("x", "Seventh", input), ["a b?c&d=e%2f"] = Model("x", "+Eighth", input),
                },
            },
            [Hostile.Image] = new JsonObject { ["name"] = All, ["models"] = new JsonObject { ["m"] = Model("m", "-Ninth", input) } },
            ["second"] = new JsonObject { ["name"] = "@SUM(A1)", ["models"] = new JsonObject { ["lark"] = Model("lark", "Lark", 90 * input) } },
        };
    }

    private static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
