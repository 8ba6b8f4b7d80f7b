using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Decisions;
using Assay.Host.Cli;
using Assay.Tests.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Decisions;

public sealed class DecideTests : IDisposable
{
    private static readonly string[] Endings = ["md", "html", "json"];

    private readonly MovingClock clock = new(new(2025, 6, 30));
    private readonly TemporaryFolder folder = new();
    private readonly AssayProcess assay;

    public DecideTests()
    {
        var invented = Path.Combine(TestData.Folder, "cli-catalog");
        foreach (var file in Directory.EnumerateFiles(invented, "*", SearchOption.AllDirectories)) folder.Write(Path.Combine("catalog", Path.GetRelativePath(invented, file)), File.ReadAllText(file));
        assay = new() { Catalog = folder.In("catalog"), Time = clock, Width = 60 };
    }

    public void Dispose()
    {
        assay.Dispose();
        folder.Dispose();
    }

    private async Task<string> Decide(string name, params string[] more)
    {
        var path = folder.In(name);
        var answer = await assay.Run(["decide", "owl", "heron-1", "--out", path, .. more]);
        answer.ExitCode.ShouldBe(ExitCode.Done, answer.Error);
        answer.Error.ShouldContain("assay decide --check");
        return path;
    }

    private async Task<Answer> Check(string path, int expected)
    {
        var answer = await assay.Run("decide", "--check", path);
        answer.ExitCode.ShouldBe(expected, answer.Output + answer.Error);
        answer.Output.Split('\n').Where(l => l.Length > 60 && !l.Contains("://", StringComparison.Ordinal)).ShouldBeEmpty();
        return answer;
    }

    private void Edit(string model, string before, string after)
    {
        var path = folder.In(Path.Combine("catalog", "models", model));
        var text = File.ReadAllText(path);
        text.ShouldContain(before);
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
        clock.Day = clock.Day.AddDays(30);
    }

    [Fact]
    public async Task The_same_catalogue_and_day_give_the_same_bytes_in_each_format()
    {
        foreach (var ending in Endings)
        {
            var first = await File.ReadAllBytesAsync(await Decide("first." + ending), TestContext.Current.CancellationToken);
            // Another day, pinned: "today" was written down as a day.
            clock.Day = clock.Day.AddDays(45);
            (await File.ReadAllBytesAsync(await Decide("second." + ending, "--as-of", clock.Day.AddDays(-45).ToString("O")), TestContext.Current.CancellationToken)).ShouldBe(first, ending);
            clock.Day = clock.Day.AddDays(-45);
        }
    }

    [Fact]
    public async Task Nothing_has_changed_the_moment_after_whatever_the_format()
    {
        foreach (var ending in Endings)
        {
            var answer = await Check(await Decide("record." + ending), ExitCode.Done);
            answer.Output.ShouldContain("Nothing that matters has changed");
            answer.Output.ShouldContain("✓ The file is as it was written.");
        }
    }

    [Fact]
    public async Task A_record_in_windows_line_ends_is_as_good()
    {
        foreach (var ending in Endings)
        {
            var path = await Decide("record." + ending);
            await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("\n", "\r\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            await Check(path, ExitCode.Done);
        }
    }

    [Fact]
    public async Task A_changed_price_is_told_with_both_values_and_the_cost_before_and_after()
    {
        var path = await Decide("record.json");
        Edit("acme/owl-7b.yaml", "{ input: 0.04, output: 0.13,", "{ input: 0.40, output: 0.13,");
        var answer = await Check(path, ExitCode.Negative);
        Flat(answer.Output).ShouldContain(Flat("input price: $0.04 (as of 2025-04-01) → $0.40 (Freight, as of 2025-04-01)"));
        using var json = JsonDocument.Parse((await assay.Run("decide", "--check", path, "--json")).Output);
        var cost = json.RootElement.GetProperty("cost").EnumerateArray().Single(c => c.GetProperty("model").GetString() == "acme/owl-7b");
        cost.GetProperty("then").GetDecimal().ShouldBeLessThan(cost.GetProperty("now").GetDecimal());
        Flat(answer.Output).ShouldContain(Flat($"Owl 7B: {cost.GetProperty("display_then").GetString()} → {cost.GetProperty("display_now").GetString()} ({cost.GetProperty("difference").GetString()})"));
        json.RootElement.GetProperty("outcome").GetString().ShouldBe("changed");
        json.RootElement.GetProperty("counts").GetProperty("changed").GetInt32().ShouldBe(1);
        json.RootElement.GetProperty("counts").GetProperty("ended").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_retirement_and_the_verdict_that_follows_are_told()
    {
        var path = await Decide("record.md");
        Edit("acme/owl-7b.yaml", "      released: 2025-02\n", "      released: 2025-02\n      lifecycle: { status: retired, retires: 2025-07-15, successor: birch/heron-1 }\n");
        var text = Flat((await Check(path, ExitCode.Negative)).Output);
        text.ShouldContain(Flat("pick now: Heron 1"));
        text.ShouldContain(Flat("acme/owl-7b, ends: 2025-07-15"));
        text.ShouldContain(Flat("was shut down on 2025-07-15"));
    }

    [Fact]
    public async Task A_new_offer_is_told_once_with_its_prices()
    {
        var path = await Decide("record.html");
        Edit("acme/owl-7b.yaml", "      freight/owl-7b#region=eu: { input: 0.05,", "      birch/owl-7b: { input: 0.001, output: 0.002 }\n      freight/owl-7b#region=eu: { input: 0.05,");
        var answer = await Check(path, ExitCode.Negative);
        Flat(answer.Output).ShouldContain(Flat("New offer birch/owl-7b: input price $0.001 per 1M tokens, output price $0.002 per 1M tokens"));
        Flat(answer.Output).ShouldContain(Flat("the cheapest route was freight/acme-research/owl-7b-instruct-with-a-rather-long-name-2025-02 and is birch/owl-7b"));
    }

    [Fact]
    public async Task A_new_result_bears_on_it_and_a_later_date_alone_does_not()
    {
        var path = await Decide("record.json");
        Edit("acme/owl-7b.yaml", "    as_of: 2025-04-01\n", "    as_of: 2025-07-01\n");
        await Check(path, ExitCode.Done);
        Edit("acme/owl-7b.yaml", "    benchmarks:\n", "    benchmarks:\n      - { benchmark: sightbench, value: 71, unit: percent, version: v2, measured_by: Acme Research, date: 2025-02 }\n");
        Flat((await Check(path, ExitCode.Negative)).Output).ShouldContain(Flat("acme/owl-7b, sightbench: 71 %"));
    }

    [Fact]
    public async Task A_model_that_is_gone_is_named()
    {
        var path = await Decide("record.json");
        File.Delete(folder.In("catalog/models/birch/heron-1.yaml"));
        clock.Day = clock.Day.AddDays(1);
        Flat((await Check(path, ExitCode.Negative)).Output).ShouldContain(Flat("The catalogue no longer has birch/heron-1"));
    }

    [Fact]
    public async Task An_edit_is_told_with_its_part_in_every_format()
    {
        foreach (var ending in Endings)
        {
            var path = await Decide("record." + ending);
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            var at = text.LastIndexOf("\"usd_per_month\": ", StringComparison.Ordinal) + "\"usd_per_month\": ".Length;
            await File.WriteAllTextAsync(path, text.Insert(at, "1"), TestContext.Current.CancellationToken);
            var answer = await Check(path, ExitCode.BadInput);
            answer.Output.ShouldContain("✗ edited by hand: cost");
            answer.Output.ShouldContain("do not rely on it");
        }
    }

    [Fact]
    public async Task An_edited_claim_is_named_even_where_the_parts_were_hashed_again()
    {
        var path = await Decide("record.json");
        var record = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!.AsObject();
        var claim = record["claims"]!.AsArray().First(c => c!["property"]!.GetValue<string>() == "price.input")!;
        claim["value"] = "0.0001";
        await File.WriteAllTextAsync(path, record.ToJsonString(), TestContext.Current.CancellationToken);
        Flat((await Check(path, ExitCode.BadInput)).Output).ShouldContain(Flat($"claims: {claim["id"]} (price.input of {claim["subject"]}) not as hashed"));
        record["integrity"]!["parts"]!["claims"] = CanonicalJson.Hash(record["claims"]);
        var covered = record.DeepClone().AsObject();
        foreach (var open in (string[])["integrity", "decision"]) covered.Remove(open);
        record["integrity"]!["sha256"] = CanonicalJson.Hash(covered);
        await File.WriteAllTextAsync(path, record.ToJsonString(), TestContext.Current.CancellationToken);
        Flat((await Check(path, ExitCode.BadInput)).Output).ShouldContain(Flat($"{claim["id"]} (price.input"));
    }

    [Theory]
    [InlineData("\"schema\": \"assay-decision/1\",", "\"schema\": \"assay-decision/1\", \"approved\": true,", "approved: it was put in afterwards")]
    [InlineData("\"integrity\":", "\"integrity_was\":", "integrity: it is missing")]
    public async Task Parts_that_were_put_in_or_taken_out_are_named(string before, string after, string told)
    {
        var path = await Decide("record.json");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace(before, after, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Flat((await Check(path, ExitCode.BadInput)).Output).ShouldContain(Flat(told));
    }

    [Theory]
    [InlineData("md", "**Cannot say**", "**Pick Heron 1**")]
    [InlineData("html", ">Cannot say<", ">Pick Heron 1<")]
    [InlineData("md", "## Scorecard", "")]
    public async Task Text_that_does_not_say_what_its_record_says_is_told(string ending, string before, string after)
    {
        var path = await Decide("record." + ending);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        text.ShouldContain(before);
        await File.WriteAllTextAsync(path, text.Replace(before, after, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Flat((await Check(path, ExitCode.BadInput)).Output).ShouldContain(Flat("the text around the record; the record in it, which is compared below, is whole"));
        await File.WriteAllTextAsync(path, text + "and we agreed otherwise", TestContext.Current.CancellationToken);
        await Check(path, ExitCode.BadInput);
    }

    [Fact]
    public async Task The_empty_place_may_be_filled_in_by_hand_and_what_was_given_may_not_be_edited()
    {
        var (markdown, json) = (await Decide("open.md"), await Decide("open.json"));
        await File.WriteAllTextAsync(markdown, (await File.ReadAllTextAsync(markdown, TestContext.Current.CancellationToken)).Replace("Chosen:\n", "Chosen: Owl 7B, after long talks\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Check(markdown, ExitCode.Done);
        var record = JsonNode.Parse(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken))!;
        record["decision"]!["because"] = "we like owls";
        await File.WriteAllTextAsync(json, record.ToJsonString(), TestContext.Current.CancellationToken);
        await Check(json, ExitCode.Done);
        var given = await Decide("given.md", "--chosen", "owl", "--by", "Ada", "--because", "It is cheaper.\nAnd it sees.");
        var text = await File.ReadAllTextAsync(given, TestContext.Current.CancellationToken);
        foreach (var part in (string[])["**Chosen: Owl 7B (acme/owl-7b)**", "Decided by: Ada", "Because: It is cheaper.", "And it sees."]) text.ShouldContain(part);
        await Check(given, ExitCode.Done);
        await File.WriteAllTextAsync(given, text.Replace("\"by\": \"Ada\"", "\"by\": \"Bob\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await Check(given, ExitCode.BadInput)).Output.ShouldContain("edited by hand: decision");
    }

    [Theory]
    [InlineData("", "it is no decision record")]
    [InlineData("# Minutes\n\nWe chose.\n", "it is no decision record")]
    [InlineData("{", "cannot be read, at line 1")]
    [InlineData("{}", "has no 'schema'")]
    [InlineData("{\"schema\":\"assay-decision/9\"}", "its schema is 'assay-decision/9'")]
    [InlineData("{\"schema\":\"assay-decision/1\"}", "cannot be read")]
    [InlineData("{\"schema\":\"assay-decision/1\",\"schema\":\"assay-decision/1\"}", "cannot be read")]
    [InlineData("<!-- assay-decision text sha256:0000000000000000000000000000000000000000000000000000000000000000 -->\n", "no longer behind its mark")]
    public async Task A_file_that_is_no_record_ends_with_3_and_says_why(string content, string told)
    {
        var answer = await assay.Run("decide", "--check", folder.Write("bad.json", content));
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
        answer.Error.ShouldContain("bad.json");
        answer.Error.ShouldContain(told);
        answer.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ExitCode.Usage, "'1' models cannot be compared", "decide", "owl")]
    [InlineData(ExitCode.Usage, "leave out owl", "decide", "owl", "--check", "x.md")]
    [InlineData(ExitCode.BadInput, "choose acme/owl-7b, birch/heron-1", "decide", "owl", "heron-1", "--chosen", "heron-0")]
    [InlineData(ExitCode.BadInput, "end it with .md, .html or .json", "decide", "owl", "heron-1", "--out", "record.txt")]
    [InlineData(ExitCode.BadInput, "choose one of markdown, html, json", "decide", "owl", "heron-1", "--format", "pdf")]
    [InlineData(ExitCode.BadInput, "No run has the id", "decide", "owl", "heron-1", "--run", "01k8")]
    [InlineData(ExitCode.BadInput, "cannot be read", "decide", "--check", "/no/such/record.md")]
    public async Task Bad_input_names_what_is_allowed(int code, string told, params string[] args)
    {
        var answer = await assay.Run(args);
        answer.Error.ShouldContain(told);
        answer.ExitCode.ShouldBe(code);
    }

    /// <summary>Without blanks and line ends: a name that is longer than a line is broken.</summary>
    private static string Flat(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}

/// <summary>A clock that stands at noon of a day that a test sets.</summary>
internal sealed class MovingClock(DateOnly day) : TimeProvider
{
    public DateOnly Day { get; set; } = day;
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    public override DateTimeOffset GetUtcNow() => new(Day, new TimeOnly(12, 0), TimeSpan.Zero);
}
