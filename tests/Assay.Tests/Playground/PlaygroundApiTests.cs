using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Playground;

public sealed class PlaygroundApiTests : IDisposable
{
    private readonly PlaygroundSite site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_turn_is_one_stream_of_all_lanes_with_ids_and_an_end()
    {
        site.Models.Says("acme/owl", "An owl.").Says("birch/heron", "A heron.");
        using var reply = await Post(Ask("chat", "Who are you?", "acme/owl", "birch/heron"), "text/event-stream");
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var events = Events(await reply.Content.ReadAsStringAsync(Token));
        events.Select(e => e.Id).ShouldBe(Enumerable.Range(1, events.Count));
        (events[0].Name, events[^1].Name).ShouldBe(("turn", "end"));
        events[0].Data["state"]!.GetValue<string>().ShouldBe("running");
        events.Where(e => e.Name == "lane").Select(e => e.Data["text"]!.GetValue<string>()).ShouldBe(["An owl.", "A heron."], ignoreOrder: true);
        string.Concat(events.Where(e => e.Name == "text" && e.Data["lane"]!.GetValue<int>() == 0).Select(e => e.Data["text"]!.GetValue<string>())).ShouldBe("An owl.");

        var id = events[0].Data["id"]!.GetValue<string>();
        reply.Headers.Location!.ToString().ShouldBe($"/api/v1/playground/turns/{id}");
        var turn = JsonNode.Parse(await site.Client.GetStringAsync(new Uri($"/api/v1/playground/turns/{id}", UriKind.Relative), Token))!;
        turn["state"]!.GetValue<string>().ShouldBe("ended");
        turn["lanes"]![0]!["usage"]!["origin"]!.GetValue<string>().ShouldBe("reported");
    }

    [Fact]
    public async Task A_reader_who_lost_the_connection_goes_on_from_the_last_event()
    {
        var script = site.Models.Script("acme/owl");
        await script.WriteAsync(new CallEvent.Text("one "), Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/playground/turns") { Content = JsonContent.Create(Ask("chat", "Count.", "acme/owl")) };
        using var reply = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        var address = $"{reply.Headers.Location}/events";
        reply.Dispose();
        await script.WriteAsync(new CallEvent.Text("two"), Token);
        await script.WriteAsync(new CallEvent.Ended(ScriptedModels.Replied(ScriptedModels.Request("acme/owl"), "one two")), Token);

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.Add("Last-Event-ID", "2");
        using var rest = await site.Client.SendAsync(again, Token);
        var events = Events(await rest.Content.ReadAsStringAsync(Token));
        events.Select(e => (e.Id, e.Name)).ShouldBe([(3, "text"), (4, "lane"), (5, "end")]);
        events[0].Data["text"]!.GetValue<string>().ShouldBe("two");
    }

    [Fact]
    public async Task With_json_asked_for_it_waits_and_answers_with_the_turn()
    {
        var turn = await Turn(Ask("caption", "", "acme/owl", "local/eye") with { Image = "sample:receipt" });
        turn["state"]!.GetValue<string>().ShouldBe("ended");
        var image = turn["images"]![0]!;
        turn["lanes"]![0]!["prompt"]!.GetValue<string>().ShouldBe("Say in one sentence what this image shows.");
        turn["lanes"]![1]!["prompt"]!.GetValue<string>().ShouldBe("");
        using var bytes = await site.Client.GetAsync(new Uri(image["address"]!.GetValue<string>(), UriKind.Relative), Token);
        bytes.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await bytes.Content.ReadAsByteArrayAsync(Token)).Length.ShouldBe(image["length"]!.GetValue<int>());

        var again = await Turn(Ask("caption", "", "acme/owl") with { Image = image["hash"]!.GetValue<string>() });
        again["images"]![0]!["hash"]!.GetValue<string>().ShouldBe(image["hash"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("paint", "acme/owl", "sample:receipt", "'paint' is not a task. Allowed: caption, classify, detect, ocr, ask, chat.")]
    [InlineData("caption", "acme/owl", null, "There is no image: caption needs one.")]
    [InlineData("caption", "acme/owl", "sample:moon", "There is no sample 'moon'. Allowed: ")]
    [InlineData("caption", "acme/owl", "not an image", "'not an image' is not an image:")]
    [InlineData("caption", "acme/owl", "0000000000000000000000000000000000000000000000000000000000000000", "No image with the hash")]
    [InlineData("caption", "acme/owl", "http://127.0.0.1/x.png", "leads to an address that is this machine (loopback)")]
    [InlineData("caption", "locked/lynx", "sample:receipt", "Lynx cannot be called: Set LOCKED_API_KEY to your key of Locked.")]
    [InlineData("caption", "acme/mole", "sample:receipt", "Mole cannot do caption: It takes no images.")]
    [InlineData("caption", "no-such-model-xyz", "sample:receipt", "No model is called 'no-such-model-xyz'")]
    [InlineData("chat", "acme/owl", null, "There is no prompt: chat needs one.")]
    public async Task What_cannot_run_is_refused_with_the_value_and_the_fix(string task, string model, string? image, string words)
    {
        using var reply = await Post(Ask(task, "", model) with { Image = image }, "application/json");
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!["detail"]!.GetValue<string>().ShouldContain(words);
        site.Models.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nine_models_are_one_too_many()
    {
        using var reply = await Post(Ask("chat", "Hello", [.. Enumerable.Range(1, 9).Select(i => $"acme/owl-{i}")]), "application/json");
        (await reply.Content.ReadAsStringAsync(Token)).ShouldContain("9 models are chosen; at most 8");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task A_page_of_another_site_cannot_start_a_turn(string header, string value, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/playground/turns") { Content = JsonContent.Create(Ask("chat", "Hello", "acme/owl")) };
        request.Headers.Add(header, value);
        using var reply = await site.Client.SendAsync(request, Token);
        reply.StatusCode.ShouldBe(status);
        site.Models.Asked.Count.ShouldBe(status == HttpStatusCode.OK ? 1 : 0);
    }

    [Fact]
    public async Task One_lane_is_stopped_and_the_other_goes_on()
    {
        site.Models.Script("acme/owl");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/playground/turns") { Content = JsonContent.Create(Ask("chat", "Hello", "acme/owl", "birch/heron")) };
        using var reply = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        (await site.Client.PostAsync(new Uri($"{reply.Headers.Location}/lanes/0/stop", UriKind.Relative), null, Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var lanes = Events(await reply.Content.ReadAsStringAsync(Token)).Where(e => e.Name == "lane").ToDictionary(e => e.Data["place"]!.GetValue<int>(), e => e.Data["state"]!.GetValue<string>());
        lanes.ShouldBe(new Dictionary<int, string> { [0] = "cancelled", [1] = "replied" }, ignoreOrder: true);
        (await site.Client.PostAsync(new Uri($"{reply.Headers.Location}/lanes/7/stop", UriKind.Relative), null, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_models_of_a_task_are_told_with_what_the_others_lack()
    {
        var models = JsonNode.Parse(await site.Client.GetStringAsync(new Uri("/api/v1/playground/models?task=ocr", UriKind.Relative), Token))!;
        models["ready"]!.AsArray().Select(m => m!["ref"]!.GetValue<string>()).ShouldBe(["local/eye", "acme/owl", "birch/heron"]);
        models["unknown"]![0]!["ref"]!.GetValue<string>().ShouldBe("acme/newt");
        models["missing"]![0]!["variable"]!.GetValue<string>().ShouldBe("LOCKED_API_KEY");
        models["cannot"]![0]!["why"]!.GetValue<string>().ShouldBe("It takes no images.");
    }

    [Fact]
    public async Task A_turn_is_listed_exported_and_deleted()
    {
        site.Models.Says("acme/owl", "~~~\n```\n<script>alert(1)</script>\n```");
        var turn = await Turn(Ask("chat", "A rare question", "acme/owl"));
        var id = turn["id"]!.GetValue<string>();
        (await List("rare"))["total"]!.GetValue<int>().ShouldBe(1);
        (await List("common"))["total"]!.GetValue<int>().ShouldBe(0);
        var markdown = await site.Client.GetStringAsync(new Uri($"/playground/{id}/export.md", UriKind.Relative), Token);
        markdown.ShouldContain("````text\n~~~\n```\n<script>alert(1)</script>\n```\n````");
        using var raw = await site.Client.GetAsync(new Uri($"/playground/{id}/lanes/0/reply", UriKind.Relative), Token);
        raw.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        using var picture = await site.Client.GetAsync(new Uri($"/playground/{id}/export.png", UriKind.Relative), Token);
        picture.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.Client.DeleteAsync(new Uri($"/api/v1/playground/turns/{id}", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await site.Client.GetAsync(new Uri($"/playground/{id}", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await List("rare"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_list_shows_small_pictures_that_are_asked_for_once()
    {
        Images.TestImages.NeedLibrary();
        var turn = await Turn(Ask("caption", "", "acme/owl") with { Image = "sample:receipt" });
        var image = turn["images"]![0]!;
        var small = new Uri(image["small"]!.GetValue<string>(), UriKind.Relative);
        (await site.Client.GetStringAsync(new Uri("/playground/history", UriKind.Relative), Token)).ShouldContain($"src=\"{small}\" alt=\"\" width=\"80\" height=\"80\" loading=\"lazy\"");
        using var first = await site.Client.GetAsync(small, Token);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        (await first.Content.ReadAsByteArrayAsync(Token)).Length.ShouldBeLessThan(image["length"]!.GetValue<int>() / 3);
        first.Headers.CacheControl!.ToString().ShouldBe("max-age=31536000, private, immutable");
        using var request = new HttpRequestMessage(HttpMethod.Get, small);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await site.Client.SendAsync(request, Token);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await site.Client.DeleteAsync(new Uri($"/api/v1/playground/turns/{turn["id"]!.GetValue<string>()}", UriKind.Relative), Token)).EnsureSuccessStatusCode();
        using var gone = await site.Client.GetAsync(small, Token);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Boxes_are_read_matched_and_read_another_way_on_demand()
    {
        site.Models.Says("acme/owl", """[{"label":"cup","box":[0.1,0.1,0.4,0.5],"score":0.9},{"label":"pen","box":[0.6,0.6,0.9,0.9],"score":0.2}]""").Says("birch/heron", "```json\n[{\"label\":\"mug\",\"box\":[0.1,0.1,0.4,0.52]}]\n```");
        var turn = await Turn(Ask("detect", "cup, pen", "acme/owl", "birch/heron") with { Image = "sample:street" });
        turn["lanes"]![0]!["reading"]!["boxes"]!.AsArray().Count.ShouldBe(2);
        // The pen lies below the least score, so one box of each is left, and they are the same.
        turn["compared"]!["both"]!.AsArray().Count.ShouldBe(1);
        turn["compared"]!["only_a"]!.AsArray().ShouldBeEmpty();
        var id = turn["id"]!.GetValue<string>();
        var other = JsonNode.Parse(await site.Client.GetStringAsync(new Uri($"/playground/{id}.json?frame0=fractions-y-first&min=0", UriKind.Relative), Token))!;
        var box = other["lanes"]![0]!["reading"]!["boxes"]![0]!;
        (box["x1"]!.GetValue<double>(), box["y1"]!.GetValue<double>()).ShouldBe((0.5, 0.4));
        other["compared"]!["only_a"]!.AsArray().Count.ShouldBe(1);
        using var odd = await site.Client.GetAsync(new Uri($"/playground/{id}.json?frame0=sideways", UriKind.Relative), Token);
        odd.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<JsonNode> List(string words) => JsonNode.Parse(await site.Client.GetStringAsync(new Uri($"/api/v1/playground/turns?q={words}", UriKind.Relative), Token))!;

    private async Task<JsonNode> Turn(AskBody ask)
    {
        using var reply = await Post(ask, "application/json");
        var text = await reply.Content.ReadAsStringAsync(Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<HttpResponseMessage> Post(AskBody ask, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/playground/turns") { Content = JsonContent.Create(ask) };
        request.Headers.Accept.ParseAdd(accept);
        return await site.Client.SendAsync(request, Token);
    }

    private static AskBody Ask(string task, string prompt, params string[] models) => new(task, models, prompt);

    private static List<(int Id, string Name, JsonNode Data)> Events(string stream) =>
    [
        .. stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(e => !e.StartsWith(':')).Select(e =>
        {
            var lines = e.Split('\n').ToDictionary(l => l[..l.IndexOf(':', StringComparison.Ordinal)], l => l[(l.IndexOf(':', StringComparison.Ordinal) + 2)..], StringComparer.Ordinal);
            return (int.Parse(lines["id"], System.Globalization.CultureInfo.InvariantCulture), lines["event"], JsonNode.Parse(lines["data"])!);
        }),
    ];
}

internal sealed record AskBody(string task, string[] models, string prompt)
{
    [System.Text.Json.Serialization.JsonPropertyName("image")]
    public string? Image { get; init; }
}
