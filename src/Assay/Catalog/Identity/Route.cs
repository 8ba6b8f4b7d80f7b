namespace Assay.Catalog.Identity;

/// <summary>
/// A provider's model id without the way to it: <c>bedrock/us-west-2/moonshotai.kimi-k2-thinking</c> is <c>kimi-k2-thinking</c> of
/// moonshotai, by a region. What the way says is kept.
/// </summary>
internal sealed record Route
{
    /// <summary>The model's name, lower case.</summary>
    public required string Name { get; init; }

    /// <summary>The organisation the way names, as this catalogue writes it; of several the one nearest to the name.</summary>
    public string? Maker { get; init; }

    /// <summary>Whoever stands before the name without being a known organisation: often a person who tunes or repacks.</summary>
    public string? Uploader { get; init; }

    public string? Region { get; init; }

    /// <summary>The region is a prefix of the name itself, as clouds write inference profiles.</summary>
    public bool RegionInName { get; init; }

    /// <summary>What the way says of the form of service, such as TEE or a commitment.</summary>
    public IReadOnlyList<(MatchKind Kind, string Word)> Notes { get; init; } = [];

    /// <summary>Words of the way, for those who look for routers and things that are no models.</summary>
    public required IReadOnlyList<string> Way { get; init; }

    /// <summary>A leading <c>~</c>, or <c>@latest</c>: the name is meant to move.</summary>
    public bool Moves { get; init; }

    public static Route Read(string provider, string id)
    {
        var text = id.Trim().ToLowerInvariant();
        var moves = text.StartsWith('~');
        if (moves) text = text[1..];
        var notes = new List<(MatchKind, string)>();
        if (text.StartsWith("ft:", StringComparison.Ordinal))
        {
            notes.Add((MatchKind.Finetune, "ft:"));
            text = text[3..];
        }
        if (text.StartsWith("hf:", StringComparison.Ordinal)) text = text[3..];

        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = segments.Length == 0 ? text : segments[^1];
        string? maker = null, uploader = null, region = null;
        for (var i = 0; i < segments.Length - 1; i++)
        {
            var segment = segments[i].Replace("hf:", "", StringComparison.Ordinal);
            if (IsRegion(segment)) region = segment;
            else if (segment == "tee") notes.Add((MatchKind.Tee, segment));
            else if (IsForm(segment)) { }
            else if (segment == "pro") notes.Add((MatchKind.Tier, "Pro/"));
            else if (segment.Contains("commitment", StringComparison.Ordinal)) notes.Add((MatchKind.Tier, segment));
            else if (IsHost(segment, provider)) { }
            else if (Makers.Find(segment) is { } known) (maker, uploader) = (known, null);
            else (maker, uploader) = (null, segment);
        }
        var regionInName = false;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && IsRegion(name[..dot]))
        {
            (region, regionInName) = (name[..dot], true);
            name = name[(dot + 1)..];
            dot = name.IndexOf('.', StringComparison.Ordinal);
        }
        if (dot > 0 && Makers.Find(name[..dot]) is { } prefix)
        {
            maker = prefix;
            name = name[(dot + 1)..];
        }
        return new()
        {
            Name = name,
            Maker = maker,
            Uploader = maker is null ? uploader : null,
            Region = region,
            RegionInName = regionInName,
            Notes = notes,
            Way = segments,
            Moves = moves,
        };
    }

    private static bool IsRegion(string text) =>
        text is "us" or "eu" or "apac" or "au" or "jp" or "ca" or "uk" or "global" or "us-gov" or "global-standard" or "data-zone"
        || (text.Length > 6 && char.IsAsciiDigit(text[^1]) && text.Count(c => c == '-') >= 2 && text[..3] is "us-" or "eu-" or "ap-" or "sa-" or "ca-" or "me-" or "af-");

    // 1024-x-1024, 50-steps, hd: what is made of a request, not by whom.
    private static bool IsForm(string segment) =>
        segment is "hd" or "standard" or "low" or "medium" or "high" or "max-x-max" || segment.Contains("-x-", StringComparison.Ordinal) || segment.EndsWith("-steps", StringComparison.Ordinal);

    /// <summary>Whoever serves, and words of the service's own paths: they do not say who made the model.</summary>
    private static bool IsHost(string segment, string provider) =>
        segment is "@cf" or "@hf" or "workers-ai" or "accounts" or "models" or "routers" or "fireworks" or "route" or "chat-completion" or "completion" or "*" or "openrouter" or "public"
            or "cerebras" or "groq" or "novita" or "baseten" or "together" or "featherless-ai" or "featherless_ai" or "deepinfra" or "chat" or "cortecs" or "neuralmagic" or "unsloth" or "redhatai"
            or "thebloke" or "lmstudio-community" or "invoke" or "stealth" or "vercel" or "main" or "azure" or "chutesai" or "nanogpt" or "preset" or "poetools"
        || segment.Contains("ai_gateway", StringComparison.Ordinal)
        || (segment.Equals(provider, StringComparison.OrdinalIgnoreCase) && Makers.Find(segment) is null)
        || segment is "fireworks_ai" or "together_ai" or "azure_ai" or "bedrock" or "bedrock_mantle" or "vertex_ai" or "watsonx" or "sagemaker" or "replicate" or "ollama" or "anyscale" or "lemonade"
            or "github_copilot" or "scaleway" or "tensormesh" or "hyperbolic" or "lambda_ai" or "nscale" or "sambanova" or "snowflake" or "oci" or "wandb" or "gmi" or "publicai" or "friendliai"
            or "databricks" or "heroku" or "libertai" or "crusoe" or "ovhcloud" or "nebius" or "llamagate" or "gradient_ai" or "cloudflare" or "darkbloom" or "aiml" or "palm";
}
