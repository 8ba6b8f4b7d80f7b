using System.Text.Json;
using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary>Two lists and the history of one, all of our own making.</summary>
public sealed class ConflictsTests
{
    private static string Folder => Path.Combine(TestData.Folder, "conflicts-small");

    [Fact]
    public async Task Text_is_as_approved()
    {
        using var assay = await Imported();
        var answer = await assay.Run("conflicts", "--as-of", "2026-07-02");
        answer.Error.ShouldBeEmpty();
        TestData.ShouldBeGolden(answer.Output, "../Golden/cli/conflicts.80.txt");
    }

    [Fact]
    public async Task An_import_lists_a_price_that_is_a_hundred_times_off_and_it_is_not_the_cheapest()
    {
        using var assay = await Imported();
        var again = await assay.Run("import", "litellm", Path.Combine(Folder, "model_prices_and_context_window.json"), "--date", "2026-07-02", "--dry-run");
        again.Output.ShouldContain("Suspicious prices, kept and never the cheapest without a word");
        again.Output.ShouldContain("freight/acme/stork-1: its input price of $0.03 is 100× below the $3.00");
        var json = await assay.Run("import", "models.dev", Path.Combine(Folder, "api.json"), "--date", "2026-07-02", "--dry-run", "--json");
        using var parsed = JsonDocument.Parse(json.Output);
        parsed.RootElement.GetProperty("suspicious").EnumerateArray().ShouldHaveSingleItem().GetProperty("usd").GetDecimal().ShouldBe(3);
        (await assay.Run("show", "freight/acme/stork-1", "--as-of", "2026-07-02")).Output.ShouldContain("cannot be believed");
    }

    [Theory]
    [InlineData(1, "--class", "stale")]
    [InlineData(1, "--field", "tools", "--class", "value", "--offer", "freight/acme/owl-7b", "--model", "freight/acme/owl-7b")]
    [InlineData(2, "--field", "price_input")]
    [InlineData(2, "--field", "price.input", "--provider", "freight")]
    public async Task Conditions_leave_only_what_meets_them(int expected, params string[] conditions)
    {
        using var assay = await Imported();
        using var json = JsonDocument.Parse((await assay.Run(["conflicts", .. conditions, "--json", "--as-of", "2026-07-02"])).Output);
        var total = json.RootElement.GetProperty("total").GetInt32();
        total.ShouldBe(conditions.Contains("tools") ? 0 : expected);
        json.RootElement.GetProperty("conflicts").GetArrayLength().ShouldBe(total);
    }

    [Theory]
    [InlineData("'colour' is not a field that is compared", "--field", "colour")]
    [InlineData("'odd' is not a class of conflicts: give unit, zero,", "--class", "odd")]
    [InlineData("No provider is called 'frei'; near are freight.", "--provider", "frei")]
    [InlineData("No model is called 'owll'", "--model", "owll")]
    [InlineData("--limit '0'", "--limit", "0")]
    public async Task Bad_input_ends_with_3_and_says_what_is_allowed(string fault, params string[] args)
    {
        using var assay = await Imported();
        var answer = await assay.Run(["conflicts", .. args, "--as-of", "2026-07-02"]);
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
        answer.Error.ShouldContain(fault);
    }

    private static async Task<AssayProcess> Imported()
    {
        var assay = new AssayProcess();
        foreach (var (format, file) in (IEnumerable<(string, string)>)[("models.dev", "api.json"), ("models.dev-history", "price_history.csv"), ("litellm", "model_prices_and_context_window.json")])
            (await assay.Run("import", format, Path.Combine(Folder, file), "--date", "2026-07-01")).ExitCode.ShouldBe(ExitCode.Done);
        return assay;
    }
}
