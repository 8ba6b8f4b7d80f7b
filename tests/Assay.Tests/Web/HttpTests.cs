using System.IO.Compression;
using System.Net;
using Assay.Host.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class HttpTests(CuratedSite site)
{
    public static TheoryData<string> Pages => [.. CuratedSite.Pages];

    [Theory]
    [InlineData("/")]
    [InlineData(CuratedSite.Scenario)]
    [InlineData("/nothing/here")]
    [InlineData("/api/v1/models")]
    [InlineData("/site.css")]
    public async Task Every_answer_forbids_foreign_content_framing_and_guessing_of_types(string address)
    {
        using var reply = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        var policy = reply.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("base-uri 'none'");
        policy.ShouldNotContain("http");
        reply.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        reply.Headers.GetValues("Referrer-Policy").ShouldNotBeEmpty();
        reply.Headers.Contains("X-Powered-By").ShouldBeFalse();
        reply.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Health_says_how_many_models_are_known()
    {
        var health = await site.Json("/healthz");
        health["status"]!.GetValue<string>().ShouldBe("ok");
        health["models"]!.GetValue<int>().ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task The_description_of_the_api_lists_its_routes_and_their_errors()
    {
        var paths = (await site.Json("/openapi/v1.json"))["paths"]!.AsObject();
        paths.Select(p => p.Key).Where(p => p.StartsWith("/api/", StringComparison.Ordinal)).ShouldBe(["/api/v1/models", "/api/v1/search", "/api/v1/models/{org}/{model}", "/api/v1/compare", "/api/v1/decisions", "/api/v1/benchmarks", "/api/v1/benchmarks/{id}", "/api/v1/changes", "/api/v1/lifecycle", "/api/v1/sources", "/api/v1/conflicts",
            "/api/v1/playground/turns", "/api/v1/playground/turns/{id}", "/api/v1/playground/turns/{id}/events", "/api/v1/playground/turns/{id}/stop", "/api/v1/playground/turns/{id}/lanes/{lane}/stop", "/api/v1/playground/turns/{id}/export.{format}", "/api/v1/playground/models",
            "/api/v1/arena/battles", "/api/v1/arena/battles/{id}", "/api/v1/arena/battles/{id}/events", "/api/v1/arena/battles/{id}/vote", "/api/v1/arena/battles/{id}/stop", "/api/v1/arena/leaderboard",
            "/api/v1/evals/runs", "/api/v1/evals/runs/{run}", "/api/v1/evals/runs/{run}/samples", "/api/v1/evals/runs/{run}/samples/{sample}", "/api/v1/evals/runs/{run}/resume", "/api/v1/evals/runs/{run}/stop", "/api/v1/evals/runs/{run}/events", "/api/v1/evals/runs/{run}/export", "/api/v1/evals/runs/{run}/labels"], ignoreOrder: true);
        foreach (var (address, path) in paths)
        {
            path!.AsObject().ShouldAllBe(o => o.Value!["summary"]!.GetValue<string>().Length > 0, address);
            if (path["get"] is not { } get) continue;
            get["summary"]!.GetValue<string>().ShouldNotBeEmpty();
            if (get["parameters"] is null) continue;
            get["responses"]!.AsObject().Select(r => r.Key).Intersect(["400", "404"]).ShouldNotBeEmpty(address);
            foreach (var parameter in get["parameters"]!.AsArray().Where(p => p!["in"]!.GetValue<string>() == "query")) parameter!["description"]!.GetValue<string>().ShouldNotBeEmpty();
        }
        paths["/api/v1/compare"]!["get"]!["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).ShouldBe(
            ["models", "input_tokens", "output_tokens", "requests", "cached", "batch", "images_per_request", "baseline", "as_of"], ignoreOrder: true);
    }

    private AssetVersion Assets => site.Services.GetRequiredService<AssetVersion>();

    [Fact]
    public async Task Assets_named_by_a_page_may_be_kept_for_a_year_and_others_for_an_hour()
    {
        var page = await site.Page("/");
        var assets = page.Loads.Where(a => a.Contains("?v=", StringComparison.Ordinal) || a.StartsWith("/js/", StringComparison.Ordinal)).ToArray();
        assets.ShouldContain(Assets.Script("site.js"));
        assets.Length.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var asset in assets)
        {
            using var versioned = await site.Client.GetAsync(new Uri(asset, UriKind.Relative));
            versioned.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365), asset);
            versioned.Headers.CacheControl.Public.ShouldBeTrue(asset);
            versioned.Headers.CacheControl.Extensions.ShouldContain(e => e.Name == "immutable", asset);
        }
        using var plain = await site.Client.GetAsync(new Uri("/site.css", UriKind.Relative));
        plain.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromHours(1));
        plain.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
    }

    [Fact]
    public async Task Every_script_that_a_script_imports_is_there()
    {
        var script = await site.Client.GetStringAsync(new Uri(Assets.Script("site.js"), UriKind.Relative));
        foreach (var name in (string[])["traffic", "evidence", "picker", "finder"])
        {
            script.ShouldContain($"./{name}.js");
            using var reply = await site.Client.GetAsync(new Uri(Assets.Script($"{name}.js"), UriKind.Relative));
            reply.StatusCode.ShouldBe(HttpStatusCode.OK);
            reply.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
            // As long as the script that imports it, and under the same version.
            reply.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        }
    }

    [Fact]
    public void The_version_of_scripts_is_another_when_any_module_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("site.js", "import \"./module.js\";");
        folder.Write("module.js", "1");
        var first = AssetVersion.ScriptsOf(folder.Path);
        AssetVersion.ScriptsOf(folder.Path).ShouldBe(first);
        folder.Write("module.js", "2");
        AssetVersion.ScriptsOf(folder.Path).ShouldNotBe(first);
    }

    [Theory]
    [InlineData("/js/0123456789/site.js", "no-cache", HttpStatusCode.OK)]
    [InlineData("/js/site.js", "public, max-age=3600", HttpStatusCode.OK)]
    [InlineData("/js/0123456789/none.js", null, HttpStatusCode.NotFound)]
    [InlineData("/js/0123456789/../site.css", "public, max-age=3600", HttpStatusCode.NotFound)]
    public async Task A_script_under_another_version_is_the_present_one_and_not_kept(string address, string? kept, HttpStatusCode status)
    {
        using var reply = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        reply.StatusCode.ShouldBe(status);
        if (status is HttpStatusCode.OK) reply.Headers.CacheControl!.ToString().ShouldBe(kept);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_under_100_KB_compressed(string address)
    {
        foreach (var encoding in (string[])["br", "gzip"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Accept-Encoding", encoding);
            using var reply = await site.Client.SendAsync(request);
            reply.Content.Headers.ContentEncoding.ShouldBe([encoding]);
            var bytes = await reply.Content.ReadAsByteArrayAsync();
            bytes.Length.ShouldBeLessThan(100_000);
            await using Stream plain = encoding == "br" ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress) : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var text = new StreamReader(plain);
            (await text.ReadToEndAsync()).ShouldContain("</html>");
        }
    }

    [Theory]
    [InlineData("/api/v1/compare?models=gpt-4o,nothing-like-this", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/compare?models=gpt-4o,gpt-4o-mini&cached=7", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/compare", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/compare?models=gpt-4o,gpt-4o-mini&as_of=soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/models?filter=price~1", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/models?sort=charm", HttpStatusCode.BadRequest)]
    [InlineData("/models.csv?columns=charm", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/models?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/models?page=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/models/openai/gpt-4ooo", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/compare/gpt-4o-vs-nothing-like-this.json", HttpStatusCode.NotFound)]
    [InlineData("/providers/nobody.json", HttpStatusCode.NotFound)]
    [InlineData("/models/openai/none.json", HttpStatusCode.NotFound)]
    public async Task Errors_for_programs_are_problem_details(string address, HttpStatusCode status)
    {
        using var reply = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        reply.StatusCode.ShouldBe(status);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = System.Text.Json.Nodes.JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
        problem["status"]!.GetValue<int>().ShouldBe((int)status);
        problem["title"]!.GetValue<string>().ShouldNotBeEmpty();
        problem["type"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Writing_to_a_page_is_refused()
    {
        using var body = new StringContent("");
        using var reply = await site.Client.PostAsync(new Uri("/api/v1/models", UriKind.Relative), body);
        reply.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
