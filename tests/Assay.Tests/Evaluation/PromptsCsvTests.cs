using System.Text;
using System.Text.Json;
using Assay.Adapters.Importers;
using Assay.Adapters.Suites;
using Assay.Evaluation.Scorers;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

public sealed class PromptsCsvTests
{
    private const string Header = "file_name,prompt,answer,assessment_name,category,submitted_by\n";

    [Theory]
    [InlineData("Is it cracked?", "Yes", "choice")]
    [InlineData("How many?", "27", "number")]
    [InlineData("How much?", "$2.30", "number")]
    [InlineData("What is the max gross weight?", "32,500 kg", "number")]
    [InlineData("Does it hold screws or bolts or nuts?", "bolts", "choice")]
    [InlineData("Return only 'right side up' or 'upside down'.", "upside down", "choice")]
    [InlineData("What is the serial number?", "3702692432", "text")]
    [InlineData("What is the number?", "0101", "text")]
    [InlineData("When?", "08/09/2020", "text")]
    [InlineData("What is the code?", "R1C4", "text")]
    [InlineData("List the tags as a comma separated list.", "a, b, c", "set")]
    [InlineData("What is the grid?", "..1\n2..", "exact")]
    [InlineData("Return a number, 1 or 2.", "2", "number")]
    public void The_strictest_scorer_is_chosen_and_takes_the_answer(string prompt, string answer, string scorer)
    {
        var chosen = ScorerChooser.Of(prompt, answer);
        chosen.Choice.Id.ShouldBe(scorer);
        Scoring.Of(Scoring.Sample(chosen.Choice.Id, chosen.Choice.Options, prompt, [.. chosen.Target]), answer).ShouldBeOfType<Assay.Evaluation.Score.Scored>().Passed.ShouldBe(true);
    }

    [Fact]
    public void A_table_becomes_a_suite_and_what_was_mended_and_refused_is_said()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("images"));
        foreach (var name in (string[])["glass.jpeg", "bolts.PNG"]) File.WriteAllBytes(folder.In($"images/{name}"), SuiteFolderTests.Png());
        var table = folder.Write("prompts.csv", Header
            + "glass.png, Is it cracked? Yes or no. ,Yes,Glass rim,Defects,me\n"
            + "glass.png,Is it cracked? Yes or no.,yes,Glass rim again,Defects,me\n"
            + "bolts.png,How many? Return a number, like 1.,4,Count,Counting,me\n"
            + "bolts.png,Which?,50,One,Counting,me\n"
            + "bolts.png,Which?,NULL,Other,Counting,me\n"
            + "none.png,Where?,left,Gone,Counting,me\n"
            + "../bolts.png,Where?,left,Out,Counting,me\n"
            + "bolts.png,Where?,,Empty,Counting,me\n"
            + "bolts.png,a,b,c\n"
            + "bolts.png,What is it?,Bolts,Glass rim,,me\n");
        var csv = PromptsCsv.Read(table);
        csv.Refused.Select(r => r.Line).ShouldBe([5, 6, 7, 8, 9, 10]);
        csv.Refused[0].Why.ShouldContain("line 6 with another answer");
        csv.Notes.ShouldContain(n => n.Contains("submitted_by"));
        csv.Notes.ShouldContain(n => n.Contains("'glass.png' as 'images/glass.jpeg'"));
        csv.Notes.ShouldContain(n => n.Contains("Line 2: blanks"));
        csv.Notes.ShouldContain(n => n.Contains("Line 3: the same as line 2"));
        csv.Notes.ShouldContain(n => n.Contains("Line 4: a value with a comma"));
        var (suite, samples) = PromptsSuite.Write(csv, table, folder.In("out suite"));
        samples.Select(s => (s.Line, s.Id, s.Scorer)).ShouldBe([(2, "glass-rim", "choice"), (4, "count", "number"), (11, "glass-rim-2", "text")]);
        suite.About.Categories.ShouldBe(["Defects", "Counting", "Uncategorised"]);
        suite.Samples().Select(s => s.Cluster).ShouldBe([null, "bolts.PNG", "bolts.PNG"]);
        Should.Throw<ImportException>(() => PromptsSuite.Write(csv, table, folder.In("out suite"))).Message.ShouldContain("not empty");
    }

    [Fact]
    public void A_table_in_windows_1252_and_one_read_so_by_mistake_are_brought_to_utf_8()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.In("a.png"), SuiteFolderTests.Png());
        File.WriteAllBytes(folder.In("p.csv"), Encoding.Latin1.GetBytes("file_name,prompt,answer\na.png,Was ist das?,Fuß\n"));
        PromptsSuite.Write(PromptsCsv.Read(folder.In("p.csv")), folder.In("p.csv"), folder.In("one")).Suite.Samples().Single().Target.ShouldBe(["Fuß"]);
        folder.Write("q.csv", "file_name,prompt,answer\na.png,Like â€œ12â€\u009d?,FuÃŸ\n");
        PromptsSuite.Write(PromptsCsv.Read(folder.In("q.csv")), folder.In("q.csv"), folder.In("two")).Suite.Samples().Single().Target.ShouldBe(["Fuß"]);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b\n1,2\n", "file_name")]
    [InlineData("file_name,prompt,answer\nx.png,a,b\n", "no row can be used")]
    public void What_is_no_such_table_is_refused(string text, string said)
    {
        using var folder = new TemporaryFolder();
        var table = folder.Write("p.csv", text);
        Should.Throw<ImportException>(() => PromptsSuite.Write(PromptsCsv.Read(table), table, folder.In("out"))).Message.ShouldContain(said);
    }

    [Fact]
    public async Task The_commands_import_and_lint()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.In("a.png"), SuiteFolderTests.Png());
        var table = folder.Write("p.csv", "file_name,prompt,answer\na.png,How many?,4\n");
        (await Run(folder, "eval", "import", "prompts-csv", table, folder.In("suite"))).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0), r => r.Output.ShouldContain("1 sample written"));
        var (code, output, _) = await Run(folder, "eval", "lint", folder.In("suite"), "--json");
        code.ShouldBe(0);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("errors").GetInt32().ShouldBe(0);
        json.RootElement.GetProperty("findings")[0].GetProperty("kind").GetString().ShouldBe("few-samples");
        File.AppendAllText(folder.In("suite/samples.jsonl"), """{"id":"x","category":"Uncategorised","input":"How many?","images":["images/b.png"],"target":"5"}""");
        (await Run(folder, "eval", "lint", folder.In("suite"))).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(3), r => r.Output.ShouldContain("samples.jsonl:2"));
        (await Run(folder, "eval", "import", "csv", table)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(3), r => r.Error.ShouldContain("prompts-csv"));
        (await Run(folder, "eval", "import", "prompts-csv", table)).Code.ShouldBe(2);
    }

    private static async Task<(int Code, string Output, string Error)> Run(TemporaryFolder folder, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Host.Program.RunAsync([.. args, "--data", folder.In("data")], new Host.Cli.Surroundings { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
