namespace Assay.Catalog;

/// <summary>The claims on one thing, looked up by property.</summary>
internal sealed class ClaimGroup(List<Claim> claims)
{
    public static ClaimGroup Empty { get; } = new([]);

    public IReadOnlyList<Claim> All => claims;

    /// <summary>As <see cref="All"/>, walked without an enumerator on the heap.</summary>
    public ReadOnlySpan<Claim> Span => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(claims);

    // A thing has some fifteen claims: walking them, twice where there are several, is faster than a dictionary for each of thousands of offers.
    public Claim[] On(Property property)
    {
        var count = 0;
        Claim? first = null;
        foreach (var claim in Span)
        {
            if (claim.Property != property) continue;
            first ??= claim;
            count++;
        }
        if (count < 2) return first is null ? [] : [first];
        var several = new Claim[count];
        count = 0;
        foreach (var claim in Span)
            if (claim.Property == property) several[count++] = claim;
        return several;
    }

    public bool Has(Property property)
    {
        foreach (var claim in Span)
            if (claim.Property == property) return true;
        return false;
    }

    public Fact<T> Fact<T>(Property property, Func<ClaimValue, T> read) where T : notnull => FactResolver.ResolveHere(On(property), read);

    /// <summary>Names and families are ours to give: where the curated catalogue gives one, other people's do not dispute it.</summary>
    public Fact<string> Identity(Property property)
    {
        var all = On(property);
        Claim[] ours = [.. all.Where(c => c.Source.Publisher == Source.Catalogue)];
        return FactResolver.Resolve(ours.Length > 0 ? ours : all, FactResolver.Text);
    }

    public string? Text(Property property) => Identity(property).TryGet(out var text) ? text : null;

    public Lifecycle Lifecycle() => !claims.Exists(c => c.Property.Name.StartsWith("lifecycle.", StringComparison.Ordinal)) ? Catalog.Lifecycle.NothingSaid : new()
    {
        Status = Fact(Property.LifecycleStatus, FactResolver.Text),
        Deprecated = Fact(Property.Deprecated, FactResolver.Date),
        Retires = Fact(Property.Retires, FactResolver.Date),
        Successor = Fact(Property.Successor, FactResolver.Text),
    };

    public IReadOnlyDictionary<string, Fact<string>> About()
    {
        var about = new Dictionary<string, Fact<string>>(StringComparer.Ordinal);
        foreach (var property in claims.Where(c => c.Property.Name.StartsWith("about.", StringComparison.Ordinal)).Select(c => c.Property).Distinct())
            about[property.Name["about.".Length..]] = Fact(property, FactResolver.Text);
        return about;
    }
}
