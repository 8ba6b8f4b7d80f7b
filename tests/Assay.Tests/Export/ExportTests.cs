using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Host.Cli;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(Assay.Tests.Export.CuratedExport))]

namespace Assay.Tests.Export;

public sealed class ExportTests(CuratedExport export, CuratedSite live) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Read(string file) => File.ReadAllText(Path.Combine(export.Root, file));

    private static Dictionary<string, byte[]> Bytes(string root) =>
        Directory.GetFiles(root, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    [Fact]
    public void Every_link_of_every_file_leads_to_a_file_and_a_place_that_are_there()
    {
        var crawl = new Crawl(export.Root, CuratedExport.Site);
        crawl.Faults.ShouldBeEmpty();
        crawl.Links.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task A_copy_without_an_address_to_be_served_at_has_whole_links_too()
    {
        var root = folder.In("site");
        var view = await export.Write(root, "top:5", site: null, claims: CuratedExport.OfOneMaker);
        view.LeftOut.ShouldContain(l => l.Address.Contains("/feed.atom", StringComparison.Ordinal) && l.Why.Contains("--base-url", StringComparison.Ordinal));
        File.Exists(Path.Combine(root, "feed.atom")).ShouldBeFalse();
        new Crawl(root, null).Faults.ShouldBeEmpty();
        Directory.GetFiles(root, "*.html", SearchOption.AllDirectories).ShouldAllBe(f => !File.ReadAllText(f).Contains("rel=\"canonical\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twins_are_those_of_the_live_site_byte_for_byte()
    {
        foreach (var twin in new[] { "compare/gemma-3-12b-it-vs-gpt-4-vision-preview", "models/openai/gpt-4o", "benchmarks/swe-bench-verified", "providers/azure", "lifecycle", "index" })
            Read(twin + ".json").ShouldBe(await live.Client.GetStringAsync(new Uri($"/{twin}.json", UriKind.Relative), TestContext.Current.CancellationToken), twin);
    }

    [Fact]
    public async Task A_page_has_the_figures_of_the_live_page()
    {
        var copy = new Page(default, Read("models/openai/gpt-4o/index.html"));
        var page = await live.Page("/models/openai/gpt-4o");
        copy.Section("provenance").ShouldBe(page.Section("provenance"));
        copy.Section("offers").ShouldBe(page.Section("offers"));
        copy.Title.ShouldBe(page.Title);
    }

    [Fact]
    public void Every_page_says_of_which_day_it_is_and_none_has_a_form_or_a_name_of_nowhere()
    {
        foreach (var (path, bytes) in Bytes(export.Root).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var html = System.Text.Encoding.UTF8.GetString(bytes);
            html.ShouldContain("A copy of the site as of 2026-11-21, from a catalogue whose newest source is of ", customMessage: path);
            // A form without its address would leave its fields behind.
            foreach (var part in (string[])["<form", "</form>", "formaction"]) html.ShouldNotContain(part, customMessage: path);
            html.ShouldNotContain("export.invalid", customMessage: path);
            html.ShouldMatch("js/[0-9a-f]{10}/exported\\.js", path);
        }
    }

    [Fact]
    public void What_depends_on_the_traffic_says_at_which_it_was_worked_out()
    {
        var page = new Page(default, Read("compare/gemma-3-12b-it-vs-gpt-4-vision-preview/index.html"));
        foreach (var section in new[] { "overview", "scorecard", "tradeoffs", "cost", "charts", "switch", "offers", "deep-dive", "faq" })
            page.Section(section).ShouldContain("At 800M in and 250M out a month.", customMessage: section);
    }

    [Fact]
    public async Task Charts_of_lists_models_and_benchmarks_are_files_as_the_live_site_gives_them()
    {
        var files = Directory.GetFiles(Path.Combine(export.Root, "charts"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(export.Root, f).Replace('\\', '/')).ToArray();
        files.ShouldAllBe(f => f.EndsWith(".svg", StringComparison.Ordinal));
        foreach (var chart in (string[])["charts/models/cost", "charts/models/context", "charts/benchmarks/swe-bench-verified/scores", "charts/benchmarks/swe-bench-verified/cost"])
            Read(chart + ".svg").ShouldBe(await live.Client.GetStringAsync(new Uri($"/{chart}.svg", UriKind.Relative), TestContext.Current.CancellationToken), chart);
        files.ShouldContain(f => f.Contains("/scores/variant/", StringComparison.Ordinal));
        Read("models/index.html").ShouldContain("href=\"../charts/models/context.svg\"");
        Read("models/page/2/index.html").ShouldContain("href=\"../../../charts/models/context.svg\"");
        Read("benchmarks/swe-bench-verified/index.html").ShouldContain("href=\"../../charts/benchmarks/swe-bench-verified/scores.svg\"");
    }

    [Fact]
    public void Charts_of_comparisons_are_on_their_pages_and_no_files()
    {
        Directory.Exists(Path.Combine(export.Root, "charts", "compare")).ShouldBeFalse();
        var page = Read("compare/gemini-2.5-pro-vs-gpt-4o/index.html");
        page.ShouldContain("<svg class=\"chart dots\"");
        page.ShouldContain("These charts as files of their own: live only");
        page.ShouldNotContain("aria-label=\"Context window against input price as SVG\"");
    }

    [Fact]
    public void Live_parts_are_words()
    {
        Read("index.html").ShouldContain("<span class=\"live-only\" title=\"Live only: run assay serve\">Playground</span>");
        Read("models/index.html").ShouldNotContain("name=\"m\"");
        Read("compare/index.html").ShouldContain("href=\"../compare/gemini-2.5-pro-vs-gpt-4o/\"");
        Read("404.html").ShouldContain($"href=\"{CuratedExport.Site}models/\"");
    }

    [Fact]
    public async Task The_same_catalogue_and_day_give_the_same_bytes_whatever_the_number_of_threads()
    {
        var root = folder.In("again");
        var view = await export.Write(root, export.Pairs, workers: 1);
        view.Written.ShouldBe(view.Files);
        var (first, second) = (Bytes(export.Root), Bytes(root));
        second.Keys.Except(first.Keys).ShouldBeEmpty();
        first.Keys.Except(second.Keys).ShouldBeEmpty();
        foreach (var (path, bytes) in first) second[path].AsSpan().SequenceEqual(bytes).ShouldBeTrue(path);
    }

    [Fact]
    public async Task A_second_export_with_nothing_changed_writes_nothing_and_a_smaller_one_deletes()
    {
        var root = folder.In("twice");
        var first = await export.Write(root, "top:3", claims: CuratedExport.OfOneMaker);
        var second = await export.Write(root, "top:3", claims: CuratedExport.OfOneMaker);
        (second.Written, second.Deleted, second.Unchanged).ShouldBe((0, 0, first.Files));
        (await export.Write(root, "top:0", claims: CuratedExport.OfOneMaker)).Deleted.ShouldBeGreaterThanOrEqualTo(6);
        new Crawl(root, CuratedExport.Site).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_copy_of_a_past_day_knows_nothing_later()
    {
        var root = folder.In("past");
        await export.Write(root, "top:10", day: new(2026, 3, 1));
        new Crawl(root, CuratedExport.Site).Faults.ShouldBeEmpty();
        var pages = Directory.GetFiles(root, "*.html", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        pages.ShouldAllBe(p => p.Contains("A copy of the site as of 2026-03-01, ", StringComparison.Ordinal));
        pages.ShouldAllBe(p => !p.Contains("asof=", StringComparison.Ordinal) && !p.Contains("dated ahead", StringComparison.Ordinal));
        foreach (var json in Directory.GetFiles(Path.Combine(root, "compare"), "*.json"))
            Regex.Matches(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken), "\"(as_of|retrieved)\":\"(\\d{4}-\\d{2}-\\d{2})\"").Select(m => m.Groups[2].Value).ShouldAllBe(d => string.CompareOrdinal(d, "2026-03-01") <= 0);
    }

    [Fact]
    public async Task The_command_tells_what_it_wrote_as_text_and_as_JSON()
    {
        var (code, output, error) = await Run("export", folder.In("out"), "--pairs", "top:2", "--json", "--quiet");
        error.ShouldBe("");
        code.ShouldBe(ExitCode.Done);
        using var summary = JsonDocument.Parse(output);
        foreach (var key in new[] { "pages", "written", "unchanged", "deleted", "bytes", "seconds" }) summary.RootElement.GetProperty(key).GetDouble().ShouldBeGreaterThanOrEqualTo(0, key);
        summary.RootElement.GetProperty("as_of").GetString().ShouldBe("2026-11-21");
        (code, output, _) = await Run("export", folder.In("out"), "--pairs", "top:2");
        code.ShouldBe(ExitCode.Done);
        output.ShouldStartWith("Nothing has changed in ");
        output.ShouldContain("Left out: /feed.atom, /feed.json, /sitemap.xml, /robots.txt, /404.html (they name whole addresses: give --base-url).");
    }

    [Theory]
    [InlineData("gpt-4o,no-such-model", ":2: No model is called 'no-such-model'")]
    [InlineData("gpt-4o", "names 1 models: name 2 to 6")]
    [InlineData("gpt-4o,openai/gpt-4o", "names a model twice")]
    public async Task A_line_that_names_no_comparison_is_an_error_with_its_place(string line, string says)
    {
        var file = folder.Write("pairs.txt", $"# pairs\n{line}\n");
        var (code, _, error) = await Run("export", folder.In("out"), "--pairs", file);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain($"{file}:2");
        error.ShouldContain(says);
        Directory.Exists(folder.In("out/compare")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--pairs", "top:many", "--pairs 'top:many'")]
    [InlineData("--pairs", "/no/such/file", "neither a way to choose nor a file")]
    [InlineData("--base-url", "models.example.org", "write the whole of it")]
    [InlineData("--as-of", "2099-01-01", "still to come")]
    public async Task What_cannot_be_read_is_named_with_what_is_allowed(string option, string value, string says)
    {
        var (code, _, error) = await Run("export", folder.In("out"), option, value);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(says);
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings
        {
            Output = output, Error = error, Time = new FixedClock(Site.Today), CatalogFolder = Path.Combine(TestData.Repository, "catalog"), WorkingFolder = folder.Path,
            ContentRoot = Path.Combine(TestData.Repository, "src", "Assay.Host"), Variables = new Dictionary<string, string>(),
        };
        var code = await Host.Program.RunAsync([.. args, "--data", folder.In("data")], surroundings, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
