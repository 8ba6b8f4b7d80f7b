using System.Net;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Reports;

public sealed class RunPageTests : IDisposable
{
    private readonly RunSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Without_runs_the_page_says_what_makes_one()
    {
        var page = await site.Get("/evals");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("No run is kept yet.");
        page.Text.ShouldContain("assay eval run");
        (await site.Json("/evals.json"))["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_with_scores_and_intervals()
    {
        var list = await site.WithRuns().Json("/evals.json");
        list["runs"]!.AsArray().Select(r => r!["id"]!.GetValue<string>()).ShouldBe([RunSite.Stopped, RunSite.Newer, RunSite.Often, RunSite.Second, RunSite.First]);
        list["runs"]![0]!["state"]!.GetValue<string>().ShouldBe("stopped");
        list["suites"]!.AsArray().Count.ShouldBe(3);
        var page = await site.Get("/evals");
        page.Text.ShouldContain("5 runs");
        page.Links.ShouldContain($"/evals/{RunSite.First}");
        (await site.Get($"/evals?suite={list["runs"]![4]!["suite_hash"]}")).Text.ShouldContain("3 runs of one suite");
        (await site.Get("/evals?page=0")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_run_shows_its_verdict_scores_pairs_and_what_it_took()
    {
        var page = await site.WithRuns().Get($"/evals/{RunSite.First}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var json = await site.Json($"/evals/{RunSite.First}.json");
        foreach (var sentence in json["verdict"]!.AsArray()) page.Text.ShouldContain(sentence!.GetValue<string>());
        var owl = json["models"]![0]!;
        (owl["name"]!.GetValue<string>(), owl["overall"]!["tally"]!["all"]!.GetValue<int>()).ShouldBe(("local/owl", 60));
        page.Section("scores").ShouldContain($"{owl["overall"]!["display"]} | {owl["overall"]!["interval"]}");
        page.Section("categories").ShouldContain("Counting");
        json["pairs"]!.AsArray().Count.ShouldBe(3);
        page.Section("pair").ShouldContain("McNemar's exact test");
        page.Section("taken").ShouldContain("at least 90 % are needed", customMessage: "the free model has no known cost");
        owl["cost_per_task"]!["display"]!.GetValue<string>().ShouldBe("$0");
        page.Section("made").ShouldContain("Begun on the command line.");
        page.Html.ShouldContain("<svg class=\"chart dots\"");
    }

    [Fact]
    public async Task Errors_are_told_as_neither_right_nor_wrong()
    {
        var finch = (await site.WithRuns().Json($"/api/v1/evals/runs/{RunSite.First}"))["models"]![2]!["overall"]!;
        finch["tally"]!["errored"]!.GetValue<int>().ShouldBeGreaterThan(0);
        finch["value"].ShouldBeNull();
        finch["at_most"]!.GetValue<double>().ShouldBeGreaterThan(finch["at_least"]!.GetValue<double>());
        (await site.Get($"/evals/{RunSite.First}")).Section("scores").ShouldContain("errored: neither right nor wrong");
    }

    [Fact]
    public async Task The_pair_is_chosen_by_the_address_and_where_they_differ_is_linked()
    {
        var pair = (await site.WithRuns().Json($"/evals/{RunSite.First}.json?a=acme/heron-2&b=local/owl"))["pair"]!;
        (pair["first"]!.GetValue<string>(), pair["second"]!.GetValue<string>()).ShouldBe(("acme/heron-2", "local/owl"));
        var only = pair["detail"]!["second_better"]!.AsArray().Select(i => i!.GetValue<string>()).ToArray();
        only.Length.ShouldBe(pair["second_wins"]!.GetValue<int>());
        var samples = await site.Json($"/evals/{RunSite.First}/samples.json?passed_by=local/owl&failed_by=acme/heron-2");
        samples["samples"]!.AsArray().Select(s => s!["id"]!.GetValue<string>()).ShouldBe(only);
    }

    [Fact]
    public async Task Samples_are_filtered_and_paged_on_the_server()
    {
        var all = await site.WithRuns().Json($"/evals/{RunSite.First}/samples.json");
        (all["total"]!.GetValue<int>(), all["pages"]!.GetValue<int>(), all["samples"]!.AsArray().Count).ShouldBe((60, 2, 30));
        var second = await site.Get($"/evals/{RunSite.First}?page=2");
        second.Section("samples").ShouldContain("Page 2 of 2");
        second.Section("samples").ShouldContain("q00059");
        async Task<int> Total(string query) => (await site.Json($"/evals/{RunSite.First}/samples.json?{query}"))["total"]!.GetValue<int>();
        (await Total("category=Reading")).ShouldBe(20);
        (await Total("difficulty=hard")).ShouldBe(15);
        (await Total("state=refused")).ShouldBe(1);
        (await Total("state=refused&model=local/owl")).ShouldBe(0);
        (await Total("q=evil.example")).ShouldBe(1, "words are looked for in replies");
        (await Total("q=q00017")).ShouldBe(1, "and in ids");
        (await Total("q=times 17?")).ShouldBe(1, "and every word of a prompt must be there");
        (await Total("q=100%25")).ShouldBe(0, "a percent sign is a percent sign");
    }

    [Fact]
    public async Task A_filter_that_is_none_is_told_with_what_is_allowed()
    {
        var page = await site.WithRuns().Get($"/evals/{RunSite.First}?category=Colours&state=happy&model=nobody&scoring=9");
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("category 'Colours' is none of this suite. Allowed: Counting, Reading, Comparing.");
        page.Text.ShouldContain("state 'happy' is not a state.");
        page.Text.ShouldContain("model 'nobody' is no model of run");
        page.Text.ShouldContain("Scoring '9' is none of run");
    }

    [Fact]
    public async Task A_sample_shows_every_reply_and_no_reply_can_act()
    {
        var page = await site.WithRuns().Get($"/evals/{RunSite.First}/samples/q00003");
        page.Text.ShouldContain("What is three times 3? Item <3>.");
        page.Html.ShouldNotContain("<script>alert");
        page.Html.ShouldNotContain("src=\"https://evil.example");
        page.Text.ShouldContain("Read 9, which is the target.");
        var json = await site.Json($"/evals/{RunSite.First}/samples/q00003.json");
        (json["target"]![0]!.GetValue<string>(), json["previous"]!.GetValue<string>(), json["next"]!.GetValue<string>()).ShouldBe(("9", "q00002", "odd/id & more"));
        (await site.Client.GetStringAsync(new Uri($"{json["trials"]![0]!["raw"]}/request", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe("""{"prompt":"3"}""");
    }

    [Fact]
    public async Task An_id_with_a_slash_has_a_page()
    {
        var page = await site.WithRuns().Get($"/evals/{RunSite.First}/samples/{Uri.EscapeDataString("odd/id & more")}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldStartWith("odd/id & more");
        (await site.Json($"/evals/{RunSite.First}/samples/{Uri.EscapeDataString("odd/id & more")}.json"))["id"]!.GetValue<string>().ShouldBe("odd/id & more");
    }

    [Fact]
    public async Task Cut_empty_and_refused_answers_say_what_they_are()
    {
        site.WithRuns();
        (await site.Get($"/evals/{RunSite.First}/samples/q00005")).Text.ShouldContain("Cut: the model reached its limit of output tokens.");
        (await site.Get($"/evals/{RunSite.First}/samples/q00007")).Text.ShouldContain("The reply is empty.");
        (await site.Get($"/evals/{RunSite.First}/samples/q00011")).Text.ShouldContain("Declined: neither right nor wrong.");
        (await site.Get($"/evals/{RunSite.First}")).Section("scores").ShouldContain("1 answer cut at the token limit, 1 empty");
    }

    [Fact]
    public async Task An_image_of_a_sample_is_shown_and_no_other_file()
    {
        var sample = await site.WithRuns().Json($"/evals/{RunSite.First}/samples/q00000.json");
        using var image = await site.Client.GetAsync(new Uri(sample["images"]![0]!["address"]!.GetValue<string>(), UriKind.Relative), TestContext.Current.CancellationToken);
        image.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await site.Get($"/evals/{RunSite.First}/images/{new string('6', 64)}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_runs_of_one_suite_are_compared_item_by_item()
    {
        var against = (await site.WithRuns().Json($"/evals/{RunSite.First}.json?against={RunSite.Second}"))["against"]!;
        against["same_suite"]!.GetValue<bool>().ShouldBeTrue();
        against["pairs"]!.AsArray().Select(p => p!["first"]!.GetValue<string>()).ShouldBe(["local/owl", "acme/heron-2"]);
        against["pairs"]![0]!["outcome"]!.GetValue<string>().ShouldBe("first_better");
        against["only_models_here"]![0]!.GetValue<string>().ShouldBe("birch/finch:free");
        (await site.Get($"/evals/{RunSite.First}?against={RunSite.Second}")).Section("against").ShouldContain("the very same suite");
    }

    [Fact]
    public async Task Runs_of_different_suites_are_paired_by_id_only_when_that_is_asked_for()
    {
        var against = (await site.WithRuns().Json($"/evals/{RunSite.First}.json?against={RunSite.Newer}"))["against"]!;
        (against["shared_ids"]!.GetValue<int>(), against["only_there"]!.GetValue<int>(), against["changed"]!.GetValue<int>(), against["pairs"]!.AsArray().Count).ShouldBe((60, 5, 6, 0));
        var asked = (await site.Json($"/evals/{RunSite.First}.json?against={RunSite.Newer}&by=id"))["against"]!;
        (asked["paired_by_id"]!.GetValue<bool>(), asked["pairs"]![0]!["items"]!.GetValue<int>()).ShouldBe((true, 60));
        (await site.Get($"/evals/{RunSite.First}?against={RunSite.Newer}&by=id")).Section("against").ShouldContain("Paired by sample id across different suites.");
    }

    [Fact]
    public async Task An_older_scoring_is_shown_on_request_and_marked()
    {
        site.WithRuns();
        using (var connection = site.Store.Connect())
        {
            RunStore.Score(connection, RunSite.First, SomeSuite.Noon.AddDays(1), "A better scorer.");
            using var writer = new TrialWriter(connection, RunSite.First);
            writer.Changed();
        }
        (await site.Json($"/evals/{RunSite.First}.json"))["models"]![0]!["overall"]!["tally"]!["unscored"]!.GetValue<int>().ShouldBe(60, "the new scoring has no scores yet");
        (await site.Json($"/evals/{RunSite.First}.json?scoring=1"))["models"]![0]!["overall"]!["tally"]!["unscored"]!.GetValue<int>().ShouldBe(0);
        (await site.Get($"/evals/{RunSite.First}?scoring=1")).Text.ShouldContain("These are the scores of scoring 1 of 2, not the newest.");
    }

    [Fact]
    public async Task A_run_is_named_by_its_beginning_and_what_is_no_run_is_not_found()
    {
        (await site.WithRuns().Json("/api/v1/evals/runs/01kaaa"))["id"]!.GetValue<string>().ShouldBe(RunSite.First);
        (await site.Get("/evals/01kzzz")).Status.ShouldBe(HttpStatusCode.NotFound);
        var problem = await site.Get("/api/v1/evals/runs/01k");
        problem.Status.ShouldBe(HttpStatusCode.NotFound);
        problem.Html.ShouldContain("is the beginning of 5 runs");
    }

    [Fact]
    public async Task Differences_by_category_have_a_chart_its_files_and_a_table_for_a_pair_and_for_two_runs()
    {
        site.WithRuns();
        var page = await site.Get($"/evals/{RunSite.First}?a=acme/heron-2&b=local/owl");
        page.Html.ShouldContain("id=\"categories-chart");
        var file = $"/charts/evals/{RunSite.First}/categories.svg?a=acme%2Fheron-2&amp;b=local%2Fowl";
        page.Html.ShouldContain(file);
        var row = (await site.Json($"/evals/{RunSite.First}.json?a=acme/heron-2&b=local/owl"))["pair"]!["detail"]!["categories"]![0]!;
        page.Section("pair").ShouldContain(row["difference"]!["display"]!.GetValue<string>());
        (await site.Get(file.Replace("&amp;", "&", StringComparison.Ordinal))).Html.ShouldContain("acme/heron-2 minus local/owl, by category");
        var held = await site.Get($"/evals/{RunSite.First}?against={RunSite.Second}");
        held.Html.ShouldContain("id=\"categories-against-0");
        (await site.Get($"/charts/evals/{RunSite.First}/categories.svg?against={RunSite.Second}&model=local%2Fowl")).Html.ShouldContain($"local/owl minus local/owl ({RunSite.Second[..12]}), by category");
        (await site.Get($"/charts/evals/{RunSite.First}/categories.svg?against={RunSite.Second}&model=nobody")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_report_is_worked_out_once_for_as_long_as_the_run_stays_as_it_is()
    {
        new SeededRuns(RunSite.First) { Samples = 5_000, Models = [.. SeededRuns.Three, .. SeededRuns.Three.Select(m => m with { Name = m.Name + "-b" })] }.Write(site.Store);
        (await site.Get($"/evals/{RunSite.First}")).Status.ShouldBe(HttpStatusCode.OK);
        var made = site.Reports.Made;
        foreach (var address in (string[])[$"/evals/{RunSite.First}?page=120", $"/evals/{RunSite.First}?category=Reading", $"/evals/{RunSite.First}.json", "/evals", $"/evals/{RunSite.First}/samples/q04999"])
            (await site.Get(address)).Status.ShouldBe(HttpStatusCode.OK);
        site.Reports.Made.ShouldBe(made, "pages of 30,000 trials read the texts of one page and no figures again");
        new RunStore(site.Store).Add(RunSite.First, new(SomeSuite.Noon, RunEventKind.Noted, "Something."));
        await site.Get($"/evals/{RunSite.First}");
        site.Reports.Made.ShouldBe(made + 1);
    }

    [Fact]
    public async Task Repetitions_and_clusters_are_told_in_the_test()
    {
        var json = await site.WithRuns().Json($"/evals/{RunSite.Often}.json");
        json["pair"]!["method"]!.GetValue<string>().ShouldContain("t-test of paired differences");
        json["models"]![0]!["overall"]!["method"]!.GetValue<string>().ShouldContain("clustered");
        json["trials"]!.GetValue<int>().ShouldBe(540);
    }

    /// <summary>A data folder to look at: ASSAY_SEED_RUNS names it, and <c>assay serve --data</c> shows it.</summary>
    [Fact]
    public void A_folder_with_runs_is_made_for_whoever_wants_to_look()
    {
        var folder = Environment.GetEnvironmentVariable("ASSAY_SEED_RUNS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "ASSAY_SEED_RUNS names the data folder to fill.");
        var store = Adapters.Storage.Store.Open(Path.Combine(folder!, "assay.db"));
        new SeededRuns(RunSite.First) { Samples = 67 }.Write(store);
        new SeededRuns(RunSite.Second) { Samples = 67, Seed = 2, Models = [SeededRuns.Three[0] with { Skill = 0.5 }, SeededRuns.Three[1]] }.Write(store);
        new SeededRuns(RunSite.Often) { Seed = 3, Repetitions = 3, Clustered = true }.Write(store);
        new SeededRuns(RunSite.Stopped) { Seed = 5, Ended = RunEventKind.Stopped, Asked = 70 }.Write(store);
        SeededReplies.WriteBoxes(store);
        SeededReplies.WriteJudged(store);
        new SeededRuns(RunSite.Newer) { Seed = 6, Samples = 20_000, Models = [.. SeededRuns.Three, new("acme/heron-mini", 0.7, 0, 0.0001m), new("birch/kite", 0.8, 0, 0.002m)] }.Write(store);
    }
}
