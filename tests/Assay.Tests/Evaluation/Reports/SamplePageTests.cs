using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Assay.Adapters.Storage.Runs;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Reports;

/// <summary>What a sample's page shows beside the replies: boxes on the picture, the judge's call, what people say.</summary>
public sealed class SamplePageTests : IDisposable
{
    private const string Street = $"/evals/{SeededReplies.Boxes}/samples/street", Essay = $"/evals/{SeededReplies.Judged}/samples/e";

    private readonly RunSite site = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Boxes_of_target_and_reply_are_paired_as_the_score_pairs_them()
    {
        SeededReplies.WriteBoxes(site.Store);
        var json = await site.Json(Street + ".json");
        json["target_boxes"]!.AsArray().Select(b => b!["label"]!.GetValue<string>()).ShouldBe(["person", "dog", "car"]);
        (json["picture"]!["width"]!.GetValue<int>(), json["picture"]!["height"]!.GetValue<int>()).ShouldBe((800, 560));
        var first = json["trials"]![0]!;
        first["boxes"]!["boxes"]!.AsArray().Select(b => b!["kind"]!.GetValue<string>()).ShouldBe(["matched", "matched", "missed", "extra"]);
        first["why"]!.GetValue<string>().ShouldStartWith("2 of 3 boxes found at IoU 0.5, 1 too many");
        var person = first["boxes"]!["boxes"]![0]!;
        (person["target"]!["label"]!.GetValue<string>(), person["read"]!["score"]!.GetValue<double>()).ShouldBe(("person", 0.91));
        person["iou"]!.GetValue<double>().ShouldBeGreaterThan(0.8);
        first["boxes"]!["boxes"]![2]!["nearest"].ShouldBeNull("nothing that was read touches the car");
        // The right place under another name stands as missed and extra, and says what lies there.
        var second = json["trials"]![1]!["boxes"]!["boxes"]!.AsArray();
        second.First(b => b!["kind"]!.GetValue<string>() == "missed" && b["target"]!["label"]!.GetValue<string>() == "person")!["nearest"]!.GetValue<string>().ShouldBe("dog");
        (json["trials"]![2]!["boxes"]!["state"]!.GetValue<string>(), json["trials"]![2]!["boxes"]!["boxes"]!.AsArray().Count).ShouldBe(("unreadable", 3));
        json["trials"]![3]!["boxes"].ShouldBeNull("it was not asked");
    }

    [Fact]
    public async Task Boxes_are_told_by_stroke_and_word_and_stand_in_a_table()
    {
        SeededReplies.WriteBoxes(site.Store);
        var page = await site.Get(Street);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("3 boxes: person, dog, car.");
        page.Html.ShouldContain("<g class=\"boxes missed\" stroke-dasharray=\"9 5\">");
        page.Html.ShouldContain("<g class=\"boxes extra\" stroke-dasharray=\"2 3\">");
        page.Html.ShouldContain(">missed: car</text>");
        page.Html.ShouldContain(">extra: cat 0.30</text>");
        page.Html.ShouldContain("<title>The image with the boxes of acme/heron-2: 2 matched, 1 missed, 1 extra</title>");
        page.Text.ShouldContain("A pair has the same label and an overlap (IoU) of 0.5 or more.");
        page.Text.ShouldContain("The reply holds no boxes");
    }

    [Fact]
    public async Task A_judge_stands_with_what_it_was_asked_and_said_and_what_it_took()
    {
        SeededReplies.WriteJudged(site.Store);
        var judge = (await site.Json(Essay + "0.json"))["trials"]![0]!["judge"]!;
        judge["model"]!.GetValue<string>().ShouldBe("acme/judge-1");
        judge["prompt"]!.GetValue<string>().ShouldContain("What is on plate 0?");
        judge["reply"]!.GetValue<string>().ShouldStartWith("It says bolt.");
        (judge["latency_ms"]!.GetValue<double>(), judge["cost"]!["display"]!.GetValue<string>(), judge["output_tokens"]!.GetValue<int>()).ShouldBe((640, "$0.002", 42));
        var page = await site.Get(Essay + "0");
        page.Text.ShouldContain("The judge: acme/judge-1");
        page.Text.ShouldContain("You judge one reply to one question.");
        (await site.Get(Essay + "3")).Text.ShouldContain("It gave no answer. The provider answered 500.");
    }

    [Fact]
    public async Task A_run_tells_what_its_judges_cost_apart_from_its_models()
    {
        SeededReplies.WriteJudged(site.Store);
        var judge = (await site.Json($"/evals/{SeededReplies.Judged}.json"))["judges"]![0]!;
        (judge["replies"]!.GetValue<int>(), judge["unscored"]!.GetValue<int>(), judge["cost"]!["display"]!.GetValue<string>()).ShouldBe((4, 2, "at least $0.006"));
        (await site.Get($"/evals/{SeededReplies.Judged}")).Section("judges").ShouldContain("4 replies, 2 without a verdict (1 because the call failed; going on asks again); cost at least $0.006. The cost of 1 judgement cannot be told.");
    }

    [Fact]
    public async Task A_label_is_given_by_a_form_and_counts_in_the_agreement()
    {
        SeededReplies.WriteJudged(site.Store);
        foreach (var (sample, label) in new[] { ("0", "pass"), ("1", "pass"), ("2", "fail") })
            (await Label(sample, label, "Ann")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await Label("1", "fail", "Ann")).StatusCode.ShouldBe(HttpStatusCode.Found, "a second word takes the place of the first");
        var page = await site.Get(Essay + "1");
        page.Text.ShouldContain("Ann: wrong, as the score");
        (await site.Get(Essay + "2")).Text.ShouldContain("Ann: wrong; the score gives no verdict");
        var people = (await site.Json($"/evals/{SeededReplies.Judged}.json"))["people"]!.AsArray();
        (people.Single()!["person"]!.GetValue<string>(), people[0]!["items"]!.GetValue<int>(), people[0]!["without_verdict"]!.GetValue<int>()).ShouldBe(("Ann", 2, 1));
        people[0]!["kappa"]!["why"]!.GetValue<string>().ShouldContain("kappa is 1");
    }

    [Fact]
    public async Task A_note_stands_with_the_label_on_the_page_in_JSON_and_in_files_and_is_text()
    {
        SeededReplies.WriteJudged(site.Store);
        (await Label("0", "fail", "Ann", "<b>It</b> means\r\nthe reflection.")).StatusCode.ShouldBe(HttpStatusCode.Found);
        var page = await site.Get(Essay + "0");
        page.Html.ShouldContain("&lt;b&gt;It&lt;/b&gt; means");
        page.Html.ShouldNotContain("<b>It</b>");
        (await site.Json(Essay + "0.json"))["trials"]![0]!["labels"]![0]!["note"]!.GetValue<string>().ShouldBe("<b>It</b> means\nthe reflection.");
        (await Text($"/evals/{SeededReplies.Judged}/labels.csv")).ShouldContain("fail,Ann,\"<b>It</b> means\nthe reflection.\"");
        (await Text($"/api/v1/evals/runs/{SeededReplies.Judged}/export?format=csv")).ShouldContain("\"Ann: wrong (<b>It</b> means\nthe reflection.)\"");
        (await Text($"/api/v1/evals/runs/{SeededReplies.Judged}/export?format=html")).ShouldContain("Ann: wrong (&lt;b&gt;It&lt;/b&gt; means");
        var refused = await Label("1", "fail", "Ann", new string('n', 1001));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(Cancelled)).ShouldContain("The note has 1,001 letters; allowed are at most 1,000. Shorten it.");
        new RunLabels(new(site.Store)).Of(SeededReplies.Judged).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_label_reads_no_trials_again()
    {
        SeededReplies.WriteJudged(site.Store);
        await site.Get(Essay + "0");
        var made = site.Reports.Made;
        await Label("0", "fail", "Ann");
        (await site.Get(Essay + "0")).Text.ShouldContain("Ann: wrong, unlike the score");
        (await site.Get($"/evals/{SeededReplies.Judged}")).Text.ShouldContain("Right by the score alone");
        site.Reports.Made.ShouldBe(made);
    }

    [Fact]
    public async Task A_visitor_without_a_name_is_told_from_others_and_is_nobody()
    {
        SeededReplies.WriteJudged(site.Store);
        var answer = await Label("0", "fail", "");
        answer.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("assay_voter=", StringComparison.Ordinal));
        new RunLabels(new(site.Store)).Of(SeededReplies.Judged).ShouldHaveSingleItem().Person.ShouldStartWith("voter-");
        (await site.Get(Essay + "0")).Text.ShouldContain("wrong, unlike the score");
    }

    [Fact]
    public async Task What_is_no_label_or_comes_from_elsewhere_is_refused()
    {
        SeededReplies.WriteJudged(site.Store);
        SeededReplies.WriteBoxes(site.Store);
        (await Label("0", "maybe", "Ann")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Post(Street, new() { ["model"] = "3", ["repetition"] = "0", ["label"] = "pass" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "it has no answer");
        using var foreign = new HttpRequestMessage(HttpMethod.Post, Essay + "0") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["label"] = "pass" }), Headers = { { "Origin", "https://example.org" } } };
        (await site.Client.SendAsync(foreign, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        new RunLabels(new(site.Store)).Of(SeededReplies.Judged).ShouldBeEmpty();
    }

    [Fact]
    public async Task Labels_go_out_as_CSV_and_come_in_again()
    {
        SeededReplies.WriteJudged(site.Store);
        await Label("0", "pass", "=Ann");
        await Label("1", "fail", "");
        var csv = await site.Client.GetStringAsync(new Uri($"/evals/{SeededReplies.Judged}/labels.csv", UriKind.Relative), Cancelled);
        csv.ShouldStartWith("sample,model,repetition,label,person,note\r\ne0,acme/heron-2,1,pass,'=Ann,\r\n", customMessage: "a name may not be a formula");
        using var body = new StringContent(csv.Replace("fail", "pass", StringComparison.Ordinal), Encoding.UTF8, "text/csv");
        var answer = await site.Client.PostAsync(new Uri($"/api/v1/evals/runs/{SeededReplies.Judged}/labels", UriKind.Relative), body, Cancelled);
        (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldContain("\"labels\":2");
        new RunLabels(new(site.Store)).Of(SeededReplies.Judged).Count(l => l.Passed).ShouldBe(3);
        using var file = new MultipartFormDataContent { { new ByteArrayContent("sample,label\ne9,pass\n"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "file", "mine.csv" } };
        var refused = await site.Client.PostAsync(new Uri($"/evals/{SeededReplies.Judged}", UriKind.Relative), file, Cancelled);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(Cancelled)).ShouldContain("mine.csv:2: the suite has no sample");
    }

    [Fact]
    public async Task Scores_stand_by_difficulty_the_easiest_first()
    {
        site.WithRuns();
        var owl = (await site.Json($"/evals/{RunSite.First}.json"))["models"]![0]!;
        owl["difficulties"]!.AsArray().Select(d => (d!["difficulty"]!.GetValue<string>(), d["score"]!["items"]!.GetValue<int>())).ShouldBe([("easy", 15), ("medium", 30), ("hard", 15)]);
        var section = (await site.Get($"/evals/{RunSite.First}")).Section("difficulties");
        section.ShouldContain("medium 30 items");
        section.ShouldContain(owl["difficulties"]![2]!["score"]!["display"]!.GetValue<string>());
        SeededReplies.WriteBoxes(site.Store);
        (await site.Get($"/evals/{SeededReplies.Boxes}")).Html.ShouldNotContain("id=\"difficulties\"", customMessage: "a suite that says nothing of difficulty has no such section");
    }

    private Task<HttpResponseMessage> Label(string sample, string label, string person, string note = "") => Post(Essay + sample, new() { ["model"] = "0", ["repetition"] = "0", ["label"] = label, ["person"] = person, ["note"] = note });

    private Task<string> Text(string address) => site.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancelled);

    private async Task<HttpResponseMessage> Post(string address, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await site.Plain.PostAsync(new Uri(address, UriKind.Relative), content, Cancelled);
    }
}
