using System.Collections.Frozen;

namespace Assay.Catalog.Identity;

/// <summary>What is publicly known of a family of models and bears on how its names are read.</summary>
[Flags]
internal enum FamilyTraits
{
    None = 0,

    /// <summary>Weights are published: others serve, quantise and tune them.</summary>
    Open = 1,

    /// <summary>A size only restates the name. Elsewhere it tells models apart.</summary>
    Unsized = 2,

    /// <summary>The name without a word for chat is that of the base weights.</summary>
    BareBase = 4,

    /// <summary>Four digits for a month or a day are part of a model's name, not a snapshot of it.</summary>
    Dated = 8,

    /// <summary>Turbo and fast are products of its maker, not a provider's class of service.</summary>
    OwnTiers = 16,

    /// <summary>Preview is part of a model's name.</summary>
    OwnPreviews = 32,
}

/// <param name="Name">The word that stands for it in canonical names.</param>
/// <param name="Organization">Id of the maker.</param>
/// <param name="Rank">Of two families named, the one with the lower rank is served: what is built on Llama is named after Llama too.</param>
internal sealed record Family(string Name, string Organization, FamilyTraits Traits, int Rank)
{
    /// <summary>Versions that have a build published under the name "thinking"; <c>*</c> for all. Elsewhere it is a mode.</summary>
    public string Thinks { get; init; } = "";

    public bool Has(FamilyTraits trait) => (Traits & trait) != FamilyTraits.None;

    public bool PublishesThinking(IReadOnlyList<string> versions) =>
        Thinks == "*" || (Thinks.Length > 0 && (versions.Count == 0 ? Thinks.Contains('-') : Thinks.Split(' ').Contains(versions[0])));

    public static FrozenDictionary<string, Family> ByWord { get; } = FamilyTable.Read();

    // Longest first: of gpt and gpt-oss the whole name is meant.
    private static readonly FrozenDictionary<char, string[]> Prefixes = ByWord.Keys.Where(w => w.Length > 2 || w is "yi" or "hy")
        .OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).GroupBy(w => w[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The family whose word begins the text, before something else, or null.</summary>
    public static string? PrefixOf(string text)
    {
        if (!Prefixes.TryGetValue(text[0], out var candidates)) return null;
        foreach (var word in candidates)
            if (text.Length > word.Length && text.StartsWith(word, StringComparison.Ordinal)) return word;
        return null;
    }
}
