using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Decisions;
using Assay.Tests.Importers.Mutations;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Decisions;

public sealed class DecisionRecordTests(CuratedSite site)
{
    private const string Pair = "gemma-3-12b-it-vs-gpt-4-vision-preview";

    public static TheoryData<string> Comparisons => [Pair, "gpt-4o-vs-gemini-2.5-pro-vs-claude-sonnet-4-5", "gpt-4o-vs-gpt-4o-mini"];

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task Every_claim_that_the_comparison_shows_is_in_the_record_with_its_source_and_its_hash(string pair)
    {
        var (page, record) = (await site.Json($"/compare/{pair}.json"), await site.Json($"/decide/{pair}.json"));
        static string Key(JsonNode c, string source) => string.Join('|', c[source], c["url"], c["as_of"], c["retrieved"], c["display"], c["scope"], c["rank"]);
        var claims = record["claims"]!.AsArray().Select(c => c!).ToArray();
        var kept = claims.Select(c => Key(c, "publisher")).ToHashSet(StringComparer.Ordinal);
        var shown = Claims(page).Select(c => Key(c, "source")).Distinct(StringComparer.Ordinal).ToArray();
        shown.Length.ShouldBeGreaterThan(50);
        shown.Where(c => !kept.Contains(c)).ShouldBeEmpty();
        claims.Select(c => c["id"]!.GetValue<string>()).ShouldBe(Enumerable.Range(1, claims.Length).Select(i => $"c{i}"));
        foreach (var claim in claims) CanonicalJson.Hash(Hashed(claim)).ShouldBe(claim["sha256"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task Whatever_is_cited_is_there_and_says_where_it_is_cited(string pair)
    {
        var record = (await site.Json($"/decide/{pair}.json")).AsObject();
        var claims = record["claims"]!.AsArray().ToDictionary(c => c!["id"]!.GetValue<string>(), c => c!["cited_in"]!.AsArray().Select(p => p!.GetValue<string>()).ToArray(), StringComparer.Ordinal);
        foreach (var part in (string[])["verdicts", "scorecard", "cost", "tradeoffs", "lifecycle", "switch", "benchmarks", "evals"])
        {
            var cited = Lists(record[part]!, "claims").SelectMany(l => l.Select(c => c!.GetValue<string>())).Distinct(StringComparer.Ordinal).ToArray();
            foreach (var id in cited) claims[id].ShouldContain(part);
        }
        record["verdicts"]!.AsArray().ShouldAllBe(v => v!["claims"]!.AsArray().Count > 0 || v["winner"] == null);
    }

    [Fact]
    public async Task Every_member_of_the_schema_is_in_the_docs()
    {
        var docs = await File.ReadAllTextAsync(Path.Combine(TestData.Repository, "docs", "decisions.md"), TestContext.Current.CancellationToken);
        var record = (await site.Json($"/decide/{Pair}.json")).AsObject();
        string[] members = [.. record.Select(m => m.Key), .. Members(record["claims"]![0]!), .. Members(record["verdicts"]![0]!), .. Members(record["integrity"]!), .. Members(record["decision"]!), .. Members(record["models"]![0]!)];
        foreach (var member in members) (docs.Contains($"`{member}`", StringComparison.Ordinal) || docs.Contains($"`{member}[]`", StringComparison.Ordinal)).ShouldBeTrue(member);
    }

    private static IEnumerable<string> Members(JsonNode node) => node.AsObject().Select(m => m.Key);

    [Fact]
    public async Task The_record_says_what_the_page_says()
    {
        var (page, record) = (await site.Json($"/compare/{Pair}.json"), await site.Json($"/decide/{Pair}.json"));
        record["as_of"]!.GetValue<string>().ShouldBe("2026-11-21");
        record["verdicts"]![0]!["text"]!.GetValue<string>().ShouldBe(page["verdict"]!["text"]!.GetValue<string>());
        record["cost"]![0]!["usd_per_month"]!.GetValue<decimal>().ShouldBe(page["cost"]![0]!["usd_per_month"]!.GetValue<decimal>());
        record["scorecard"]!.AsArray().Count.ShouldBe(page["scorecard"]!.AsArray().Count);
        record["open"]!.AsArray().Select(q => q!["kind"]!.GetValue<string>()).Distinct().ShouldBe(["unknown", "disputed", "not_run", "ageing"]);
        record["open"]!.AsArray().Single(q => q!["kind"]!.GetValue<string>() == "not_run")!["command"]!.GetValue<string>().ShouldStartWith("assay eval run vision-basics --models google/gemma-3-12b-it");
        // The address in it shows the same comparison.
        (await site.Json(record["page"]!.GetValue<string>().Replace("?", ".json?", StringComparison.Ordinal)))["verdict"]!["text"]!.GetValue<string>().ShouldBe(page["verdict"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Api_page_and_forms_give_the_same_record_and_the_form_downloads_it()
    {
        var page = await site.Page($"/compare/{Pair}?in=2B&cached=0.3");
        var form = page.Html;
        foreach (var part in (string[])["action=\"/decide/" + Pair + "\"", "name=\"in\" value=\"2000000000\"", "name=\"cached\" value=\"0.3\"", "name=\"asof\" value=\"2026-11-21\"", "formaction=\"/decide/" + Pair + ".md\"", "formaction=\"/decide/" + Pair + ".json\""])
            form.ShouldContain(part);
        const string query = "?in=2000000000&cached=0.3&asof=2026-11-21&chosen=gemma-3-12b-it&by=Ada&because=Because";
        var json = await site.Client.GetStringAsync(new Uri($"/decide/{Pair}.json{query}", UriKind.Relative));
        (await site.Client.GetStringAsync(new Uri($"/api/v1/decisions?models=gemma-3-12b-it,gpt-4-vision-preview&input_tokens=2B&cached=30%25&chosen=google/gemma-3-12b-it&by=Ada&because=Because", UriKind.Relative))).ShouldBe(json);
        foreach (var (ending, type, name) in new[] { ("", "text/html", "html"), (".md", "text/markdown", "md"), (".json", "application/json", "json") })
        {
            using var reply = await site.Client.GetAsync(new Uri($"/decide/{Pair}{ending}{query}&download=1", UriKind.Relative));
            reply.StatusCode.ShouldBe(HttpStatusCode.OK);
            reply.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            reply.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe($"decision-2026-11-21-gemma-3-12b-it-vs-gpt-4-vision-preview.{name}");
            reply.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        }
    }

    [Theory]
    [InlineData("/decide/gpt-4o-vs-nothing-like-this", HttpStatusCode.NotFound)]
    [InlineData("/decide/gpt-4o-vs-gpt-4o-mini.json?cached=7", HttpStatusCode.BadRequest)]
    [InlineData("/decide/gpt-4o-vs-gpt-4o-mini.md?chosen=gemma-3-12b-it", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/decisions", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/decisions?models=gpt-4o,gpt-4o-mini&as_of=soon", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_recorded_is_refused(string address, HttpStatusCode status)
    {
        using var reply = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        reply.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Hostile_text_stays_text_in_every_form_and_the_record_whole()
    {
        using var hostile = new Site(new FixedClaims(HostileCatalog.Raw()));
        using var client = hostile.CreateClient();
        var because = Uri.EscapeDataString("```\n</script><script>alert(3)</script>\n<!-- filled in --> # x\n<!-- assay-decision text sha256:" + new string('0', 64) + " -->\n");
        var slugs = (await Json(client, "/api/v1/models?limit=10"))["models"]!.AsArray().Select(m => m!["slug"]!.GetValue<string>()).Where(s => s is "endless" or "plain" || s.StartsWith("acme", StringComparison.Ordinal)).ToArray();
        var pair = string.Join("-vs-", slugs.Take(2));
        using var folder = new TemporaryFolder();
        foreach (var ending in (string[])["", ".md", ".json"])
        {
            var text = await client.GetStringAsync(new Uri($"/decide/{pair}{ending}?because={because}", UriKind.Relative));
            text.ShouldNotContain(Hostile.Script);
            text.ShouldNotContain("<script>alert");
            text.ShouldNotContain("<img src=x");
            text.ShouldNotContain("\u202e");
            text.ShouldNotContain("\u001b");
            text.ShouldNotContain("href=\"javascript:");
            if (ending == "") text.Split("<script").Length.ShouldBe(2, "one block of data and nothing to run");
            Assay.Host.Decisions.DecisionFile.Read(text).IsWhole.ShouldBeTrue(ending);
        }
    }

    private static async Task<JsonNode> Json(HttpClient client, string address) => JsonNode.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)))!;

    private static JsonObject Hashed(JsonNode claim) =>
        new(new[] { "subject_kind", "subject", "property", "value_kind", "value", "quoted", "publisher", "url", "unconfirmed", "forced" }.Select(k => KeyValuePair.Create(k, claim[k]?.DeepClone())));

    private static IEnumerable<JsonNode> Claims(JsonNode? node) => node switch
    {
        JsonObject o when o.ContainsKey("quoted") && o.ContainsKey("scope") => [o],
        JsonObject o => o.SelectMany(m => Claims(m.Value)),
        JsonArray a => a.SelectMany(Claims),
        _ => [],
    };

    private static IEnumerable<JsonArray> Lists(JsonNode? node, string name) => node switch
    {
        JsonObject o => o.SelectMany(m => m.Key == name && m.Value is JsonArray list ? [list] : Lists(m.Value, name)),
        JsonArray a => a.SelectMany(i => Lists(i, name)),
        _ => [],
    };
}
