using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class CompareTests
{
    private static readonly string[] Sections =
    [
        "Lifecycle", "Verdict", "Decision scorecard", "Decision trade-offs", "Monthly cost at this traffic", "Switch friction", "Specs", "Pricing and availability",
        "Capabilities", "Vision tasks", "Benchmarks", "Vision evals", "Deep dive", "Questions", "Continue comparing", "Sources and evidence",
    ];

    [Fact]
    public async Task Every_section_stands_in_its_order_in_every_readable_format()
    {
        using var assay = new AssayProcess();
        Headings(await assay.Output("compare", "owl", "heron-1"), @"^(.+)\n─+$").ShouldBe(Sections);
        Headings(await assay.Output("compare", "owl", "heron-1", "--format", "markdown"), "^## (.+)$").ShouldBe(Sections);
        Headings(await assay.Output("compare", "owl", "heron-1", "--format", "html"), "^<h2>(.+)</h2>$").ShouldBe(Sections);
    }

    [Fact]
    public async Task Json_is_one_document_with_the_keys_of_the_contract()
    {
        using var assay = new AssayProcess();
        using var json = JsonDocument.Parse(await assay.Output("compare", "owl", "heron-1", "--json"));
        var root = json.RootElement;
        foreach (var key in (string[])["models", "traffic", "cost", "verdict", "findings", "scorecard", "switch", "benchmarks", "faq", "continue", "provenance"])
            root.TryGetProperty(key, out _).ShouldBeTrue(key);
        var context = root.GetProperty("models")[0].GetProperty("specs").GetProperty("context_window");
        context.GetProperty("state").GetString().ShouldBe("disputed");
        context.GetProperty("value").GetInt64().ShouldBe(131_072);
        context.GetProperty("claims")[0].GetProperty("picked").GetBoolean().ShouldBeTrue();
        root.GetProperty("switch").GetProperty("a_to_b").GetArrayLength().ShouldBeGreaterThan(0);
        root.GetProperty("switch").GetProperty("b_to_a").GetArrayLength().ShouldBeGreaterThan(0);
        (await assay.Output("compare", "owl", "heron-1", "--format", "json")).ShouldBe(await assay.Output("compare", "owl", "heron-1", "--json"));
    }

    [Fact]
    public async Task Csv_has_as_many_fields_in_each_row_as_columns()
    {
        using var assay = new AssayProcess();
        var rows = CsvText.Parse(await assay.Output("compare", "owl", "heron-1", "heron-0", "--format", "csv"));
        rows[0][..10].ShouldBe(["section", "model", "property", "state", "value", "unit", "display", "source", "url", "as_of"]);
        rows.ShouldAllBe(r => r.Count == rows[0].Count);
        rows.Skip(1).Select(r => r[3]).Distinct().ShouldBeSubsetOf(["known", "no", "unknown", "not_applicable", "disputed"]);
        rows.Where(r => r[3] == "unknown").ShouldAllBe(r => r[4].Length == 0);
    }

    [Fact]
    public async Task Switch_friction_stands_in_both_directions()
    {
        using var assay = new AssayProcess();
        var text = await assay.Output("compare", "owl", "heron-1");
        text.IndexOf("Owl 7B → Heron 1:", StringComparison.Ordinal).ShouldBeInRange(0, text.IndexOf("Heron 1 → Owl 7B:", StringComparison.Ordinal));
        text.ShouldContain("No near neighbour");
    }

    [Fact]
    public async Task Html_stands_alone_and_runs_nothing()
    {
        using var assay = new AssayProcess();
        var html = await assay.Output("compare", "owl", "heron-1", "--format", "html");
        html.ShouldStartWith("<!doctype html>");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<link");
        html.ShouldNotContain(" src=");
        html.Split("href=\"").Skip(1).ShouldAllBe(h => h.StartsWith("https://", StringComparison.Ordinal) || h.StartsWith("http://", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_state_has_a_glyph_and_a_word()
    {
        using var assay = new AssayProcess { Width = 120 };
        var text = await assay.Output("compare", "owl", "heron-1");
        foreach (var state in (string[])["✓ yes", "✗ no", "? unknown", "– not applicable", "≠ 131K (131,072 tokens), also said: 33K", "1.2T † unconfirmed"]) text.ShouldContain(state);
    }

    [Fact]
    public async Task Traffic_of_the_options_is_the_traffic_of_the_bill()
    {
        using var assay = new AssayProcess();
        using var json = JsonDocument.Parse(await assay.Output("compare", "owl", "heron-1", "--json", "--input-tokens", "1.5B", "--output-tokens", "0", "--requests", "10", "--cached", "30%", "--batch", "0.5", "--images-per-request", "2"));
        var traffic = json.RootElement.GetProperty("traffic");
        traffic.GetProperty("input_tokens").GetInt64().ShouldBe(1_500_000_000);
        traffic.GetProperty("output_tokens").GetInt64().ShouldBe(0);
        traffic.GetProperty("requests").GetInt64().ShouldBe(10);
        traffic.GetProperty("cached_share").GetDecimal().ShouldBe(0.3m);
        traffic.GetProperty("batch_share").GetDecimal().ShouldBe(0.5m);
        traffic.GetProperty("images_per_request").GetDecimal().ShouldBe(2);
    }

    [Fact]
    public async Task Colours_come_only_where_they_are_wanted()
    {
        using var terminal = new AssayProcess { Colours = true };
        using var pipe = new AssayProcess();
        var painted = await terminal.Output("compare", "owl", "heron-1");
        painted.ShouldContain("\u001b[");
        var plain = await pipe.Output("compare", "owl", "heron-1");
        Regex.Replace(painted, "\u001b\\[[0-9]+m", "", RegexOptions.NonBacktracking).ShouldBe(plain);
        (await terminal.Output("compare", "owl", "heron-1", "--no-color")).ShouldBe(plain);
        (await terminal.Output("compare", "owl", "heron-1", "--format", "markdown")).ShouldNotContain("\u001b");
    }

    [Theory]
    [InlineData(ExitCode.BadInput, "'heron-2'", "birch/heron-1", "compare", "owl", "heron-2")]
    [InlineData(ExitCode.BadInput, "Cached share '3'", "0.3 or 30%", "compare", "owl", "heron-1", "--cached", "3")]
    [InlineData(ExitCode.BadInput, "Input tokens 'many'", "800M", "compare", "owl", "heron-1", "--input-tokens", "many")]
    [InlineData(ExitCode.BadInput, "'pdf'", "markdown", "compare", "owl", "heron-1", "--format", "pdf")]
    [InlineData(ExitCode.BadInput, "'heron-0'", "acme/owl-7b", "compare", "owl", "heron-1", "--baseline", "heron-0")]
    [InlineData(ExitCode.BadInput, "given twice", "acme/owl-7b", "compare", "owl", "owl-small")]
    [InlineData(ExitCode.BadInput, "'soon'", "2025-06-30", "compare", "owl", "heron-1", "--as-of", "soon")]
    [InlineData(ExitCode.Usage, "'1' models", "Usage: assay compare MODEL…", "compare", "owl")]
    [InlineData(ExitCode.Usage, "--format csv", "leave one out", "compare", "owl", "heron-1", "--json", "--format", "csv")]
    public async Task Faults_name_the_value_and_the_fix(int code, string names, string fix, params string[] args)
    {
        using var assay = new AssayProcess();
        var answer = await assay.Run(args);
        answer.ExitCode.ShouldBe(code);
        answer.Output.ShouldBeEmpty();
        answer.Error.ShouldContain(names);
        answer.Error.ShouldContain(fix);
    }

    private static IEnumerable<string> Headings(string text, string pattern) => Regex.Matches(text, pattern, RegexOptions.Multiline | RegexOptions.NonBacktracking).Select(m => m.Groups[1].Value);
}
