using System.Net;
using System.Xml.Linq;
using Assay.Charts;
using Assay.Tests.Images;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class ChartFileTests(CuratedSite site)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Charts => ["/charts/models/cost", "/charts/models/context", "/charts/benchmarks/swe-bench-verified/scores", "/charts/benchmarks/swe-bench-verified/cost"];

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task A_chart_is_an_svg_file_with_title_source_and_day(string path)
    {
        using var reply = await site.Client.GetAsync(new Uri(path + ".svg", UriKind.Relative), TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        reply.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith("-2026-11-21.svg");
        var root = XElement.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        root.Element(Svg + "title")!.Value.Length.ShouldBeGreaterThan(5);
        string.Join(' ', root.Elements(Svg + "text").Select(t => t.Value)).ShouldContain("Assay, /");
        string.Concat(root.Elements(Svg + "text").Select(t => t.Value + " ")).ShouldContain("As of 2026-11-21.");
        root.Element(Svg + "style")!.Value.ShouldContain("prefers-color-scheme:dark");
        root.Descendants(Svg + "a").ShouldBeEmpty();
        reply.Headers.ETag.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task A_chart_is_a_png_of_twice_the_size_in_both_themes(string path)
    {
        Assert.SkipWhen(TestImages.Work.Library.Library is null, TestImages.Work.Library.Missing ?? "");
        var drawing = XElement.Parse(await site.Client.GetStringAsync(new Uri(path + ".svg", UriKind.Relative), TestContext.Current.CancellationToken));
        foreach (var (theme, dark) in new[] { ("", false), ("?theme=dark", true) })
        {
            using var reply = await site.Client.GetAsync(new Uri(path + ".png" + theme, UriKind.Relative), TestContext.Current.CancellationToken);
            if (reply.StatusCode is HttpStatusCode.ServiceUnavailable) Assert.Skip(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            reply.StatusCode.ShouldBe(HttpStatusCode.OK);
            var png = await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            png[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
            Number(png, 16).ShouldBe(2 * ChartPicture.Width);
            Number(png, 20).ShouldBe(2 * int.Parse(drawing.Attribute("height")!.Value));
            png.Length.ShouldBeGreaterThan(5000);
            reply.Content.Headers.ContentDisposition!.FileName!.ShouldEndWith("-2026-11-21.png");
        }
    }

    private static int Number(byte[] png, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at, 4));

    [Theory]
    [InlineData("/charts/models/cost.svg?filter=visoin", HttpStatusCode.BadRequest)]
    [InlineData("/charts/models/context.svg?filter=parameters >= 900T", HttpStatusCode.NotFound)]
    [InlineData("/charts/models/nobody/nothing/history-input.svg", HttpStatusCode.NotFound)]
    [InlineData("/charts/benchmarks/nothing-like-it/scores.svg", HttpStatusCode.NotFound)]
    [InlineData("/charts/benchmarks/swe-bench-verified/scores.png?theme=sepia", HttpStatusCode.BadRequest)]
    [InlineData("/charts/evals/none/scores.svg", HttpStatusCode.NotFound)]
    [InlineData("/charts/arena/ratings.svg?task=nonsense", HttpStatusCode.BadRequest)]
    public async Task A_chart_that_cannot_be_drawn_says_why(string address, HttpStatusCode status)
    {
        using var reply = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(status);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"detail\"");
    }

    [Theory]
    [InlineData("/models", "context", "x")]
    [InlineData("/models", "front", "f")]
    public async Task The_table_behind_a_chart_has_a_row_for_each_dot_and_the_twin_the_same_figures(string address, string part, string id)
    {
        var page = await site.Page(address);
        var points = (await site.Json(address + ".json"))[part]!["points"]!.AsArray();
        points.Count.ShouldBeGreaterThan(3);
        for (var i = 0; i < points.Count; i++)
        {
            page.Ids.ShouldContain($"e{id}{i}");
            page.Html.ShouldContain($"data-e=\"{id}{i}\"");
        }
        page.Ids.ShouldNotContain($"e{id}{points.Count}");
        page.Links.ShouldContain(l => l.StartsWith($"/charts/models/{(part == "front" ? "cost" : "context")}.svg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_model_beyond_the_front_takes_more_for_less()
    {
        var points = (await site.Json("/models.json"))["context"]!["points"]!.AsArray().Select(p => (Price: p!["usd_per_million"]!.GetValue<decimal>(), Tokens: p["tokens"]!.GetValue<long>(), Front: p["on_front"]!.GetValue<bool>())).ToArray();
        foreach (var p in points) points.Any(o => o.Price <= p.Price && o.Tokens >= p.Tokens && (o.Price < p.Price || o.Tokens > p.Tokens)).ShouldBe(!p.Front);
    }
}
