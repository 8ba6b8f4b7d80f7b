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
        Model("google/gemini-3-pro-preview", "Gemini 3 Pro Preview"), Model("xai/grok-3", "Grok 3", "grok-3-beta"), Model("xai/grok-4-fast", "Grok 4 Fast"), Model("openai/gpt-5.1", "GPT-5.1"),
        Model("mistral/mistral-large-2407", "Mistral Large 2"), Model("alibaba/qwen2-5-coder-7b-instruct", "Qwen2.5 Coder 7B Instruct"), Model("zhipuai/glm-4.5-air", "GLM 4.5 Air"),
        Imported("acme/owl", "Owl"), Imported("birch/owl", "Owl"), Model("deepseek/deepseek-v3", "DeepSeek V3"), Model("google/gemini-2.5-flash", "Gemini 2.5 Flash"),
    ],
    ["alibaba/qwen3-235b-2507", "alibaba/qwen3-thinking-30b-2507", "google/gemma-2-9b", "reka/reka-core", "google/gemini-pro", "luma/photon"]);

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
    [InlineData("openai/gpt-5.1-high-2025-11-13", "openai/gpt-5.1", "high effort")]
    [InlineData("xai-org/grok-4-fast-non-reasoning", "xai/grok-4-fast", "no thinking")]
    [InlineData("Grok 4 Fast Reasoning", "xai/grok-4-fast", "reasoning")]
    [InlineData("Qwen3-235B-A22B-Instruct-2507 (FC)", "alibaba/qwen3-235b-2507", "function calling")]
    [InlineData("Mistral-Large-2407", "mistral/mistral-large-2407", null)]
    [InlineData("ollama/qwen2.5-coder:7b-instruct-q4_K_M", "alibaba/qwen2-5-coder-7b-instruct", "q4_k_m")]
    [InlineData("zai-org/GLM-4.5-AIR-FP8", "zhipuai/glm-4.5-air", "fp8")]
    [InlineData("gemini-3-pro-preview (thinking-low)", "google/gemini-3-pro-preview", "low effort")]
    [InlineData("claude-sonnet-4_max", "anthropic/claude-sonnet-4-0", "max effort")]
    [InlineData("Gemma-2-9B-it", "google/gemma-2-9b", null)]
    public void A_label_is_read_as_names_of_offers_are(string label, string model, string? configuration) =>
        Labels.Match(label).ShouldNotBeNull().ShouldSatisfyAllConditions(m => m.ModelId.ShouldBe(model), m => m.Configuration.ShouldBe(configuration));

    [Theory]
    [InlineData("Grok-3-Preview-02-24", "a preview of a date is not the beta")]
    [InlineData("gemini-3-pro-exp", "exp is not preview")]
    [InlineData("gemma-2-9b", "base weights have this name too")]
    [InlineData("Qwen2.5-Coder-7B", "base weights have this name too")]
    [InlineData("qwen3-30b-a3b-thinking", "an offer of this name is 2507, a leaderboard's may be the first")]
    [InlineData("Reka-Core-20240501", "a build of a name without a version")]
    [InlineData("Gemini Pro", "one model after the other")]
    [InlineData("photon", "a word of nobody's")]
    [InlineData("gpt-5.1-0314", "a short date of nobody knows what")]
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
