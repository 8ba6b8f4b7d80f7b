using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Arena;
using Assay.Calls;
using Assay.Host.Catalog;
using Assay.Playground;
using Assay.Tests.Playground;
using Shouldly;
using Xunit;

namespace Assay.Tests.Arena;

/// <summary>Before the vote no surface tells the two models: not by name, provider, cost, tokens, or the bytes of their calls.</summary>
public sealed partial class BlindnessTests : IDisposable
{
    private readonly PlaygroundSite site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    /// <summary>What belongs to the two models: names, providers, what <see cref="ScriptedModels.Replied"/> says of cost, tokens, stop and bytes, and what the scripts below say of themselves.</summary>
    [GeneratedRegex(@"\bowl\b|\bheron\b|\bacme\b|\bbirch\b|\b812\b|0\.000123|\$0\.10|example\.org|request-id|completions|Feathered|own-stop-word", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Telling();

    [Fact]
    public async Task No_surface_tells_the_models_while_they_run()
    {
        var owl = site.Models.Script("acme/owl");
        site.Models.Script("birch/heron");
        foreach (var what in (CallEvent[])
        [
            new CallEvent.Waiting(null, "Acme lets 2 calls a minute through."), new CallEvent.AttemptStarted(1), new CallEvent.Progress("Installing Owl", 0.5), new CallEvent.Reasoning("I am Feathered."),
            new CallEvent.AttemptFailed(1, new(FailureKind.RateLimited, "Acme says: too many requests to Owl."), TimeSpan.FromSeconds(1)), new CallEvent.Text("A receipt "),
        ]) await owl.WriteAsync(what, Token);
        var (id, turn) = await Begin();
        foreach (var address in Surfaces(id, turn)) await Silent(HttpMethod.Get, address);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/arena/battles/{id}/events");
        using var stream = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Token));
        var seen = "";
        while (!seen.Contains("A receipt", StringComparison.Ordinal)) seen += await reader.ReadLineAsync(Token) + "\n";
        seen.ShouldContain("event: attempt_failed");
        seen.ShouldNotContain("reasoning");
        Telling().Match(seen).Value.ShouldBeEmpty();
        foreach (var closed in (string[])[$"/api/v1/playground/turns/{turn}/stop", $"/api/v1/playground/turns/{turn}/lanes/0/stop", $"/playground/{turn}?handler=Stop"])
            (await Silent(HttpMethod.Post, closed)).StatusCode.ShouldBe(HttpStatusCode.NotFound, closed);
        using var stop = await site.Client.PostAsync(new Uri($"/api/v1/arena/battles/{id}/stop", UriKind.Relative), null, Token);
        stop.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task No_surface_tells_the_models_of_a_finished_battle_before_the_vote_and_every_one_after()
    {
        site.Models.Says("acme/owl", "A receipt.").Says("birch/heron", "A bill.");
        var (id, turn) = await Begin();
        using (var told = await site.Client.GetAsync(new Uri($"/api/v1/arena/battles/{id}/events", UriKind.Relative), Token))
            Telling().Match(await told.Content.ReadAsStringAsync(Token)).Value.ShouldBeEmpty();
        foreach (var address in Surfaces(id, turn)) await Silent(HttpMethod.Get, address);
        (await Silent(HttpMethod.Delete, $"/api/v1/playground/turns/{turn}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var reply = await site.Client.PostAsJsonAsync($"/api/v1/arena/battles/{id}/vote", new { vote = "left" }, Token);
        var voted = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;
        (voted["counted"]!.GetValue<bool>(), voted["state"]!.GetValue<string>()).ShouldBe((true, "voted"));
        new[] { voted["left"]!, voted["right"]! }.Select(s => s["model"]!["model"]!.GetValue<string>()).ShouldBe(["acme/owl", "birch/heron"], ignoreOrder: true);
        foreach (var address in Surfaces(id, turn).Where(s => s.Contains(id, StringComparison.Ordinal) && !s.EndsWith("/events", StringComparison.Ordinal) || (s.Contains(turn, StringComparison.Ordinal) && !s.EndsWith("events", StringComparison.Ordinal) && !s.EndsWith(".png", StringComparison.Ordinal)) || s.Contains("history", StringComparison.Ordinal)))
        {
            using var open = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
            open.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            if (!address.Contains("/lanes/", StringComparison.Ordinal)) (await open.Content.ReadAsStringAsync(Token)).ShouldContain("Owl", Case.Insensitive, address);
        }
    }

    [Fact]
    public async Task Another_voter_sees_no_names_after_the_first_has_voted()
    {
        var (id, turn) = await Begin();
        using var reply = await site.Client.PostAsJsonAsync($"/api/v1/arena/battles/{id}/vote", new { vote = "tie" }, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        // A browser of its own: the first page gives it a cookie.
        using var first = await site.Plain.GetAsync(new Uri($"/arena/battles/{id}", UriKind.Relative), Token);
        Telling().Match(await first.Content.ReadAsStringAsync(Token)).Value.ShouldBeEmpty();
        foreach (var address in Surfaces(id, turn).Where(s => !s.Contains("leaderboard", StringComparison.Ordinal)))
        {
            using var seen = await site.Plain.GetAsync(new Uri(address, UriKind.Relative), Token);
            Telling().Match(await seen.Content.ReadAsStringAsync(Token)).Value.ShouldBeEmpty(address);
        }
        using var second = await site.Plain.PostAsJsonAsync($"/api/v1/arena/battles/{id}/vote", new { vote = "left" }, Token);
        JsonNode.Parse(await second.Content.ReadAsStringAsync(Token))!["counted"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Boxes_are_shown_without_the_text_that_tells_how_the_model_writes_them()
    {
        site.Models.Says("acme/owl", """[{"box_2d":[100,100,500,400],"label":"cup"}]""").Says("birch/heron", """[{"label":"cup","box":[0.1,0.1,0.4,0.5],"score":0.912345}]""");
        var (id, _) = await Begin("detect");
        using var reply = await site.Client.GetAsync(new Uri($"/api/v1/arena/battles/{id}", UriKind.Relative), Token);
        var text = await reply.Content.ReadAsStringAsync(Token);
        text.ShouldContain("\"label\":\"cup\"");
        text.ShouldNotContain("box_2d");
        text.ShouldNotContain("0.912345");
        using var events = await site.Client.GetAsync(new Uri($"/api/v1/arena/battles/{id}/events", UriKind.Relative), Token);
        (await events.Content.ReadAsStringAsync(Token)).ShouldNotContain("box_2d");
    }

    /// <summary>Every address that shows something of a battle or of turns.</summary>
    private static string[] Surfaces(string id, string turn) =>
    [
        $"/api/v1/arena/battles/{id}", $"/arena/battles/{id}", $"/arena/battles/{id}.json", "/arena", "/arena.json", "/arena?task=caption", "/arena/leaderboard", "/arena/leaderboard.json", "/api/v1/arena/leaderboard",
        "/playground/history", "/playground/history.json", "/api/v1/playground/turns", "/playground/history?task=caption", $"/playground/{turn}", $"/playground/{turn}.json", $"/api/v1/playground/turns/{turn}",
        $"/playground/{turn}/export.json", $"/playground/{turn}/export.md", $"/playground/{turn}/export.png", $"/api/v1/playground/turns/{turn}/export.json", $"/api/v1/playground/turns/{turn}/export.md",
        $"/playground/{turn}/lanes/0/request", $"/playground/{turn}/lanes/0/reply", $"/playground/{turn}/lanes/1/request", $"/playground/{turn}/lanes/1/reply", $"/PLAYGROUND/{turn}",
    ];

    private async Task<(string Id, string Turn)> Begin(string task = "caption")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/arena/battles") { Content = JsonContent.Create(new { task, image = "sample:receipt", models = new[] { "acme/owl", "birch/heron" } }) };
        using var reply = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        Telling().Match(reply.Headers.ToString()).Value.ShouldBeEmpty();
        var id = reply.Headers.Location!.ToString().Split('/')[^1];
        TurnId.TryParse(id, out var known).ShouldBeTrue();
        var turn = new ArenaStore(Store.Open(Workspace.StorePath(site.Data))).Find(known!)!.Turn.Text;
        turn.ShouldNotBe(id);
        // Where the models answer at once, to the end.
        if (!site.Models.HasScripts) await reply.Content.ReadAsStringAsync(Token);
        return (id, turn);
    }

    private async Task<HttpResponseMessage> Silent(HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        var reply = await site.Client.SendAsync(request, Token);
        Telling().Match(reply.Headers + "\n" + reply.Content.Headers + "\n" + await reply.Content.ReadAsStringAsync(Token)).Value.ShouldBeEmpty(address);
        return reply;
    }
}
