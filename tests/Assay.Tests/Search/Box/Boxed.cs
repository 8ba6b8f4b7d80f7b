using Assay.Catalog;
using Assay.Search;
using Assay.Search.Box;

namespace Assay.Tests.Search.Box;

/// <summary>A small catalogue with a search box.</summary>
internal sealed class Boxed
{
    public Boxed(TestCatalog? catalog = null)
    {
        var snapshot = (catalog ?? Usual()).Snapshot();
        (Catalog, Vocabulary, Names) = (snapshot, new(snapshot), new(snapshot, [new(NamedKind.Page, "/lifecycle", "Lifecycle", ["radar"], 0)]));
    }

    public CatalogSnapshot Catalog { get; }
    public Vocabulary Vocabulary { get; }
    public NameIndex Names { get; }

    public BoxReading? Read(string? text, out string? problem) => BoxReader.Read(Vocabulary, Names, Catalog.AsOf, text, out problem);

    /// <summary>What a line means, in one line: "exact model openai/gpt-4o", "conditions vision | sort cost | named gemini | left foo".</summary>
    public string Said(string text)
    {
        if (Read(text, out var problem) is not { } reading) return problem ?? "nothing";
        if (reading.Exact.Count > 0) return "exact " + string.Join(" + ", reading.Exact.Select(Thing));
        return reading.Meaning switch
        {
            Meaning.Comparison c => "compare " + string.Join(" | ", c.Sides.Select(Side)),
            Meaning.Changes c => $"changes of {(c.Of is null ? "all" : Side(c.Of))}{(c.Kind is null ? "" : ", kind " + c.Kind)}{(c.Since is null ? "" : ", since " + c.Since)}",
            Meaning.History h => "history of " + Side(h.Of),
            Meaning.Ends e => "ends of " + (e.Of is null ? "all" : Side(e.Of)),
            Meaning.Conditions { Reading: var r } => string.Join(" | ", new[] { r.Filter, r.Sort is null ? null : "sort " + r.Sort, r.Named is null ? null : "named " + r.Named, r.NotUnderstood.Count == 0 ? null : "left " + string.Join(", ", r.NotUnderstood) }.Where(p => !string.IsNullOrEmpty(p))),
            _ => (reading.Near ? "near " : "names ") + string.Join(", ", reading.Names.Take(3).Select(n => n.Thing.Id)),
        };
    }

    private static string Thing(NamedThing thing) => $"{thing.Kind.ToString().ToLowerInvariant()} {thing.Id}";

    private static string Side(NamedSide side) => side.Found?.Id ?? $"{side.Text}? {string.Join(", ", side.Choices.Take(2).Select(c => c.Id))}".TrimEnd();

    public static TestCatalog Usual()
    {
        var catalog = new TestCatalog();
        foreach (var (id, name) in new[] { ("openai", "OpenAI"), ("google", "Google"), ("anthropic", "Anthropic"), ("meta", "Meta") })
            catalog.Say(Subject.Organization(id), Property.DisplayName, new ClaimValue.Words(name));
        catalog.Provider("openai", "OpenAI").Provider("azure", "Azure").Provider("amazon-bedrock", "Amazon Bedrock");
        catalog.Model("openai/gpt-4o", "GPT-4o").Has(Capability.Vision).Set(Property.ModalitiesIn, "text", "image", "pdf").Is(Property.Alias, "gpt-4o-2024-08-06").Is(Property.ContextWindow, 128_000).On(Property.Released, "2024-05-13").Is(Property.Weights, "closed")
            .Offer("openai/gpt-4o", 2.5m, 10).Offer("azure/gpt-4o", 2.5m, 10).Scored("gpqa-diamond", 53.6m);
        catalog.Model("openai/gpt-4o-mini", "GPT-4o mini").Offer("openai/gpt-4o-mini", 0.15m, 0.6m).Is(Property.ContextWindow, 128_000);
        catalog.Model("openai/gpt-4-vision-preview", "GPT-4 Vision Preview").Retired("2024-12-06");
        catalog.Model("anthropic/claude-sonnet-4-5", "Claude Sonnet 4.5").Offer("amazon-bedrock/claude-sonnet-4-5", 3, 15);
        catalog.Model("anthropic/claude-opus-4-5", "Claude Opus 4.5");
        catalog.Model("google/gemini-2.5-pro", "Gemini 2.5 Pro").Is(Property.ContextWindow, 1_048_576).On(Property.Released, "2025-06-17").Set(Property.ModalitiesOut, "text", "image");
        catalog.Model("google/gemma-3-12b-it", "Gemma 3 12B Instruct").Is(Property.Weights, "open").Is(Property.Licence, "Apache-2.0").Is(Property.ParametersTotal, 12_000_000_000).Set(Property.ModalitiesOut, "text", "audio", "video");
        catalog.Model("google/gemma-3-12b", "Gemma 3 12B");
        catalog.Model("meta/llama-3.1-8b", "Llama 3.1 8B").Is(Property.Licence, "Llama 3.1 Community License");
        return catalog;
    }
}
