using System.Net;
using Assay.Host.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class CatalogTagTests(CuratedSite site)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("/")]
    [InlineData(CuratedSite.Scenario)]
    [InlineData(CuratedSite.Scenario + ".json")]
    [InlineData("/models?sort=cost")]
    [InlineData("/models.csv")]
    [InlineData("/models/google/gemma-3-12b-it")]
    [InlineData("/api/v1/models/google/gemma-3-12b-it")]
    [InlineData("/api/v1/compare?models=gpt-4o,gpt-4o-mini")]
    [InlineData("/conflicts.json")]
    [InlineData("/changes?since=2026")]
    [InlineData("/benchmarks")]
    [InlineData("/methodology")]
    public async Task Who_has_seen_an_answer_of_the_catalogue_gets_304_without_a_body(string address)
    {
        using var first = await Get(address);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var tag = first.Headers.ETag.ShouldNotBeNull();
        tag.IsWeak.ShouldBeFalse();
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();

        using var again = await Get(address, seen: tag.ToString());
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.ETag.ShouldBe(tag);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        again.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task One_tag_among_several_is_enough()
    {
        using var first = await Get("/models.json");
        using var again = await Get("/models.json", seen: $"\"other\", {first.Headers.ETag}");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Another_tag_gets_the_answer()
    {
        using var reply = await Get("/models.json", seen: "\"0123456789abcdef\"");
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Addresses_encodings_and_days_have_tags_of_their_own()
    {
        string[] addresses = ["/models", "/models.json", "/models?page=2", "/models?asof=2026-06-01", "/models?in=1M"];
        var tags = new List<string>();
        foreach (var address in addresses)
        {
            using var reply = await Get(address);
            tags.Add(reply.Headers.ETag.ShouldNotBeNull().ToString());
        }
        using var packed = await Get("/models", encoding: "br");
        packed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        tags.Add(packed.Headers.ETag.ShouldNotBeNull().ToString());
        tags.ShouldBeUnique();
    }

    [Theory]
    [InlineData("/models/nobody/nothing")]
    [InlineData("/compare/a-vs-b.json")]
    [InlineData("/models.json?page=0")]
    [InlineData("/healthz")]
    [InlineData("/sources")]
    [InlineData("/sources.json")]
    [InlineData("/changes?watch=1")]
    public async Task Errors_and_what_is_not_of_the_catalogue_alone_have_no_tag(string address)
    {
        using var reply = await Get(address);
        reply.Headers.ETag.ShouldBeNull();
    }

    [Fact]
    public void A_tag_is_of_version_day_address_and_encoding()
    {
        string[] tags =
        [
            CatalogTag.Of(1, Noon, "/models", ""), CatalogTag.Of(2, Noon, "/models", ""), CatalogTag.Of(1, Noon.AddDays(1), "/models", ""),
            CatalogTag.Of(1, Noon, "/models.json", ""), CatalogTag.Of(1, Noon, "/models", "br"),
        ];
        tags.ShouldBeUnique();
        CatalogTag.Of(1, Noon, "/models", "").ShouldBe(tags[0]);
    }

    private async Task<HttpResponseMessage> Get(string address, string? seen = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-None-Match", seen);
        if (encoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return await site.Plain.SendAsync(request);
    }
}
