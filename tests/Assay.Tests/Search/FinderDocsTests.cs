using System.Text;
using System.Text.RegularExpressions;
using Assay.Search;
using Shouldly;
using Xunit;

namespace Assay.Tests.Search;

/// <summary>docs/finder.md says what the code does.</summary>
public sealed class FinderDocsTests
{
    private const string Begin = "<!-- fields -->\n", End = "<!-- /fields -->";

    private static readonly string File_ = Path.Combine(TestData.Repository, "docs", "finder.md");

    [Fact]
    public void Every_field_is_in_the_table_with_its_other_names_and_its_meaning()
    {
        var docs = File.ReadAllText(File_).ReplaceLineEndings("\n");
        var (from, to) = (docs.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, docs.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1") File.WriteAllText(File_, docs = docs[..from] + Table() + docs[to..]);
        docs.ShouldContain(Begin + Table() + End);
    }

    [Fact]
    public void Every_spelling_of_a_sign_and_every_shorthand_is_told()
    {
        var docs = File.ReadAllText(File_);
        foreach (var spelling in Operators.All.Where(s => s is not ("==" or "=>" or "=<"))) docs.ShouldContain(spelling);
        foreach (var shorthand in Vocabulary.Shorthands.Keys) docs.ShouldContain($"`{shorthand}`");
        foreach (var state in Question.Condition.States) docs.ShouldContain($"`{state}`");
    }

    [Fact]
    public void Every_example_can_be_read()
    {
        var catalog = new TestCatalog();
        foreach (var maker in (string[])["google", "openai"]) catalog.Model(maker + "/model").Scored("gpqa-diamond", 1);
        var asked = new Asked(catalog);
        var examples = Regex.Match(File.ReadAllText(File_).ReplaceLineEndings("\n"), "```\n(.*?)```", RegexOptions.Singleline).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        examples.Length.ShouldBeGreaterThan(3);
        foreach (var example in examples) asked.Question(example).Clauses.Count.ShouldBeGreaterThan(1, example);
    }

    [Fact]
    public void No_two_fields_share_a_name_and_every_name_finds_its_field()
    {
        Vocabulary.Fixed.Select(f => f.Name).ShouldBeUnique();
        var vocabulary = new Asked(new TestCatalog()).Vocabulary;
        foreach (var field in Vocabulary.Fixed)
        {
            vocabulary.Find(field.Name).ShouldBe(field);
            vocabulary.Find(field.Key).ShouldBe(field);
            field.Name.Split(' ').Length.ShouldBeLessThanOrEqualTo(6);
        }
    }

    private static string Table()
    {
        var vocabulary = new Asked(new TestCatalog()).Vocabulary;
        var table = new StringBuilder("| field | also | kind | asks for |\n|---|---|---|---|\n");
        foreach (var field in Vocabulary.Fixed)
        {
            // An alias that another field has taken means that one.
            var also = field.Aliases.Where(a => vocabulary.Find(a) == field && a != field.Name).Distinct().Select(a => $"`{a}`");
            var kind = field.Kind switch { FieldKind.YesNo => "yes or no", FieldKind.Usd => "$", FieldKind.Gigabytes => "GB", var other => other.ToString().ToLowerInvariant() };
            var words = field.Words.Count is > 0 and < 6 ? ": " + string.Join(", ", field.Words.Select(w => $"`{w}`")) : "";
            table.Append($"| `{field.Name}` | {string.Join(", ", also)} | {kind}{words} | {field.Meaning} |\n");
        }
        return table.ToString();
    }
}
