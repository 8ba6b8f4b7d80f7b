using System.Text;
using Assay.Drawing.Suites;
using Shouldly;
using Xunit;

namespace Assay.Tests.Suites;

/// <summary>docs/suites says which items the suites have.</summary>
public sealed class SuiteDocsTests
{
    private const string Begin = "<!-- items -->\n", End = "<!-- /items -->";

    public static TheoryData<string> Ids => [.. SuiteRecipe.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_kind_of_item_is_in_the_table_with_its_counts(string id)
    {
        var file = Path.Combine(TestData.Repository, "docs", "suites", $"{id}.md");
        var docs = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (from, to) = (docs.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, docs.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1") File.WriteAllText(file, docs = docs[..from] + Tables(DrawnSuiteTests.Usual(id)) + docs[to..]);
        docs.ShouldContain(Begin + Tables(DrawnSuiteTests.Usual(id)) + End);
    }

    private static string Tables(DrawnSuite suite)
    {
        var text = new StringBuilder();
        text.Append("| category | samples | easy | medium | hard | pictures |\n|---|---|---|---|---|---|\n");
        foreach (var category in suite.Recipe.Categories) Row(category.Name, [.. suite.Items.Where(i => i.Category == category.Name)]);
        Row("all", suite.Items);
        foreach (var category in suite.Recipe.Categories)
        {
            text.Append($"\n### {category.Name}\n\n| items | samples | what is tested |\n|---|---|---|\n");
            foreach (var kind in category.Kinds) text.Append($"| `{kind.Id}` | {suite.Items.Where(i => i.Kind == kind).Sum(i => i.Item.Questions.Count)} | {kind.Tests} |\n");
        }
        return text.Append('\n').ToString();

        void Row(string name, IReadOnlyList<DrawnItem> items)
        {
            string[] levels = [.. ((Difficulty[])[Difficulty.Easy, Difficulty.Medium, Difficulty.Hard]).Select(d => $"{items.Where(i => i.Difficulty == d).Sum(i => i.Item.Questions.Count)}")];
            text.Append($"| {name} | {items.Sum(i => i.Item.Questions.Count)} | {string.Join(" | ", levels)} | {items.Count(i => i.Image is not null)} |\n");
        }
    }
}
