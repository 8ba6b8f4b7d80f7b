using Assay.Catalog;

namespace Assay.Tests.Comparison;

/// <summary>Invented models that between them are in every situation the rules speak of.</summary>
internal static class Examples
{
    public const string Heron = "acme/heron-12b";
    public const string Otter = "brook/otter-vision-preview";
    public const string Blank = "cedar/blank";
    public const string Heron27 = "acme/heron-27b";
    public const string Otter2 = "brook/otter-2";
    public const string Finch = "dune/finch-live";

    public static readonly string[] All = [Heron, Otter, Blank, Heron27, Otter2, Finch];

    public static TestCatalog Catalog(DateOnly? day = null)
    {
        var catalog = new TestCatalog { Day = day ?? TestCatalog.Today };
        catalog.Provider("harbour", "Harbour", "openai-chat").Provider("ridge", "Ridge Cloud", "anthropic").Provider("brook", "Brook API", "openai-responses");
        catalog.Say(Subject.Provider("brook"), Property.About("organization"), new ClaimValue.Words("brook"));
        catalog.Say(Subject.Organization("acme"), Property.DisplayName, new ClaimValue.Words("Acme"));
        catalog.Say(Subject.Organization("brook"), Property.DisplayName, new ClaimValue.Words("Brook Labs"));
        catalog.Say(Subject.Benchmark("word-errors"), Property.About("higher_is_better"), new ClaimValue.Words("no"));

        catalog.Model(Heron, "Heron 12B").Is(Property.ContextWindow, 131_072).Is(Property.MaxOutput, 8_192).Is(Property.ParametersTotal, 12_000_000_000m).Is(Property.Weights, "open")
            .Is(Property.Licence, "Acme Terms").Is(Property.CommercialUse, "conditions").Is(Property.Family, "heron").On(Property.Released, "2025-03").Set(Property.ModalitiesIn, "text", "image").Set(Property.ModalitiesOut, "text")
            .Has(Capability.Vision, Capability.Multimodal, Capability.FunctionCalling, Capability.ToolUse, Capability.Streaming).Lacks(Capability.Reasoning, Capability.CodeExecution)
            .Is(Property.ContextWindow, new ClaimValue.Number(128_000), source: TestCatalog.From("List", SourceRank.Aggregator, "2026-01"))
            .Offer("harbour/heron-12b", 0.04m, 0.13m).Offer("ridge/heron-12b", 0.2m, 0.2m, "2025-10-01").Offer("harbour/heron-12b#tier=free", 0, 0)
            .Scored("mmmu", 59.6m).Scored("humaneval", 85m, 85, 100).Scored("word-errors", 4.2m)
            .Scored("vision-evals", 68.66m, 46, 67).Scored("vision-evals", 80m, 12, 15, "Defect Detection").Scored("vision-evals", 10m, 1, 10, "Object Counting");
        catalog.Model(Heron27, "Heron 27B").Is(Property.ContextWindow, 131_072).Is(Property.MaxOutput, 8_192).Is(Property.Family, "heron").Is(Property.Weights, "open").Is(Property.Licence, "Apache-2.0")
            .Has(Capability.Vision, Capability.Multimodal, Capability.FunctionCalling, Capability.ToolUse, Capability.Streaming).Lacks(Capability.Reasoning, Capability.CodeExecution)
            .Is(Property.LifecycleStatus, "active").Offer("harbour/heron-27b", 0.04m, 0.13m).Scored("mmmu", 59.6m).Scored("humaneval", 83m, 83, 100).Scored("word-errors", 3.1m);
        catalog.Model(Otter, "Otter Vision Preview").Is(Property.ContextWindow, 128_000).Is(Property.MaxOutput, 4_096).Is(Property.ParametersTotal, 1.76e12m, unconfirmed: true).Is(Property.Weights, "closed").Is(Property.Licence, "Proprietary")
            .On(Property.Released, "2023-11-06").Has(Capability.Vision, Capability.Multimodal).Lacks(Capability.FunctionCalling).Retired("2024-12-06", Otter2).On(Property.Deprecated, "2024-06-06")
            .Offer("brook/otter-vision-preview", 10, 30).Scored("mmmu", 56.8m);
        catalog.Model(Otter2, "Otter 2").Is(Property.ContextWindow, 8_192).Is(Property.MaxInput, 8_192).Is(Property.Weights, "closed").On(Property.Deprecated, "2026-05-01").On(Property.Retires, "2026-10-01")
            .Has(Capability.Vision, Capability.Reasoning, Capability.StructuredOutputs, Capability.WebSearch).Lacks(Capability.Multimodal)
            .Offer("brook/otter-2", 10, 40).Offer("ridge/otter-2", 10, 30).Scored("mmmu", 70m).Scored("humaneval", 97m, 97, 100);
        catalog.Model(Finch, "Finch Live").Is(Property.LifecycleStatus, "preview").Has(Capability.AudioIn, Capability.VideoIn).Offer("ridge/finch-live").Set(Property.ModalitiesIn, "text", "audio").Set(Property.ModalitiesOut, "text");
        catalog.Say(Subject.Offer("ridge/finch-live"), Property.Price(PriceKind.AudioInput), new ClaimValue.Number(3));
        catalog.Say(Subject.Offer("ridge/finch-live"), Property.Price(PriceKind.AudioOutput), new ClaimValue.Number(12));
        catalog.Say(Subject.Offer("ridge/heron-12b"), Property.Price(PriceKind.Output), new ClaimValue.Number(0.25m), TestCatalog.From("Ridge", SourceRank.Provider, "2025-09-01"));
        catalog.Model(Blank, "Blank");
        return catalog;
    }
}
