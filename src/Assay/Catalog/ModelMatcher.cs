namespace Assay.Catalog;

/// <summary>Which model an offer serves, and how that is known.</summary>
/// <param name="ModelId">Canonical id.</param>
/// <param name="Reason">One sentence for the reader.</param>
/// <param name="Kind">How the decision was reached.</param>
public sealed record MatchDecision(string ModelId, MatchKind Kind, string Reason);

public enum MatchKind
{
    NotDecided = 0,

    /// <summary>A source says which model it is.</summary>
    Stated = 1,

    /// <summary>The name is the id, or an alias, of exactly one model of the catalogue.</summary>
    Named = 2,

    /// <summary>No model of the catalogue has that name: the offer's own name is taken as the model's.</summary>
    OwnName = 3,
}

/// <summary>
/// Matches offers to models by exact names alone: letter case and the choice of <c>. _ -</c> are passed over, nothing else.
/// Two names that might be one model stay two models: a wrong merge would show one model's price as another's.
/// </summary>
public sealed class ModelMatcher
{
    private readonly Dictionary<string, string?> byFullName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> byLastName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> organizationOfProvider;

    /// <param name="models">Canonical ids with the other names each is known by.</param>
    /// <param name="organizationOfProvider">Of providers that serve their own models first: provider id → organization id.</param>
    public ModelMatcher(IEnumerable<(string Id, IEnumerable<string> Aliases)> models, IReadOnlyDictionary<string, string> organizationOfProvider)
    {
        this.organizationOfProvider = new(organizationOfProvider, StringComparer.Ordinal);
        foreach (var (id, aliases) in models)
        {
            AddName(id, id);
            foreach (var alias in aliases) AddName(alias, id);
        }
    }

    private void AddName(string name, string id)
    {
        Add(byFullName, Normal(name), id);
        Add(byLastName, LastName(name), id);
    }

    // Null marks a name that several models share: it decides nothing.
    private static void Add(Dictionary<string, string?> names, string name, string id) =>
        names[name] = names.TryGetValue(name, out var other) && other != id ? null : id;

    public MatchDecision Match(OfferId offer)
    {
        var name = WithoutRoutePrefix(offer.ModelAtProvider);
        if (name.Contains('/', StringComparison.Ordinal) && Find(byFullName, Normal(name)) is { } full)
            return new(full, MatchKind.Named, $"the provider's name {offer.ModelAtProvider} is the id or an alias of {full}");
        if (organizationOfProvider.TryGetValue(offer.Provider, out var organization) && Find(byFullName, Normal($"{organization}/{name}")) is { } own)
            return new(own, MatchKind.Named, $"{offer.Provider} serves the models of {organization} under their own names");
        if (Find(byLastName, LastName(name)) is { } last)
            return new(last, MatchKind.Named, $"{last} is the only model of the catalogue with the name {LastName(name)}");
        var fallback = OwnId(offer, name);
        return new(fallback, MatchKind.OwnName, $"no model of the catalogue is named {offer.ModelAtProvider}; taken as a model of its own");
    }

    private static string? Find(Dictionary<string, string?> names, string name) => names.GetValueOrDefault(name);

    private string OwnId(OfferId offer, string name)
    {
        var slash = name.LastIndexOf('/');
        var maker = slash > 0 ? name[..slash] : organizationOfProvider.GetValueOrDefault(offer.Provider, offer.Provider);
        return $"{PathPart(maker)}/{PathPart(name[(slash + 1)..])}";
    }

    /// <summary>Provider ids with a route in front: <c>workers-ai/@cf/google/x</c>, <c>accounts/fireworks/models/x</c>.</summary>
    private static string WithoutRoutePrefix(string name)
    {
        var at = name.IndexOf("@cf/", StringComparison.Ordinal);
        if (at >= 0) return name[(at + 4)..];
        var models = name.IndexOf("/models/", StringComparison.Ordinal);
        return models >= 0 ? name[(models + 8)..] : name;
    }

    private static string LastName(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..];
        // Cloud ids put the maker before a dot: google.gemma-3-12b-it. A version's dot has a digit on its left.
        var dot = last.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && dot + 1 < last.Length && last[..dot].All(char.IsAsciiLetter) && char.IsAsciiLetter(last[dot + 1])) last = last[(dot + 1)..];
        return Normal(last);
    }

    private static string Normal(string name) => string.Create(name.Length, name, static (span, text) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = text[i] is '.' or '_' ? '-' : char.ToLowerInvariant(text[i]);
    });

    /// <summary>One segment of a canonical id: lower case, and only what a path may hold.</summary>
    public static string PathPart(string text)
    {
        var part = string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = char.ToLowerInvariant(from[i]);
                span[i] = char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-';
            }
        }).Trim('-');
        return part.Length == 0 ? "unnamed" : part;
    }
}
