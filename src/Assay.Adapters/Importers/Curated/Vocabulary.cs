using Assay.Catalog;

namespace Assay.Adapters.Importers.Curated;

/// <summary>A key of the format, the property it speaks of, and how its value is written.</summary>
internal sealed record Key(Property Property, ValueKind Kind);

/// <summary>The keys of docs/catalogue-format.md.</summary>
internal static class Vocabulary
{
    private static readonly ValueKind Benchmark = ValueKind.Named("a benchmark id", CuratedIds.IsId);
    private static readonly ValueKind ModelId = ValueKind.Named("a model id: organization/model", CuratedIds.IsModelId);
    private static readonly ValueKind OrganizationId = ValueKind.Named("an organization id", CuratedIds.IsId);

    public static readonly Dictionary<string, Key> Capabilities = Capability.All.ToDictionary(c => c.Name, c => new Key(c.Property, ValueKind.Flag));
    public static readonly Dictionary<string, Key> Tasks = VisionTask.All.ToDictionary(t => t.Name, t => new Key(t.Property, ValueKind.Flag));

    public static readonly Dictionary<string, Key> Lifecycle = new()
    {
        ["status"] = new(Property.LifecycleStatus, ValueKind.Among("preview", "active", "deprecated", "retired")),
        ["deprecated"] = new(Property.Deprecated, ValueKind.Date),
        ["retires"] = new(Property.Retires, ValueKind.Date),
        ["successor"] = new(Property.Successor, ModelId),
    };

    /// <summary>Of models and of offers.</summary>
    private static readonly Dictionary<string, Key> Limits = new()
    {
        ["released"] = new(Property.Released, ValueKind.Date),
        ["context_window"] = new(Property.ContextWindow, ValueKind.Tokens),
        ["max_input"] = new(Property.MaxInput, ValueKind.Tokens),
        ["max_output"] = new(Property.MaxOutput, ValueKind.Tokens),
        ["modalities_in"] = new(Property.ModalitiesIn, ValueKind.Modalities),
        ["modalities_out"] = new(Property.ModalitiesOut, ValueKind.Modalities),
    };

    public static readonly Dictionary<string, Key> Model = new(Limits)
    {
        ["parameters_total"] = new(Property.ParametersTotal, ValueKind.Count),
        ["parameters_active"] = new(Property.ParametersActive, ValueKind.Count),
        ["architecture"] = new(Property.Architecture, ValueKind.Text),
        ["licence"] = new(Property.Licence, ValueKind.Text),
        ["weights"] = new(Property.Weights, ValueKind.Among("open", "closed")),
        ["commercial_use"] = new(Property.CommercialUse, ValueKind.Among("yes", "no", "conditions")),
        ["knowledge_cutoff"] = new(Property.KnowledgeCutoff, ValueKind.Date),
        ["vram_gb"] = new(Property.VramGb, ValueKind.Positive),
    };

    public static readonly Dictionary<string, Key> Prices = PriceKind.All.ToDictionary(k => k.Name, k => new Key(Property.Price(k), ValueKind.Price));

    public static readonly Dictionary<string, Key> Offer = new(Limits.Concat(Prices)) { ["free_tier"] = new(Property.FreeTier, ValueKind.Text) };

    public static readonly Dictionary<string, Key> Organization = About(("country", Country), ("homepage", ValueKind.Text));

    public static readonly Dictionary<string, Key> Provider = About(
        ("homepage", ValueKind.Text), ("docs", ValueKind.Text), ("pricing", ValueKind.Text), ("api_base", ValueKind.Text),
        ("protocol", ValueKind.Among("openai-chat", "openai-responses", "anthropic", "gemini", "ollama", "bedrock", "vertex", "local")),
        ("key_env", ValueKind.Text), ("organization", OrganizationId), ("kind", ValueKind.Among("first-party", "cloud", "inference", "router")), ("country", Country));

    public static readonly Dictionary<string, Key> OfBenchmark = About(
        ("metric", ValueKind.Text), ("unit", Unit), ("higher_is_better", ValueKind.Among("yes", "no")), ("homepage", ValueKind.Text), ("about", ValueKind.Text),
        ("caveats", ValueKind.Text));

    /// <summary>Of a benchmark result; <c>value</c> may be in the long form.</summary>
    public static readonly Dictionary<string, ValueKind> Result = new()
    {
        ["benchmark"] = Benchmark, ["value"] = ValueKind.Number, ["unit"] = Unit, ["metric"] = ValueKind.Text, ["version"] = ValueKind.Text,
        ["settings"] = ValueKind.Text, ["category"] = ValueKind.Text, ["n"] = ValueKind.Tokens with { Expected = $"a number of items above 0, up to {ImportLimits.Tokens}" },
        ["passed"] = Items, ["measured_by"] = ValueKind.Text, ["date"] = ValueKind.Date, ["note"] = ValueKind.Text,
        ["average_seconds"] = ValueKind.Positive, ["median_input_tokens"] = ValueKind.Positive, ["median_output_tokens"] = ValueKind.Positive, ["usd_per_task"] = ValueKind.Price,
    };

    private static ValueKind Unit => ValueKind.Among("percent", "score", "elo", "usd", "minutes", "index");

    private static ValueKind Items => new("a number of items of 0 or more", node =>
        node is YamlNode.Text text && int.TryParse(text.Value, System.Globalization.NumberStyles.None, null, out var items) && items <= ImportLimits.Tokens ? new ClaimValue.Number(items) : null);

    private static ValueKind Country => ValueKind.Named("a country of two capital letters, such as US", text => text.Length == 2 && text.All(char.IsAsciiLetterUpper));

    private static Dictionary<string, Key> About(params (string Name, ValueKind Kind)[] keys) => keys.ToDictionary(k => k.Name, k => new Key(Property.About(k.Name), k.Kind));
}
