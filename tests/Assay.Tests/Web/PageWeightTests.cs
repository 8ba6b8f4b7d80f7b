using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

/// <summary>About the heaviest comparison there is: the six models with the most offers, from the real snapshot of models.dev.</summary>
public sealed partial class PageWeightTests
{
    [Fact]
    public async Task Six_models_with_every_offer_and_source_are_under_100_KB_compressed()
    {
        using var site = new Site(FixedClaims.WithModelsDev(TestData.Shared("models.dev")));
        using var client = site.CreateClient();
        var heaviest = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/v1/models?sort=-routes&page_size=6", UriKind.Relative)))!["models"]!.AsArray();
        var address = "/compare/" + string.Join("-vs-", heaviest.Select(m => m!["slug"]!.GetValue<string>()));
        foreach (var encoding in (string[])["br", "gzip"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Accept-Encoding", encoding);
            using var reply = await client.SendAsync(request);
            var bytes = await reply.Content.ReadAsByteArrayAsync();
            bytes.Length.ShouldBeLessThan(100_000, encoding);
            await using Stream plain = encoding == "br" ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress) : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var text = new StreamReader(plain);
            HoldsAll(await text.ReadToEndAsync(), JsonNode.Parse(await client.GetStringAsync(new Uri(address + ".json", UriKind.Relative)))!);
        }
    }

    private static void HoldsAll(string html, JsonNode twin)
    {
        foreach (var offer in twin["models"]!.AsArray().SelectMany(m => m!["offers"]!.AsArray()))
            html.ShouldContain($">{offer!["provider_model_id"]}</span>");
        var entries = Entry().Matches(html).Select(m => m.Groups[1].Value).ToHashSet();
        var figures = Figure().Matches(html).Select(m => m.Groups[1].Value).ToArray();
        figures.Length.ShouldBeGreaterThan(1000);
        figures.ShouldAllBe(number => entries.Contains(number));
    }

    [GeneratedRegex("<li id=\"e([0-9]+)\"")]
    private static partial Regex Entry();

    [GeneratedRegex("href=\"#e([0-9]+)\"")]
    private static partial Regex Figure();
}
