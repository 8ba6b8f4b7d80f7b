using Assay.Catalog;
using Assay.Catalog.Identity;
using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Identity;

public sealed class MatcherTests
{
    private static readonly ModelMatcher Empty = new([]);

    [Theory]
    // Word order, separators, prefixes of routes and clouds.
    [InlineData("claude-sonnet-4", "anthropic--claude-4-sonnet")]
    [InlineData("claude-3-5-sonnet", "us.anthropic.claude-3-5-sonnet-20241022-v2:0")]
    [InlineData("claude-opus-4.5", "claude-opus-45")]
    [InlineData("llama-3.1-8b-instruct", "accounts/fireworks/models/llama-v3p1-8b-instruct")]
    [InlineData("gpt-5.2", "databricks-gpt-5-2")]
    [InlineData("gpt-3.5-turbo", "azure/gpt-35-turbo")]
    [InlineData("qwen/qwen3-235b-a22b-instruct-2507", "qwen.qwen3-235b-a22b-2507-v1:0")]
    [InlineData("mistral-small-3.2-24b-instruct", "mistral-small-2506")]
    [InlineData("deepseek-v3.1", "ollama/deepseek-v3.1:671b-cloud")]
    [InlineData("nvidia.nemotron-super-3-120b", "nvidia/nemotron-3-super-120b-a12b")]
    [InlineData("nousresearch/hermes-3-llama-3.1-70b", "hermes3-70b")]
    [InlineData("deepseek-r1-distill-qwen-7b", "deepseek-r1-7b-qwen")]
    [InlineData("grok-4-20", "x-ai/grok-4.20")]
    public void Two_ways_of_writing_one_model_are_one(string one, string other) => Model(one).ShouldBe(Model(other));

    [Theory]
    [InlineData("o3", "o3-mini")]
    [InlineData("o1", "o1-preview")]
    [InlineData("gpt-4", "gpt-4-32k")]
    [InlineData("gpt-4o", "gpt-4o-mini")]
    [InlineData("gpt-4.1", "gpt-4-turbo")]
    [InlineData("deepseek-v3", "deepseek-v3-0324")]
    [InlineData("deepseek-v3.2", "deepseek-v3.2-exp")]
    [InlineData("deepseek-r1", "deepseek-r1-distill-llama-70b")]
    [InlineData("qwen3-235b-a22b", "qwen3-235b-a22b-instruct-2507")]
    [InlineData("qwen3-235b-a22b-instruct-2507", "qwen3-235b-a22b-thinking-2507")]
    [InlineData("accounts/fireworks/models/qwen2p5-7b", "accounts/fireworks/models/qwen2p5-7b-instruct")]
    [InlineData("gemma-3n-e4b-it", "gemma-3-4b-it")]
    [InlineData("kimi-k2", "kimi-k2-thinking")]
    [InlineData("amazon/nova-2-lite", "deepgram/nova-2")]
    [InlineData("mistral-7b-instruct-v0:2", "mistral-7b-instruct-v0.3")]
    public void Names_that_mean_two_models_stay_two(string one, string other) => Model(one).ShouldNotBe(Model(other));

    [Theory]
    [InlineData("claude-sonnet-4-5-20250929", MatchKind.Dated, "20250929")]
    [InlineData("gemini-2.0-flash-001", MatchKind.Dated, "001")]
    [InlineData("us.anthropic.claude-sonnet-5", MatchKind.Region, null)]
    [InlineData("openai/gpt-oss-120b:free", MatchKind.Free, null)]
    [InlineData("TEE/glm-4.7", MatchKind.Tee, null)]
    [InlineData("claude-3-7-sonnet-latest", MatchKind.Alias, null)]
    [InlineData("grok-4-0709", MatchKind.Snapshot, "0709")]
    [InlineData("zai-org/GLM-4.7-FP8", MatchKind.Quant, null)]
    [InlineData("minimax-m2.7-highspeed", MatchKind.Tier, null)]
    [InlineData("claude-opus-4-thinking:8192", MatchKind.Mode, null)]
    [InlineData("o3-mini-high", MatchKind.Mode, null)]
    [InlineData("kimi-k2-thinking", MatchKind.Plain, null)]
    [InlineData("ft:gpt-4o-2024-08-06", MatchKind.Finetune, "2024-08-06")]
    [InlineData("Sao10K/L3.3-70B-Euryale-v2.3", MatchKind.Finetune, null)]
    [InlineData("duo-chat-sonnet-4-6", MatchKind.Wrapper, null)]
    [InlineData("@cf/google/gemma-2b-it-lora", MatchKind.Lora, null)]
    [InlineData("glm-5.2-short", MatchKind.Context, null)]
    [InlineData("kilo-auto/free", MatchKind.Router, null)]
    [InlineData("gemma-4", MatchKind.Ambiguous, null)]
    [InlineData("deepseek-chat", MatchKind.MovingAlias, null)]
    [InlineData("azure_ai/doc-intelligence/prebuilt-read", MatchKind.NonModel, null)]
    public void The_form_of_service_is_read_from_the_name(string id, MatchKind kind, string? release)
    {
        var decision = Empty.Match(new OfferDescription("reseller", id));
        (decision.Kind, decision.Release).ShouldBe((kind, release));
        (decision.ModelId is null).ShouldBe(kind.Group() is MatchGroup.None);
    }

    [Fact]
    public void A_name_that_moves_means_the_model_with_its_price()
    {
        OfferDescription Offer(string id, decimal input, decimal output, string date) => new("google", id) { InputPrice = input, OutputPrice = output, Released = PartialDate.Parse(date) };
        var decisions = Empty.Match([Offer("gemini-2.5-flash", 0.3m, 2.5m, "2025-06-17"), Offer("gemini-3.5-flash", 1.5m, 9m, "2026-05-19"), Offer("gemini-flash-latest", 0.3m, 2.5m, "2025-09-25")]);
        decisions[2].ModelId.ShouldBe("google/gemini-2.5-flash");
        decisions[2].Kind.ShouldBe(MatchKind.Alias);
    }

    [Fact]
    public void The_catalogues_own_id_is_used_where_it_knows_the_model()
    {
        var matcher = new ModelMatcher([new("meta/llama-4-maverick-17b-instruct", []) { Curated = true }]);
        matcher.Match(new OfferDescription("groq", "meta-llama/llama-4-maverick-17b-128e-instruct")).ModelId.ShouldBe("meta/llama-4-maverick-17b-instruct");
    }

    [Fact]
    public void An_unknown_model_of_several_providers_is_one_under_its_makers_name()
    {
        var decisions = Empty.Match([new("a", "newlab/starfish-2"), new("b", "starfish-2")]);
        decisions.Select(d => d.ModelId).ShouldBe(["newlab/starfish-2", "newlab/starfish-2"]);
    }

    [Fact]
    public void The_reason_names_the_evidence()
    {
        Empty.Match(new OfferDescription("bedrock", "us.google.gemma-3-27b-it")).Reason
            .ShouldBe("Read gemma, 3, 27b; us is a region; the maker is given as google; the catalogue holds no such model, so it is taken as google/gemma-3-27b");
    }

    [Fact]
    public void Decisions_do_not_depend_on_the_order_of_offers()
    {
        var offers = Bench.Identity.LabelledOffer.Read(Path.Combine(TestData.Folder, "identity-cases.csv")).Select(l => l.Offer).ToArray();
        var decisions = offers.Zip(Empty.Match(offers)).ToDictionary(x => x.First, x => x.Second.ModelId);
        var random = new Random(7);
        for (var round = 0; round < 5; round++)
        {
            random.Shuffle(offers);
            foreach (var (offer, decision) in offers.Zip(Empty.Match(offers))) decision.ModelId.ShouldBe(decisions[offer], offer.ModelAtProvider);
        }
    }

    [Fact]
    public void An_overrule_stands_and_says_why()
    {
        var overrule = new Overrule(OfferId.Parse("shop/gpt-5"), null, MatchKind.Router, "It picks among three models.", new(2026, 7, 2));
        var decision = new ModelMatcher([], [overrule]).Match(new OfferDescription("shop", "gpt-5"));
        (decision.ModelId, decision.Kind).ShouldBe((null, MatchKind.Router));
        decision.Reason.ShouldBe("Overruled on 2026-07-02: It picks among three models");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("::")]
    [InlineData("-v1:0")]
    [InlineData("üñí/çødé")]
    [InlineData("....")]
    public void Any_text_is_decided(string id) => Empty.Match(new OfferDescription("p", id)).Reason.ShouldNotBeEmpty();

    private static string? Model(string id) => Empty.Match(new OfferDescription("reseller", id)).ModelId.ShouldNotBeNull();
}
