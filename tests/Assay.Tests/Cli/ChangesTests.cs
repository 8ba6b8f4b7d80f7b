using System.Text.Json;
using Assay.Host.Cli;
using Assay.Tests.History;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class ChangesTests
{
    private static AssayProcess Start(string? settings = null, int width = 80)
    {
        var assay = new AssayProcess { Catalog = HistoryData.Catalog, Time = new FixedClock(HistoryData.Today), Width = width };
        HistoryData.Import(assay.Data);
        if (settings is not null) File.WriteAllText(Path.Combine(assay.Data, "assay.yaml"), settings);
        return assay;
    }

    public static TheoryData<string, string[]> Commands => new()
    {
        { "changes", ["changes"] },
        { "changes-all", ["changes", "--since", "2025"] },
        { "changes-none", ["changes", "--since", "2d", "--provider", "freight"] },
        { "lifecycle", ["lifecycle"] },
        { "show-history", ["show", "owl-1", "--history"] },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Text_is_as_approved_at_80_and_40_columns(string name, string[] args)
    {
        foreach (var width in (int[])[80, 40])
        {
            using var assay = Start(width: width);
            var answer = await assay.Run(args);
            answer.ExitCode.ShouldBe(ExitCode.Done, answer.Error);
            TestData.ShouldBeGolden(answer.Output, $"../Golden/cli/{name}.{width}.txt");
            answer.Output.Split('\n').Where(l => l.Length > width && !l.Contains("://", StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("watch: [owl-2]", ExitCode.Negative)]
    [InlineData("watch: [provider:freight]", ExitCode.Negative)]
    [InlineData("watch: [wren]", ExitCode.Negative)]
    [InlineData("watch: [finch]", ExitCode.Done)]
    public async Task Changes_of_what_is_watched_end_with_1_and_none_with_0(string settings, int code)
    {
        using var assay = Start(settings);
        (await assay.Run("changes", "--watch", "--quiet")).ExitCode.ShouldBe(code);
    }

    [Theory]
    [InlineData("watch: [owl-1]", "365d", ExitCode.Negative)]
    [InlineData("watch: [owl-1]", "30d", ExitCode.Done)]
    [InlineData("watch: [owl-2]", "365d", ExitCode.Done)]
    public async Task An_end_of_what_is_watched_ends_with_1_while_it_is_due(string settings, string within, int code)
    {
        using var assay = Start(settings);
        (await assay.Run("lifecycle", "--watch", "--within", within)).ExitCode.ShouldBe(code);
    }

    [Theory]
    [InlineData("watch:\n  - owl-1\n  - ovl-2\n", "assay.yaml:3: No model is called 'ovl-2'. The nearest names: acme/owl-2")]
    [InlineData("watch: [provider:frieght]", "assay.yaml:1: No provider is called 'frieght'. The nearest names: freight")]
    [InlineData("# mine\nwacth: [owl-1]", "assay.yaml:2: unknown setting 'wacth', perhaps 'watch'; allowed are watch, sync, providers, images")]
    [InlineData("watch: owl-1", "assay.yaml:1: 'watch' is 'owl-1'; it must be a list")]
    [InlineData("watch: [[owl-1]]", "assay.yaml:1: an entry of 'watch' is a list")]
    [InlineData("watch: [owl-1\n", "not YAML")]
    [InlineData("# nothing yet", "Nothing is watched")]
    public async Task A_faulty_watch_list_ends_with_3_and_names_file_and_line(string settings, string fault)
    {
        using var assay = Start(settings);
        var answer = await assay.Run("changes", "--watch");
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
        answer.Error.ShouldContain(fault);
    }

    [Theory]
    [InlineData("'someday' is not a day", "changes", "--since", "someday")]
    [InlineData("is after 2026-03-31", "changes", "--since", "2026-05")]
    [InlineData("'prices' is not a kind of change: choose of price, limit", "changes", "--kind", "price,prices")]
    [InlineData("No model is called 'owl-9'", "changes", "--model", "owl-9")]
    [InlineData("--limit '0' is not a number", "changes", "--limit", "0")]
    [InlineData("Nothing is watched", "changes", "--watch")]
    [InlineData("within 'soon' is neither", "lifecycle", "--within", "soon")]
    [InlineData("'2027' is still to come", "lifecycle", "--as-of", "2027")]
    [InlineData("'owl-2' was not known by 2026-01", "show", "owl-2", "--as-of", "2026-01")]
    [InlineData("'owl-2' was not known by 2026-01", "compare", "owl-1", "owl-2", "--as-of", "2026-01")]
    public async Task What_cannot_be_understood_ends_with_3(string fault, params string[] args)
    {
        using var assay = Start();
        var answer = await assay.Run(args);
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
        answer.Error.ShouldContain(fault);
    }

    [Fact]
    public async Task A_past_day_tells_what_had_changed_by_then()
    {
        using var assay = Start();
        using var json = JsonDocument.Parse((await assay.Run("changes", "--since", "2025", "--as-of", "2026-02-12", "--json")).Output);
        var days = json.RootElement.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("day").GetString()!).ToArray();
        days.ShouldNotBeEmpty();
        days.ShouldAllBe(d => string.CompareOrdinal(d, "2026-02-12") <= 0);
        json.RootElement.GetRawText().ShouldNotContain("2026-03");
    }
}
