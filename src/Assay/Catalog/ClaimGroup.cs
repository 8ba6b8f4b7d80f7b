namespace Assay.Catalog;

/// <summary>The claims on one thing, looked up by property.</summary>
internal sealed class ClaimGroup(List<Claim> claims)
{
    public static ClaimGroup Empty { get; } = new([]);

    public IReadOnlyList<Claim> All => claims;

    // A thing has some fifteen claims: walking them is faster than a dictionary for each of thousands of offers.
    public IReadOnlyList<Claim> On(Property property)
    {
        Claim? single = null;
        List<Claim>? several = null;
        foreach (var claim in claims)
        {
            if (claim.Property != property) continue;
            if (single is null) single = claim;
            else (several ??= [single]).Add(claim);
        }
        return several ?? (single is null ? [] : [single]);
    }

    public Fact<T> Fact<T>(Property property, Func<ClaimValue, T> read) where T : notnull => FactResolver.Resolve(On(property), read);

    /// <summary>Names and families are ours to give: where the curated catalogue gives one, other people's do not dispute it.</summary>
    public Fact<string> Identity(Property property)
    {
        var all = On(property);
        Claim[] ours = [.. all.Where(c => c.Source.Publisher == Source.Catalogue)];
        return FactResolver.Resolve(ours.Length > 0 ? ours : all, FactResolver.Text);
    }

    public string? Text(Property property) => Identity(property).TryGet(out var text) ? text : null;

    public Lifecycle Lifecycle() => new()
    {
        Status = Fact(Property.LifecycleStatus, FactResolver.Text),
        Deprecated = Fact(Property.Deprecated, FactResolver.Date),
        Retires = Fact(Property.Retires, FactResolver.Date),
        Successor = Fact(Property.Successor, FactResolver.Text),
    };

    public IReadOnlyDictionary<string, Fact<string>> About()
    {
        var about = new Dictionary<string, Fact<string>>(StringComparer.Ordinal);
        foreach (var property in claims.Select(c => c.Property).Distinct())
            if (property.Name.StartsWith("about.", StringComparison.Ordinal)) about[property.Name["about.".Length..]] = Fact(property, FactResolver.Text);
        return about;
    }
}
