using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.Curated;

/// <summary>One entry of <c>sources</c>: who says it, and the claims made of what it says.</summary>
internal sealed class SourceBlock
{
    private readonly CuratedFile file;

    private SourceBlock(CuratedFile file, Source source) => (this.file, Source) = (file, source);

    public Source Source { get; }

    /// <summary>Reads who says it. Where that is not clear it goes on with a stand-in, so that the faults below are told as well.</summary>
    public static SourceBlock Read(CuratedFile file, YamlNode.Map map)
    {
        const string where = "in this source";
        var publisher = file.Text(map, "publisher", where, required: true);
        var url = file.Text(map, "url", where);
        var noUrl = file.Text(map, "no_url", where);
        if (map.Find("url") is null == map.Find("no_url") is null)
            file.Fault(map.Line, $"'url' and 'no_url' are {(map.Find("url") is null ? "both missing" : "both given")} {where}; give the address, or under no_url why there is none");
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            file.Fault(map.Find("url")!.Line, $"url is '{url}'; it must begin with https:// or http://");
        var rank = file.Text(map, "rank", where, required: true) switch
        {
            "vendor" => SourceRank.Vendor, "provider" => SourceRank.Provider, "aggregator" => SourceRank.Aggregator, "community" => SourceRank.Community, _ => SourceRank.NotDecided,
        };
        if (rank is SourceRank.NotDecided && map.Find("rank") is { } given) file.Fault(given.Line, $"rank is {given.Shape}; it must be one of vendor, provider, aggregator, community");
        var asOf = Date(file, map, "as_of", required: true);
        var retrieved = Date(file, map, "retrieved", required: false);
        if (retrieved is { Precision: < 3 }) file.Fault(map.Find("retrieved")!.Line, $"retrieved is '{retrieved}'; it must be a day: 2026-07-02");

        return new(file, new() { Publisher = publisher ?? "?", Url = url, NoUrl = noUrl, Rank = rank, AsOf = asOf ?? new(1), Retrieved = retrieved?.Earliest });
    }

    private static PartialDate? Date(CuratedFile file, YamlNode.Map map, string key, bool required)
    {
        if (file.Text(map, key, "in this source", required) is not { } text) return null;
        if (PartialDate.TryParse(text, out var date) && date.Year is >= 1990 and <= 2100) return date;
        file.Fault(map.Find(key)!.Line, $"{key} is '{text}'; it must be {ValueKind.Date.Expected}");
        return null;
    }

    public Claim Add(Subject subject, Property property, Statement statement)
    {
        var claim = new Claim
        {
            Subject = subject, Property = property, Value = statement.Value, Source = Source, Quoted = statement.Quoted, Note = statement.Note,
            Unconfirmed = statement.Unconfirmed, From = statement.From ?? Source.AsOf.Earliest, To = statement.To,
        };
        if (claim.To <= claim.From) file.Fault(statement.Printed.Line, $"it holds to {claim.To:yyyy-MM-dd}, which is not after its first day, {claim.From:yyyy-MM-dd}; correct from or to");
        file.Claims.Add(claim);
        return claim;
    }

    /// <summary>Reads the entries of a map by the keys it may have; other keys are left to the caller.</summary>
    /// <param name="subject">What they say it of.</param>
    /// <param name="map">The map.</param>
    /// <param name="keys">By name.</param>
    /// <param name="rename">The property for a key, where that is not the key's own.</param>
    public void Read(Subject subject, YamlNode.Map map, Dictionary<string, Key> keys, Func<Key, string, Property>? rename = null)
    {
        foreach (var (_, name, node) in map.Entries)
            if (keys.TryGetValue(name, out var key) && Statement.Read(file, name, node, key.Kind) is { } statement) Add(subject, rename?.Invoke(key, name) ?? key.Property, statement);
    }

    /// <summary>Reads a map of its own under a key, such as <c>capabilities</c>.</summary>
    public void ReadUnder(Subject subject, YamlNode.Map parent, string name, Dictionary<string, Key> keys)
    {
        if (file.Map(parent, name) is not { } map) return;
        file.Only(map, $"in '{name}'", keys.Keys);
        Read(subject, map, keys);
    }

    /// <summary>What the list of input modalities in this block says of capabilities that the block does not state.</summary>
    public void Derive(Subject subject, YamlNode.Map map)
    {
        if (map.Find("modalities_in") is not { } node || file.Claims.FindLast(c => c.Subject == subject && c.Property == Property.ModalitiesIn && ReferenceEquals(c.Source, Source)) is not { Value: ClaimValue.Set } listed) return;
        if (node is YamlNode.Map longForm) node = longForm.Find("value")!;
        var printed = ((YamlNode.List)node).Items.Select(i => ((YamlNode.Text)i).Value).ToArray();
        var capabilities = map.Find("capabilities") as YamlNode.Map;
        file.Claims.AddRange(ModalityCapabilities.Derive(listed, "modalities_in", printed, c => capabilities?.Find(c.Name) is not null).ToArray());
    }
}
