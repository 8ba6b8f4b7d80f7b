namespace Assay.Catalog;

/// <summary>
/// Names what a claim says something about. An open vocabulary: the known names are the members below, capabilities are
/// <c>capability.vision</c>, prices are <c>price.input</c>, with a <see cref="PriceCondition.Suffix"/> behind it where only some requests pay it.
/// </summary>
public readonly record struct Property(string Name)
{
    public static readonly Property DisplayName = new("name");
    public static readonly Property Organization = new("organization");
    public static readonly Property Family = new("family");
    public static readonly Property Alias = new("alias");
    public static readonly Property Released = new("released");
    public static readonly Property ContextWindow = new("context_window");
    public static readonly Property MaxInput = new("max_input");
    public static readonly Property MaxOutput = new("max_output");

    /// <summary>On an offer: whether it takes PDF files, where a source says so apart from the list of modalities.</summary>
    public static readonly Property PdfInput = new("pdf_input");
    public static readonly Property ParametersTotal = new("parameters_total");
    public static readonly Property ParametersActive = new("parameters_active");
    public static readonly Property Architecture = new("architecture");
    public static readonly Property ModalitiesIn = new("modalities_in");
    public static readonly Property ModalitiesOut = new("modalities_out");
    public static readonly Property Licence = new("licence");
    public static readonly Property Weights = new("weights");
    public static readonly Property CommercialUse = new("commercial_use");
    public static readonly Property KnowledgeCutoff = new("knowledge_cutoff");
    public static readonly Property VramGb = new("vram_gb");
    public static readonly Property ClaimOfRank = new("claim_of_rank");
    public static readonly Property LifecycleStatus = new("lifecycle.status");
    public static readonly Property Deprecated = new("lifecycle.deprecated");
    public static readonly Property Retires = new("lifecycle.retires");
    public static readonly Property Successor = new("lifecycle.successor");
    public static readonly Property FreeTier = new("free_tier");

    /// <summary>On an offer: the model it serves, where the source itself says so.</summary>
    public static readonly Property Serves = new("serves");

    /// <summary>On an offer that is a row of a price list: the rule, JSON, by which the list says which ids the row prices (<see cref="MatchRules.MatchRule"/>).</summary>
    public static readonly Property MatchRule = new("match_rule");

    /// <summary>On an offer: the model that a reviewed decision gives it; not applicable where it may be given none. The note says why.</summary>
    public static readonly Property OverruledModel = new("identity.model");

    /// <summary>On an offer: the kind that the reviewed decision gives it.</summary>
    public static readonly Property OverruledKind = new("identity.kind");

    /// <summary>A benchmark result of a model.</summary>
    public static readonly Property Result = new("result");

    /// <summary>A price of any kind and condition.</summary>
    public bool IsPrice => Name.StartsWith("price.", StringComparison.Ordinal);

    public static Property Capability(Capability capability) => capability.Property;
    public static Property Task(string task) => new("task." + task);
    public static Property Price(PriceKind kind, PriceCondition when = default) => new($"price.{kind.Name}{when.Suffix}");
    public static Property Price(PriceKind kind, long above) => Price(kind, new PriceCondition(above));

    /// <summary>Facts of organizations, providers and benchmarks: <c>homepage</c>, <c>country</c>, <c>api_base</c> and the like.</summary>
    public static Property About(string key) => new("about." + key);

    public override string ToString() => Name;
}
