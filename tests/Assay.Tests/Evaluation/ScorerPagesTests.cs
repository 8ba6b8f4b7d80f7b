using Assay.Evaluation.Scorers;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

public sealed class ScorerPagesTests
{
    private static string Folder => Path.Combine(TestData.Repository, "docs", "scorers");

    [Fact]
    public void Every_scorer_is_on_the_list_in_order() =>
        typeof(IScorer).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IScorer))).ShouldBe(ScorerList.All.Select(s => s.GetType()), ignoreOrder: true);

    [Fact]
    public void Ids_are_sorted_and_each_is_a_rule_or_a_judge()
    {
        ScorerList.All.Select(s => s.Id).ShouldBe(ScorerList.All.Select(s => s.Id).Order(StringComparer.Ordinal));
        ScorerList.All.ShouldAllBe(s => s is IReplyScorer != s is IJudge);
    }

    [Fact]
    public void Every_scorer_has_a_page_and_every_page_a_scorer() =>
        Directory.EnumerateFiles(Folder, "*.md").Select(Path.GetFileNameWithoutExtension).Except(["README"]).Order(StringComparer.Ordinal).ShouldBe(ScorerList.All.Select(s => s.Id));

    [Fact]
    public void The_page_of_a_scorer_names_every_option_with_its_default()
    {
        foreach (var scorer in ScorerList.All)
        {
            var page = File.ReadAllText(Path.Combine(Folder, scorer.Id + ".md"));
            foreach (var option in scorer.Options) page.ShouldContain($"| `{option.Name}` |", customMessage: scorer.Id);
            foreach (var heading in (string[])["## How the reply is read", "## Examples", "## Limits"]) page.ShouldContain(heading, customMessage: scorer.Id);
        }
        var list = File.ReadAllText(Path.Combine(Folder, "README.md"));
        ScorerList.All.ShouldAllBe(s => list.Contains($"[{s.Id}]({s.Id}.md)"));
    }
}
