using Assay.Host.Cli;
using Assay.Host.Cli.Text;
using Assay.Tests.Importers.Mutations;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary>What a source says is printed, and steers nothing: neither the terminal nor a spreadsheet.</summary>
public sealed class HostileOutputTests
{
    private static void ShouldSteerNothing(string text) => text.Where(c => (char.IsControl(c) && c is not ('\n' or '\r')) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069').ShouldBeEmpty(text.Length > 300 ? text[..300] : text);

    [Fact]
    public void Every_part_of_a_document_is_printed_without_control_characters()
    {
        var all = Hostile.Terminal + Hostile.Turned + "\t\v";
        var table = new Block.Table([new(all), new("N", Number: true)], [new([all, "1"], all), new([all + new string('x', 300), all], null)]);
        var document = new Document(all).Heading(1, all).Heading(2, all).Heading(3, all).Paragraph(all).Bullets([new(all, "https://example.org/" + all, [all])]).Table(table);
        foreach (var width in (int[])[40, 160]) ShouldSteerNothing(PlainText.Write(document, width, colours: false));
        ShouldSteerNothing(Markdown.Write(document));
        ShouldSteerNothing(Html.Write(document));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("+1e3", "+1e3")]
    [InlineData("a=b", "a=b")]
    [InlineData("x\u001b[2J", "x\ufffd[2J")]
    [InlineData("", "")]
    public void A_field_that_a_spreadsheet_would_run_becomes_text(string given, string written)
    {
        Csv.Write(["a"], [[given]]).ShouldBe($"a\r\n{written}\r\n");
        Csv.Write(["a"], [[given]], own: 1).ShouldBe($"a\r\n{given}\r\n");
    }

    [Fact]
    public async Task An_import_of_hostile_files_and_all_commands_after_it_steer_nothing()
    {
        using var assay = new AssayProcess { Time = new Web.FixedClock(new(2026, 7, 2)), Colours = false };
        var folder = Directory.CreateDirectory(Path.Combine(assay.Data, "hostile")).FullName;
        // Reads as the site's catalogue does; the store is the same one.
        Web.HostileCatalog.Import(assay.Data);
        string[][] commands =
        [
            ["models"], ["models", "--csv"], ["models", "context >= 1"], ["show", "lark"], ["compare", "lark", "lark-2"], ["changes", "--since", "2025-01-01"], ["lifecycle"], ["conflicts"], ["benchmarks"], ["sources"], ["doctor"],
            ["show", Hostile.Terminal], ["compare", Hostile.Terminal, Hostile.Turned], ["benchmarks", Hostile.Terminal], ["models", Hostile.Terminal], ["import", Hostile.Terminal, Hostile.Turned], ["import", "litellm", Path.Combine(folder, Hostile.Terminal.Replace('\u009b', 'x'))],
        ];
        foreach (var command in commands)
        {
            var answer = await assay.Run(command);
            ShouldSteerNothing(answer.Output);
            ShouldSteerNothing(answer.Error);
        }
        var list = Path.Combine(folder, "prices.json");
        await File.WriteAllTextAsync(list, System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { [Hostile.Terminal] = 1, ["acme/x"] = new { litellm_provider = Hostile.Terminal }, ["acme/y"] = new Dictionary<string, object> { ["litellm_provider"] = "acme", [Hostile.Terminal] = Hostile.Turned, ["mode"] = Hostile.Terminal } }), TestContext.Current.CancellationToken);
        var import = await assay.Run("import", "litellm", list);
        import.ExitCode.ShouldBe(ExitCode.Done, import.Error);
        import.Output.ShouldContain("refused");
        ShouldSteerNothing(import.Output);
        (await assay.Run("import", "litellm", list, "--json", "--dry-run", "--date", "2026-07-01")).Output.ShouldNotContain("\u001b");
    }
}
