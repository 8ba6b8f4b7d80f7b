namespace Assay.Catalog.Identity;

/// <summary>Which model an offer serves, in what form, and the evidence for it.</summary>
/// <param name="ModelId">Canonical id; null exactly when no single model may be named.</param>
/// <param name="Kind">In what form it serves the model, or why no model is named.</param>
/// <param name="Release">The snapshot, as the provider writes it, where id or date fixes one of a marketed version.</param>
/// <param name="Reason">One sentence made of the evidence used.</param>
public sealed record MatchDecision(string? ModelId, MatchKind Kind, string? Release, string Reason)
{
    public MatchGroup Group => Kind.Group();

    /// <summary>The reviewed overrule that stands in place of what the names say, or null.</summary>
    public Overrule? Overruled { get; init; }

    /// <summary>The name alone decides nothing: another's statement may.</summary>
    internal bool TellsNothing { get; init; }

    /// <summary>Serves the model itself: counted as a route to it. A variant is shown apart, and its price is not the model's.</summary>
    public bool IsRoute => Group is MatchGroup.Exact;
}

/// <summary>How far an offer is the model it names.</summary>
public enum MatchGroup
{
    /// <summary>No single model may be assigned.</summary>
    None = 0,

    /// <summary>The offer serves this model.</summary>
    Exact = 1,

    /// <summary>It serves it changed or wrapped.</summary>
    Variant = 2,
}

/// <summary>In what form an offer serves its model; the first group is exact, the second variant, the third none.</summary>
public enum MatchKind
{
    /// <summary>The model, by its plain name.</summary>
    Plain = 0,

    /// <summary>The id carries the release.</summary>
    Dated,
    Region,
    Free,

    /// <summary>Served inside a trusted execution environment.</summary>
    Tee,

    /// <summary>A name whose meaning moves, resolved by the offer's own figures.</summary>
    Alias,

    /// <summary>A build beside the default one, or a preview of it.</summary>
    Snapshot,

    Quant,

    /// <summary>Another class of service: turbo, flex, a coding plan.</summary>
    Tier,

    /// <summary>Thinking or effort switched by the name.</summary>
    Mode,
    Finetune,

    /// <summary>A product around the model.</summary>
    Wrapper,
    Lora,

    /// <summary>Another length of context.</summary>
    Context,

    Router,
    Ambiguous,
    MovingAlias,
    Unknown,
    NonModel,
}

public static class MatchKinds
{
    public static MatchGroup Group(this MatchKind kind) => kind switch
    {
        <= MatchKind.Snapshot => MatchGroup.Exact,
        <= MatchKind.Context => MatchGroup.Variant,
        _ => MatchGroup.None,
    };

    /// <summary>As written in files and JSON: <c>moving_alias</c>; the plain kind is empty.</summary>
    public static string Text(this MatchKind kind) => kind switch
    {
        MatchKind.Plain => "",
        MatchKind.MovingAlias => "moving_alias",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string Text(this MatchGroup group) => group.ToString().ToLowerInvariant();

    /// <summary>The kind that <see cref="Text(MatchKind)"/> writes so, or null.</summary>
    public static MatchKind? Find(string text)
    {
        foreach (var kind in Enum.GetValues<MatchKind>())
            if (kind.Text() == text) return kind;
        return null;
    }
}
