using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assay.Calls;
using Assay.Tests.Playground;
using Shouldly;
using Xunit;

namespace Assay.Tests.Arena;

public sealed class ArenaApiTests : IDisposable
{
    private readonly PlaygroundSite site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_battle_asks_two_different_models_the_same()
    {
        var battle = await Battle(new { task = "ask", prompt = "What is it?", image = "sample:receipt" });
        (battle["state"]!.GetValue<string>(), battle["vote"]).ShouldBe(("open", null));
        site.Models.Asked.Count.ShouldBe(2);
        site.Models.Asked.Select(r => r.Model).Distinct().Count().ShouldBe(2);
        site.Models.Asked.Select(r => r.Images[0].Hash).Distinct().ShouldHaveSingleItem();
        battle["left"]!["side"]!.GetValue<string>().ShouldBe("a");
        battle["right"]!["state"]!.GetValue<string>().ShouldBe("replied");
    }

    [Fact]
    public async Task A_repeat_does_not_count_and_the_answer_says_so_with_or_without_the_cookie()
    {
        var id = (await Battle(Chat))["id"]!.GetValue<string>();
        (await Vote(id, "left"))["counted"]!.GetValue<bool>().ShouldBeTrue();
        foreach (var client in (HttpClient[])[site.Client, site.Plain])
        {
            var again = await Vote(id, "right", client);
            again["counted"]!.GetValue<bool>().ShouldBeFalse();
            again["vote"]!.GetValue<string>().ShouldBe("left");
            again["words"]!.GetValue<string>().ShouldBe("You had voted on this battle before (left): that vote stands, and this one does not count.");
        }
        (await Json("/api/v1/arena/leaderboard"))["votes"]!.GetValue<int>().ShouldBe(1);
        (await Json("/api/v1/arena/leaderboard?task=ocr"))["votes"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_battle_with_a_failed_side_cannot_be_voted_on_and_says_that_this_is_no_loss()
    {
        var owl = site.Models.Script("acme/owl");
        await owl.WriteAsync(new CallEvent.Ended(ScriptedModels.Replied(ScriptedModels.Request("acme/owl"), "") with { Outcome = new CallOutcome.Failed(new(FailureKind.TimedOut, "No answer in time."), null) }), Token);
        var battle = await Battle(Chat);
        battle["state"]!.GetValue<string>().ShouldBe("void");
        battle["words"]!.GetValue<string>().ShouldContain("a failed call is not a loss. Go on with the next battle.");
        using var reply = await site.Client.PostAsJsonAsync($"/api/v1/arena/battles/{battle["id"]}/vote", new { vote = "left" }, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Json("/api/v1/arena/leaderboard"))["votes"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_vote_while_a_side_still_answers_is_refused()
    {
        site.Models.Script("acme/owl");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/arena/battles") { Content = JsonContent.Create(Chat) };
        using var reply = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        using var vote = await site.Client.PostAsJsonAsync($"{reply.Headers.Location}/vote", new { vote = "left" }, Token);
        vote.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await vote.Content.ReadAsStringAsync(Token)).ShouldContain("Both sides must have answered before a vote.");
    }

    [Theory]
    [InlineData("""{"task":"paint"}""", "'paint' is not a task. Allowed: caption,")]
    [InlineData("""{"task":"caption"}""", "There is no image: caption needs one.")]
    [InlineData("""{"task":"chat"}""", "There is no prompt: chat needs one.")]
    [InlineData("""{"task":"chat","prompt":"x","models":["acme/owl"]}""", "The models named are 1 model: a battle needs two different ones, or none named to draw from all.")]
    [InlineData("""{"task":"chat","prompt":"x","models":["acme/owl","locked/lynx"]}""", "Lynx cannot be called: Set LOCKED_API_KEY to your key of Locked.")]
    [InlineData("""{"task":"caption","image":"sample:receipt","models":["acme/owl","acme/mole"]}""", "Mole cannot do caption: It takes no images.")]
    [InlineData("""{"task":"chat","prompt":"x","models":["no-such-model-xyz"]}""", "No model is called 'no-such-model-xyz'")]
    [InlineData("""{"task":7}""", "The body is not a turn in JSON")]
    public async Task What_cannot_be_fought_is_refused_with_the_value_and_the_fix(string body, string words)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var reply = await site.Client.PostAsync(new Uri("/api/v1/arena/battles", UriKind.Relative), content, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!["detail"]!.GetValue<string>().ShouldContain(words);
    }

    [Theory]
    [InlineData("""{"vote":"A"}""", "'A' is not a vote. Allowed: left, right, tie, both_bad.")]
    [InlineData("""{"vote":1}""", "The body is not a vote")]
    [InlineData("", "The body is not a vote")]
    public async Task What_is_no_vote_is_refused(string body, string words)
    {
        var id = (await Battle(Chat))["id"]!.GetValue<string>();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var reply = await site.Client.PostAsync(new Uri($"/api/v1/arena/battles/{id}/vote", UriKind.Relative), content, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!["detail"]!.GetValue<string>().ShouldContain(words);
    }

    [Theory]
    [InlineData("/api/v1/arena/battles/nothing")]
    [InlineData("/api/v1/arena/battles/00000000000000000000000000/events")]
    [InlineData("/arena/battles/00000000000000000000000000")]
    public async Task What_is_not_there_is_404(string address)
    {
        using var reply = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_task_that_nobody_knows_is_refused_on_page_twin_and_api()
    {
        foreach (var address in (string[])["/arena/leaderboard?task=paint", "/arena/leaderboard.json?task=paint", "/api/v1/arena/leaderboard?task=paint", "/arena?task=paint", "/arena.json?task=paint"])
        {
            using var reply = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Token);
            reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
            WebUtility.HtmlDecode((await reply.Content.ReadAsStringAsync(Token)).Replace("\\u0027", "'", StringComparison.Ordinal)).ShouldContain("'paint' is not a task", customMessage: address);
        }
    }

    [Fact]
    public async Task The_cookie_of_a_voter_is_random_and_out_of_reach_of_scripts_and_other_sites()
    {
        using var reply = await site.Plain.PostAsJsonAsync("/api/v1/arena/battles", Chat, Token);
        var cookie = reply.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldMatch("^assay_voter=[0-9a-f]{32}; max-age=31536000; path=/; samesite=lax; httponly$");
        using var other = new HttpRequestMessage(HttpMethod.Post, "/api/v1/arena/battles") { Content = JsonContent.Create(Chat) };
        other.Headers.Add("Origin", "https://evil.example");
        using var refused = await site.Client.SendAsync(other, Token);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_leaderboard_follows_the_votes()
    {
        foreach (var vote in (string[])["left", "right", "tie", "both_bad", "left", "right"]) await Vote((await Battle(Chat))["id"]!.GetValue<string>(), vote);
        var board = await Json("/api/v1/arena/leaderboard?task=chat");
        (board["votes"]!.GetValue<int>(), board["models"]!.GetValue<int>()).ShouldBe((6, 2));
        board["rows"]!.AsArray().Select(r => r!["model"]!.GetValue<string>()).ShouldBe(["acme/owl", "birch/heron"], ignoreOrder: true);
        var position = board["position"]!;
        (position["left_wins"]!.GetValue<int>(), position["right_wins"]!.GetValue<int>(), position["ties"]!.GetValue<int>(), position["both_bad"]!.GetValue<int>()).ShouldBe((2, 2, 2, 1));
        board.ToJsonString().ShouldBe((await Json("/arena/leaderboard.json?task=chat")).ToJsonString());
    }

    private static object Chat => new { task = "chat", prompt = "Who are you?", models = new[] { "acme/owl", "birch/heron" } };

    private async Task<JsonNode> Battle(object ask)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/arena/battles") { Content = JsonContent.Create(ask) };
        request.Headers.Accept.ParseAdd("application/json");
        using var reply = await site.Client.SendAsync(request, Token);
        var text = await reply.Content.ReadAsStringAsync(Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<JsonNode> Vote(string id, string vote, HttpClient? client = null)
    {
        using var reply = await (client ?? site.Client).PostAsJsonAsync($"/api/v1/arena/battles/{id}/vote", new { vote }, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;
    }

    private async Task<JsonNode> Json(string address) => JsonNode.Parse(await site.Client.GetStringAsync(new Uri(address, UriKind.Relative), Token))!;
}
