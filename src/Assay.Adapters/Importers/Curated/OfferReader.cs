using System.Globalization;
using Assay.Catalog;

namespace Assay.Adapters.Importers.Curated;

/// <summary>Reads what a source says of offers of the model of its file.</summary>
internal sealed class OfferReader(CuratedFile file, CuratedIds ids)
{
    private static readonly string[] Own = ["tiers", "capabilities", "lifecycle"];
    private static readonly string[] Allowed = [.. Vocabulary.Offer.Keys, .. Own];
    private static readonly string[] TierKeys = ["above", .. Vocabulary.Prices.Keys];

    public void Read(SourceBlock block, YamlNode.Map offers)
    {
        foreach (var (line, key, node) in offers.Entries)
        {
            if (!CheckId(line, key)) continue;
            if (node is not YamlNode.Map map)
            {
                file.Fault(node.Line, $"offer '{key}' is {node.Shape}; it must be a map of prices and limits");
                continue;
            }
            file.Only(map, "of an offer", Allowed);
            Read(block, Subject.Offer(OfferId.Parse(key).ToString()), map);
        }
    }

    private void Read(SourceBlock block, Subject offer, YamlNode.Map map)
    {
        block.Add(offer, Property.Serves, new(new ClaimValue.Words(file.Subject.Id), map));
        block.Read(offer, map, Vocabulary.Offer);
        block.ReadUnder(offer, map, "capabilities", Vocabulary.Capabilities);
        block.ReadUnder(offer, map, "lifecycle", Vocabulary.Lifecycle);
        block.Derive(offer, map);
        foreach (var tier in file.List(map, "tiers")) ReadTier(block, offer, tier);

        var capabilities = map.Find("capabilities") as YamlNode.Map;
        Imply(block, offer, Property.Price(PriceKind.CacheRead), "cache_read", Capability.PromptCaching, capabilities);
        Imply(block, offer, Property.Price(PriceKind.BatchInput), "batch_input", Capability.Batch, capabilities);
    }

    private void ReadTier(SourceBlock block, Subject offer, YamlNode node)
    {
        if (node is not YamlNode.Map tier)
        {
            file.Fault(node.Line, $"a tier is {node.Shape}; it must be a map: {{ above: 200000, input: …, output: … }}");
            return;
        }
        file.Only(tier, "of a tier", TierKeys);
        if (tier.Find("above") is not { } above || ValueKind.Tokens.Read(above) is not ClaimValue.Number number)
        {
            file.Fault(tier.Line, $"a tier needs 'above', {ValueKind.Tokens.Expected}: the prices are for requests of more input tokens than that");
            return;
        }
        block.Read(offer, tier, Vocabulary.Prices, (_, name) => Property.Price(PriceKind.Find(name)!, (long)number.Value));
    }

    /// <summary>Who prints a price for cached input offers prompt caching.</summary>
    private void Imply(SourceBlock block, Subject offer, Property price, string key, Capability capability, YamlNode.Map? capabilities)
    {
        if (capabilities?.Find(capability.Name) is not null) return;
        var printed = file.Claims.FindLast(c => c.Subject == offer && c.Property == price && ReferenceEquals(c.Source, block.Source));
        if (printed is not { Value: ClaimValue.Number number }) return;
        file.Claims.Add(printed with { Property = capability.Property, Value = ClaimValue.Yes, Quoted = $"{key}: {number.Value.ToString(CultureInfo.InvariantCulture)}", Note = null });
    }

    private bool CheckId(int line, string key)
    {
        OfferId id;
        try
        {
            id = OfferId.Parse(key);
        }
        catch (FormatException e)
        {
            file.Fault(line, e.Message);
            return false;
        }
        if (!ids.Providers.Contains(id.Provider)) file.Fault(line, $"unknown provider '{id.Provider}' in offer '{key}'; add providers/{id.Provider}.yaml, or correct the name");
        if (id.Qualifiers.Length > 0 && !id.Qualifiers.Split('&').All(q => q.Split('=') is [var name, { Length: > 0 }] && CuratedIds.IsId(name)))
            file.Fault(line, $"'#{id.Qualifiers}' of offer '{key}' is not read; write #region=eu, #tier=flex, or #region=eu&tier=flex");
        return true;
    }
}
