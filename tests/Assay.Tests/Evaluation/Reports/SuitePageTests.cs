using System.Net;
using Assay.Host.Evaluation;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Reports;

/// <summary>What is said of suites that can be run, before anybody runs them.</summary>
public sealed class SuitePageTests : IDisposable
{
    private readonly Site site = new(FixedClaims.Curated);
    private readonly HttpClient client;

    public SuitePageTests()
    {
        Suite("sound", "number", """{"id":"a","category":"c","input":"How many bolts are there?","target":"4"}""");
        Suite("careless", """{ id: regex, on: reply }""", """{"id":"a","category":"c","input":"How many?","target":"4|I do not know"}""");
        Suite("broken", "number", """{"id":"a","category":"nowhere","input":"How many?","target":"4"}""");
        client = site.CreateClient();
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task The_list_tells_errors_and_warnings_of_each_suite()
    {
        var page = await Page.Get(client, "/evals");
        page.Section("known").ShouldContain("0 errors, 1 warning");
        page.Links.ShouldContain("/evals/suites/careless#lint");
        page.Section("known").ShouldContain("1 fault: ");
        (await client.GetStringAsync(new Uri("/evals.json", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("\"lint_errors\":1");
    }

    [Fact]
    public async Task The_page_of_a_suite_lists_what_was_found_and_what_helps()
    {
        var page = await Page.Get(client, "/evals/suites/careless");
        page.Section("lint").ShouldContain("✗ error unknown");
        page.Section("lint").ShouldContain("few-samples");
        (await Page.Get(client, "/evals/suites/broken")).Section("lint").ShouldContain("unreadable");
        (await Page.Get(client, "/evals/suites/..%2Fsound")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Page.Get(client, "/evals/suites/none.json")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync(new Uri("/evals/suites/sound.json", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("\"errors\":0");
    }

    [Fact]
    public async Task A_suite_is_looked_at_once_for_as_long_as_it_stays_the_same()
    {
        var lints = site.Services.GetRequiredService<SuiteLints>();
        await Page.Get(client, "/evals");
        var made = lints.Made;
        await Page.Get(client, "/evals");
        await Page.Get(client, "/evals/suites/sound");
        lints.Made.ShouldBe(made);
        Suite("sound", "number", """{"id":"a","category":"c","input":"How many nuts are there?","target":"5"}""");
        File.SetLastWriteTimeUtc(Path.Combine(site.Data, "suites", "sound", "samples.jsonl"), new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await Page.Get(client, "/evals");
        lints.Made.ShouldBe(made + 1);
    }

    private void Suite(string id, string scorer, string sample)
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.Data, "suites", id)).FullName;
        File.WriteAllText(Path.Combine(folder, "suite.yaml"), $"id: {id}\nversion: \"1\"\ntitle: {id}\nlicence: MIT\ncategories: [c]\ndefault_scorer: {scorer}\n");
        File.WriteAllText(Path.Combine(folder, "samples.jsonl"), sample + "\n");
    }
}
