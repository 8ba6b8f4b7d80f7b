using Assay.Bench;
using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Shouldly;
using Xunit;

namespace Assay.Tests.Conflicts;

/// <summary>The real lists side by side, against disagreements that people looked at.</summary>
public sealed class JudgedConflictTests(ITestOutputHelper output)
{
    [Fact]
    public void Disagreements_that_people_found_are_found_and_classed_as_they_did()
    {
        var score = JudgedConflicts.Score(Lists.Value, Path.Combine(TestData.Shared("conflicts"), "conflicts_dev.csv"));
        foreach (var row in score.Missed) output.WriteLine($"missed: {row.Name}");
        foreach (var row in score.Otherwise) output.WriteLine($"{row.Conflict!.Kind} for {row.Kind}: {row.Name} — {row.Conflict.Evidence.Text}");
        output.WriteLine($"{score.Found} of {score.Rows.Count} found, class right in {score.Right}");
        score.Found.ShouldBeGreaterThanOrEqualTo(score.Rows.Count * 95 / 100 + 1);
        score.Right.ShouldBeGreaterThanOrEqualTo(score.Rows.Count * 80 / 100 + 1);
    }

    [Fact]
    public void Where_sources_agree_nothing_is_raised()
    {
        var score = JudgedConflicts.Score(Lists.Value, Path.Combine(TestData.Shared("conflicts"), "controls_agree.csv"));
        foreach (var row in score.Rows.Where(r => r.Conflict is not null)) output.WriteLine($"raised: {row.Name} {row.Conflict!.Kind} {row.Conflict.Evidence.Text}");
        score.Found.ShouldBe(0);
    }

    [Fact]
    public void Every_class_is_told_with_evidence()
    {
        var catalog = Lists.Value;
        var found = ConflictFinder.In(catalog);
        // No test asserts a time: ./bench conflicts measures it.
        output.WriteLine($"{found.Count} conflicts of {catalog.Models.Sum(m => m.Offers.Count)} offers: {string.Join(", ", found.CountBy(c => c.Kind.Name).OrderByDescending(k => k.Value).Select(k => $"{k.Key} {k.Value}"))}");
        found.Count.ShouldBeGreaterThan(1000);
        found.Select(c => c.Kind).Distinct().Count().ShouldBe(ConflictKind.All.Count);
        found.ShouldAllBe(c => c.Evidence.Text.Length > 20 && c.Publishers.Count() > 1);
    }

    private static readonly Lazy<CatalogSnapshot> Lists = new(() =>
    {
        using var folder = new TemporaryFolder();
        return JudgedConflicts.Catalogue(Path.GetDirectoryName(TestData.Shared("conflicts"))!, folder.In("assay.db"), JudgedConflicts.Lists);
    });
}
