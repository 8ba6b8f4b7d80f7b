using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Catalog;

public sealed class ModelLabelsTests
{
    private static readonly ModelLabels Labels = new(
    [
        Model("anthropic/claude-sonnet-4-0", "Claude Sonnet 4", "claude-sonnet-4-20250514"), Imported("anthropic/claude-sonnet-4-20250514", "Claude Sonnet 4 (May)"),
        Model("anthropic/claude-3-5-sonnet-20241022", "Claude Sonnet 3.5 (October 2024)", "claude-3-5-sonnet"), Model("openai/gpt-4o", "GPT-4o"), Model("openai/gpt-5", "GPT-5"), Model("openai/o3", "o3"),
        Model("moonshotai/kimi-k2-thinking", "Kimi K2 Thinking"), Model("moonshotai/kimi-k2", "Kimi K2"), Model("mistral/mistral", "Mistral"), Model("microsoft/phi-4", "Phi-4"),
        Imported("acme/owl", "Owl"), Imported("birch/owl", "Owl"), Model("deepseek/deepseek-v3", "DeepSeek V3"), Model("google/gemini-2.5-flash", "Gemini 2.5 Flash"),
    ]);

    private static (string, IEnumerable<(string, bool)>) Model(string id, params string[] names) => (id, names.Select(n => (n, true)));

    private static (string, IEnumerable<(string, bool)>) Imported(string id, params string[] names) => (id, names.Select(n => (n, false)));

    [Theory]
    [InlineData("GPT-5", "openai/gpt-5", null)]
    [InlineData("openai/gpt-5", "openai/gpt-5", null)]
    [InlineData("gpt-5 (high)", "openai/gpt-5", "high effort")]
    [InlineData("GPT-5 (xhigh reasoning)", "openai/gpt-5", "xhigh effort")]
    [InlineData("gpt-5-2025-08-07_medium", "openai/gpt-5", "medium effort")]
    [InlineData("GPT-5-2025-08-07 (FC)", "openai/gpt-5", "function calling")]
    [InlineData("gpt-4o (2024-11-20)", "openai/gpt-4o", null)]
    [InlineData("o3 (high)", "openai/o3", "high effort")]
    [InlineData("claude-4-sonnet", "anthropic/claude-sonnet-4-0", null)]
    [InlineData("Claude Sonnet 4 (20250514)", "anthropic/claude-sonnet-4-0", null)]
    [InlineData("claude_4_sonnet", "anthropic/claude-sonnet-4-0", null)]
    [InlineData("claude-sonnet-4-20250514-thinking-32k", "anthropic/claude-sonnet-4-0", "thinking 32K")]
    [InlineData("claude-4-sonnet-20250514-base", "anthropic/claude-sonnet-4-0", "no thinking")]
    [InlineData("Claude Sonnet 4 (no reasoning)", "anthropic/claude-sonnet-4-0", "no thinking")]
    [InlineData("claude-3-5-sonnet-20241022", "anthropic/claude-3-5-sonnet-20241022", null)]
    [InlineData("Kimi K2 Thinking", "moonshotai/kimi-k2-thinking", null)]
    [InlineData("Microsoft Phi-4", "microsoft/phi-4", null)]
    [InlineData("chutes/DeepSeek-V3", "deepseek/deepseek-v3", null)]
    [InlineData("gemini-2.5-flash-highthinking", "google/gemini-2.5-flash", "high effort")]
    public void A_label_names_a_model_and_how_it_was_run(string label, string model, string? configuration) =>
        Labels.Match(label).ShouldBe(new LabelMatch(model, configuration));

    [Theory]
    [InlineData("o3 (high) + gpt-4.1", "two models")]
    [InlineData("claude-3-5-sonnet-20240620", "another date is another model")]
    [InlineData("mistral-medium", "a name, not an effort")]
    [InlineData("phi-4-thinking", "a name, not a setting")]
    [InlineData("Owl", "two models have the name")]
    [InlineData("gpt-5 (preview, odd build)", "brackets that are not understood")]
    [InlineData("gemini-2.5-flash-preview-05-20", "a preview is not the release")]
    [InlineData("deepseek-v3-0324", "another release")]
    [InlineData("", "nothing")]
    [InlineData("()", "nothing in brackets")]
    public void What_is_not_sure_stays_open(string label, string why) => Labels.Match(label).ShouldBeNull(why);

    [Fact]
    public void Of_two_names_that_one_source_lists_side_by_side_only_the_dated_one_is_the_dated_model()
    {
        var catalog = new TestCatalog();
        catalog.Model("anthropic/claude-3-5-sonnet-20241022").Is(Property.Alias, "claude-3-5-sonnet");
        Score(catalog, "claude-3-5-sonnet", 20, "METR");
        Score(catalog, "claude-3-5-sonnet-20241022", 30, "METR");
        Score(catalog, "claude-3-5-sonnet", 40, "Another");
        var built = catalog.Snapshot();
        built.ById("anthropic/claude-3-5-sonnet-20241022")!.Results.Select(r => r.Score.Value).ShouldBe([30, 40], ignoreOrder: true);
        built.ResultsOfNoModel.ShouldHaveSingleItem().Claim.Subject.ShouldBe(Subject.Labelled("claude-3-5-sonnet"));
    }

    [Fact]
    public void A_label_without_a_model_finds_it_once_there_is_one()
    {
        var catalog = new TestCatalog();
        Score(catalog, "Heron 2 (high)", 20, "Aider");
        catalog.Snapshot().ResultsOfNoModel.ShouldHaveSingleItem();
        catalog.Model("birch/heron-2", "Heron 2");
        Score(catalog, "Heron 2", 20, "LiveBench");
        catalog.Snapshot().ById("birch/heron-2")!.Results.Select(r => r.Claim.Source.Publisher).Order().ShouldBe(["Aider", "LiveBench"]);
    }

    [Fact]
    public void A_benchmarks_other_ids_are_its_own()
    {
        var catalog = new TestCatalog();
        catalog.Say(Subject.Benchmark("hard-exam"), Property.Alias, new ClaimValue.Words("hle"));
        catalog.Say(Subject.Benchmark("hle"), Property.DisplayName, new ClaimValue.Words("HLE"));
        catalog.Model("acme/owl").Scored("hle", 12);
        var built = catalog.Snapshot();
        built.Benchmarks.Keys.ShouldBe(["hard-exam"]);
        built.ById("acme/owl")!.Results.Single().Score.Benchmark.ShouldBe("hard-exam");
    }

    private static void Score(TestCatalog catalog, string label, decimal value, string publisher) =>
        catalog.Say(Subject.Labelled(label), Property.Result, new ClaimValue.Score(new() { Benchmark = "test", Value = value, Unit = "percent" }), TestCatalog.From(publisher, SourceRank.Community));
}
