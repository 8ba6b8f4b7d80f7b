using System.Net;
using System.Text.RegularExpressions;
using Assay.Calls;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Playground;

public sealed partial class PlaygroundPageTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\u001b[31m\"'`=";
    private readonly PlaygroundSite site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_fresh_page_has_the_models_of_this_machine_and_a_sample_chosen()
    {
        var page = await Page.Get(site.Client, "/playground?task=ocr");
        page.Status.ShouldBe(HttpStatusCode.OK);
        Ticked().Matches(page.Html).Select(m => m.Groups[1].Value).ShouldBe(["local/eye"]);
        page.Html.ShouldMatch("name=\"sample\" value=\"[a-z]+\" checked");
        page.Text.ShouldContain("Set LOCKED_API_KEY to your key of Locked.");
        page.Text.ShouldContain("It takes no images. Mole");
        page.Text.ShouldContain("Newt Acme · not known whether it can");
    }

    [Fact]
    public async Task Models_named_in_the_address_are_chosen_and_those_that_cannot_are_left_out_with_why()
    {
        var page = await Page.Get(site.Client, "/playground?task=caption&m=acme/owl&m=acme/mole&m=locked/lynx");
        Ticked().Matches(page.Html).Select(m => m.Groups[1].Value).ShouldBe(["acme/owl"]);
        page.Text.ShouldContain("Mole is left out: It takes no images.");
        page.Text.ShouldContain("Lynx is left out: Set LOCKED_API_KEY to your key of Locked.");
    }

    [Fact]
    public async Task Without_scripts_the_form_runs_and_leads_to_the_permalink()
    {
        site.Models.Says("acme/owl", "A **receipt**.").Says("birch/heron", "A bill.");
        using var form = new MultipartFormDataContent { { new StringContent("caption"), "task" }, { new StringContent("acme/owl"), "m" }, { new StringContent("birch/heron"), "m" }, { new StringContent("receipt"), "sample" } };
        using var reply = await site.Plain.PostAsync(new Uri("/playground", UriKind.Relative), form, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await Ended(reply.Headers.Location!.ToString());
        page.Text.ShouldContain("A bill.");
        page.Html.ShouldContain("A <strong>receipt</strong>.");
        page.Text.ShouldContain("Tokens in");
        page.Text.ShouldContain("the provider");
        page.Html.ShouldContain("name=\"hash\"");
    }

    [Fact]
    public async Task A_form_that_cannot_run_comes_back_filled_in_with_the_faults()
    {
        using var form = new MultipartFormDataContent { { new StringContent("ask"), "task" }, { new StringContent("acme/owl"), "m" }, { new StringContent("sample:none"), "image" } };
        using var reply = await site.Plain.PostAsync(new Uri("/playground", UriKind.Relative), form, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await reply.Content.ReadAsStringAsync(Token);
        html.ShouldContain("There is no prompt: ask needs one.");
        Ticked().Matches(html).Select(m => m.Groups[1].Value).ShouldBe(["acme/owl"]);
    }

    [Theory]
    [InlineData("caption")]
    [InlineData("detect")]
    [InlineData("classify")]
    [InlineData("ocr")]
    public async Task What_a_hostile_model_says_is_text_on_every_page(string task)
    {
        var reply = task switch
        {
            "detect" => $$"""[{"label":{{System.Text.Json.JsonSerializer.Serialize(Hostile)}},"box":[0.1,0.1,0.5,0.5]},{"label":"x","box":[9,9,9,9]}]""",
            "classify" => $$"""[{"label":{{System.Text.Json.JsonSerializer.Serialize(Hostile)}},"score":0.5}]""",
            _ => Hostile,
        };
        site.Models.Says("acme/owl", reply).Says("birch/heron", reply + " more");
        var address = await Run(task, "acme/owl", "birch/heron");
        foreach (var path in (string[])[address, "/playground/history"])
        {
            var page = await Ended(path);
            page.Html.ShouldNotContain("<script>alert");
            page.Html.ShouldNotContain("<img src=x");
            page.Loads.Where(l => !l.StartsWith('/') && !l.StartsWith('#')).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Boxes_of_all_models_stand_on_one_picture_with_a_pattern_each()
    {
        site.Models.Says("acme/owl", """[{"label":"cup","box":[0.1,0.1,0.4,0.5],"score":0.9},{"label":"pen","box":[0.6,0.6,0.9,0.9],"score":0.2}]""").Says("birch/heron", """[{"label":"cup","box":[0.1,0.1,0.4,0.5]}]""");
        var page = await Ended(await Run("detect", "acme/owl", "birch/heron"));
        page.Html.ShouldContain("class=\"boxes l0\" stroke-dasharray=\"\"");
        page.Html.ShouldContain("class=\"boxes l1\" stroke-dasharray=\"9 4\"");
        page.Html.ShouldContain("class=\"box low\" href=\"#box-0-1\"");
        page.Text.ShouldContain("Both\n1\n");
        page.Text.ShouldContain("Or read as:");
        page.Ids.ShouldContain("box-1-0");
    }

    [Fact]
    public async Task Pages_read_as_approved()
    {
        Golden.Check("playground/form.txt", (await Page.Get(site.Client, "/playground?task=ask&m=acme/owl&m=locked/lynx")).Text);
        site.Models.Says("acme/owl", """[{"label":"cup","box":[0.1,0.1,0.4,0.5],"score":0.9},{"label":"pen","box":[0.6,0.6,0.9,0.9],"score":0.2}]""").Says("birch/heron", "I see a cup.");
        Golden.Check("playground/detect.txt", Same((await Ended(await Run("detect", "acme/owl", "birch/heron"))).Text));
        site.Models.Says("acme/owl", "TOTAL 12.30").Says("birch/heron", "TOTAL 12.80");
        Golden.Check("playground/ocr.txt", Same((await Ended(await Run("ocr", "acme/owl", "birch/heron"))).Text));
    }

    /// <summary>Without what differs from run to run.</summary>
    private static string Same(string text) => Time().Replace(text, "DAY");

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC")]
    private static partial Regex Time();

    [Fact]
    public async Task Readings_are_compared_letter_by_letter_and_measured_against_a_reference()
    {
        site.Models.Says("acme/owl", "TOTAL 12.30").Says("birch/heron", "TOTAL 12.80");
        var address = await Run("ocr", "acme/owl", "birch/heron");
        var page = await Ended(address);
        page.Html[page.Html.IndexOf("<pre class=\"reply diff\"", StringComparison.Ordinal)..].ShouldStartWith("<pre class=\"reply diff\" tabindex=\"0\">TOTAL 12.<del>3</del><ins>8</ins>0</pre>");
        using var form = new FormUrlEncodedContent([new("reference", "TOTAL 12.30")]);
        (await site.Plain.PostAsync(new Uri(address + "?handler=Reference", UriKind.Relative), form, Token)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await Ended(address);
        page.Text.ShouldContain("Owl 7B");
        page.Text.ShouldContain("0 % (0 of 11)");
        page.Text.ShouldContain("9.1 % (1 of 11)");
        page.Text.ShouldContain("50 % (1 of 2)");
    }

    [Fact]
    public async Task A_turn_is_saved_as_a_sample_of_a_suite_once()
    {
        site.Models.Says("acme/owl", "TOTAL 12.30");
        var address = await Run("ocr", "acme/owl");
        await Ended(address);
        foreach (var answer in (string[])["TOTAL 12.31", "TOTAL 12.30 €"])
        {
            using var form = new FormUrlEncodedContent([new("target", answer)]);
            (await site.Plain.PostAsync(new Uri(address + "?handler=Sample", UriKind.Relative), form, Token)).Headers.Location!.ToString().ShouldEndWith("?saved=1#keep");
        }
        var folder = Path.Combine(site.Data, "suites", "my-samples");
        var line = (await File.ReadAllLinesAsync(Path.Combine(folder, "samples.jsonl"), Token)).ShouldHaveSingleItem();
        line.ShouldContain("\"category\":\"ocr\"");
        line.ShouldContain("\"target\":\"TOTAL 12.30 €\"");
        var image = Regex.Match(line, "images/[0-9a-f]{16}\\.png", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        File.Exists(Path.Combine(folder, image)).ShouldBeTrue();
        File.Exists(Path.Combine(folder, "suite.yaml")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_turn_that_runs_says_so_and_looks_again_by_itself_without_scripts()
    {
        var script = site.Models.Script("acme/owl");
        var address = await Run("caption", "acme/owl");
        var page = await Page.Get(site.Client, address);
        page.Html.ShouldContain("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>");
        page.Html.ShouldContain("data-state=\"running\"");
        await script.WriteAsync(new CallEvent.Ended(ScriptedModels.Replied(ScriptedModels.Request("acme/owl"), "")), Token);
        (await Ended(address)).Html.ShouldNotContain("http-equiv");
    }

    [Theory]
    [InlineData("/playground/nothing")]
    [InlineData("/playground/01jd7q3n6v0000000000000000")]
    public async Task A_turn_that_is_not_there_is_not_found(string address) => (await Page.Get(site.Client, address)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Comparison_and_model_pages_lead_to_the_playground()
    {
        var pair = await Page.Get(site.Client, CuratedSite.Scenario);
        pair.Links.ShouldContain(l => l.StartsWith("/playground?task=", StringComparison.Ordinal) && l.Contains("gemma-3-12b-it", StringComparison.Ordinal) && l.Contains("gpt-4-vision-preview", StringComparison.Ordinal));
        var model = await Page.Get(site.Client, "/models/openai/gpt-4o");
        model.Links.ShouldContain(l => l.StartsWith("/playground?task=", StringComparison.Ordinal));
    }

    private async Task<string> Run(string task, params string[] models)
    {
        using var form = new MultipartFormDataContent { { new StringContent(task), "task" }, { new StringContent("receipt"), "sample" } };
        foreach (var model in models) form.Add(new StringContent(model), "m");
        using var reply = await site.Plain.PostAsync(new Uri("/playground", UriKind.Relative), form, Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return reply.Headers.Location!.ToString();
    }

    /// <summary>The page once no lane runs.</summary>
    private async Task<Page> Ended(string address)
    {
        for (; ; )
        {
            var page = await Page.Get(site.Client, address);
            page.Status.ShouldBe(HttpStatusCode.OK);
            if (!page.Html.Contains("data-state=\"running\"", StringComparison.Ordinal)) return page;
            await Task.Delay(20, Token);
        }
    }

    [GeneratedRegex("name=\"m\" value=\"([^\"]*)\" checked")]
    private static partial Regex Ticked();
}
