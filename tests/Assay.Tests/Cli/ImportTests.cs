using System.Text.Json;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class ImportTests
{
    [Fact]
    public async Task An_import_says_what_it_did_and_the_second_time_that_it_is_there()
    {
        using var assay = new AssayProcess();
        var dry = await assay.Run("import", "assay", assay.Catalog, "--date", "2025-06-30", "--dry-run");
        dry.Output.ShouldContain("nothing was written (--dry-run)");
        var first = await assay.Run("import", "assay", assay.Catalog, "--date", "2025-06-30");
        first.ExitCode.ShouldBe(ExitCode.Done);
        first.Output.ShouldContain("of 2025-06-30: imported");
        first.Output.ShouldContain("claims added, 0 changed, 0 left as they were, 0 ended");
        first.Output.ShouldContain("0 values refused");
        (await assay.Run("import", "assay", assay.Catalog, "--date", "2025-06-30")).Output.ShouldContain("already there");
        (await assay.Run("import", "assay", assay.Catalog, "--date", "2025-06-30", "--quiet")).Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Json_has_counts_refusals_and_notes()
    {
        using var assay = new AssayProcess();
        using var json = JsonDocument.Parse((await assay.Run("import", "assay", assay.Catalog, "--json")).Output);
        json.RootElement.GetProperty("claims").GetProperty("added").GetInt32().ShouldBeGreaterThan(50);
        json.RootElement.GetProperty("already_there").GetBoolean().ShouldBeFalse();
        foreach (var key in (string[])["format", "as_of", "counts", "refused", "notes"]) json.RootElement.TryGetProperty(key, out _).ShouldBeTrue(key);
    }

    [Fact]
    public async Task A_faulty_file_ends_with_3_and_names_file_line_and_reason()
    {
        using var assay = new AssayProcess();
        var folder = Path.Combine(assay.Data, "faulty");
        Directory.CreateDirectory(Path.Combine(folder, "organizations"));
        await File.WriteAllTextAsync(Path.Combine(folder, "organizations", "acme.yaml"), "name: Acme\nsources:\n  - publisher: Acme\n    colour: red\n", TestContext.Current.CancellationToken);
        var answer = await assay.Run("import", "assay", folder, "--json");
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
        answer.Output.ShouldBeEmpty();
        answer.Error.ShouldContain("organizations/acme.yaml:4: unknown key 'colour'");
    }

    [Theory]
    [InlineData("'csv' is not an import format. Allowed: assay", "import", "csv", "x")]
    [InlineData("There is no folder", "import", "assay", "no-such-folder")]
    [InlineData("--date 'June'", "import", "assay", "x", "--date", "June")]
    [InlineData("--source-url 'here'", "import", "assay", "x", "--source-url", "here")]
    public async Task Bad_input_ends_with_3(string fault, params string[] args)
    {
        using var assay = new AssayProcess();
        var answer = await assay.Run(args);
        answer.Error.ShouldContain(fault);
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
    }

    [Fact]
    public void Refusals_are_grouped_by_reason_with_three_examples()
    {
        var refusals = Enumerable.Range(1, 5).Select(i => new Refusal($"offer a/{i}", $"$.a[{i}]", "-1", "a price below 0", "give 0 or more"))
            .Append(new("model b", "$.b", "?", "no date", "write 2025-06-30")).ToArray();
        var parsed = new ParsedSnapshot
        {
            Snapshot = new() { Feed = "test", Files = new([]), AsOf = new(2025, 6, 30) }, Claims = [], Refusals = refusals, Notes = [new("a note", 4, "$.c")], Counts = [new("offers", 6)],
        };
        var view = ImportView.Of(new("test", new(2025, 6, 30), AlreadyThere: false, new ImportCounts(1, 2, 3, 4), parsed), dryRun: false);
        TestData.ShouldBeGolden(PlainText.Write(ImportDocument.Of(view), 80, colours: false), "../Golden/cli/import-refusals.txt");
    }
}
