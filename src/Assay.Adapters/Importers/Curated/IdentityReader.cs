using System.Globalization;
using Assay.Catalog;
using Assay.Catalog.Identity;

namespace Assay.Adapters.Importers.Curated;

/// <summary>
/// Reads <c>identity.yaml</c>: reviewed decisions on single offers, each with a reason and a date, that stand in place of what the matcher
/// reads from the names.
/// </summary>
internal sealed class IdentityReader(CuratedFile file)
{
    public const string FileName = "identity.yaml";

    private static readonly string[] Keys = ["model", "kind", "reason", "date"];
    private static readonly string[] Kinds = [.. Enum.GetValues<MatchKind>().Select(k => k is MatchKind.Plain ? "plain" : k.Text())];

    public void Read()
    {
        if (file.Root is not { } root) return;
        file.Only(root, "at the top", ["offers"]);
        if (file.Map(root, "offers") is not { } offers)
        {
            if (root.Find("offers") is null) file.Fault(root.Line, "'offers' is missing; the file is a map of offers under it");
            return;
        }
        foreach (var (line, key, node) in offers.Entries)
        {
            if (node is YamlNode.Map map) Read(line, key, map);
            else file.Fault(node.Line, $"the decision on '{key}' is {node.Shape}; it must be a map of {string.Join(", ", Keys)}");
        }
    }

    private void Read(int line, string key, YamlNode.Map map)
    {
        var where = $"in the decision on '{key}'";
        file.Only(map, where, Keys);
        var (model, kindText, reason) = (file.Text(map, "model", where, required: true), file.Text(map, "kind", where, required: true), file.Text(map, "reason", where, required: true));
        var date = ReadDate(map, where);
        if (!IsOffer(line, key) || model is null || kindText is null || reason is null || date is not { } day) return;
        if (MatchKinds.Find(kindText == "plain" ? "" : kindText) is not { } kind)
        {
            file.Fault(map.Find("kind")!.Line, $"kind is '{kindText}' {where}; it must be one of {string.Join(", ", Kinds)}");
            return;
        }
        var none = model == "none";
        if (!none && !CuratedIds.IsModelId(model)) file.Fault(map.Find("model")!.Line, $"model is '{model}' {where}; write organization/model, or none");
        else if (none != kind.Group() is MatchGroup.None)
            file.Fault(map.Find("kind")!.Line, $"kind '{kindText}' does not go with model '{model}' {where}; with none it is one of {string.Join(", ", Kinds.Where(k => MatchKinds.Find(k)?.Group() is MatchGroup.None))}, and with a model one of the others");
        else Add(key, none ? new ClaimValue.NotApplicable() : new ClaimValue.Words(model), kind, reason, day);
    }

    private void Add(string offer, ClaimValue model, MatchKind kind, string reason, DateOnly day)
    {
        var source = new Source { Publisher = Source.Catalogue, Url = null, NoUrl = "a reviewed decision of the catalogue", Rank = SourceRank.Aggregator, AsOf = Units.PartialDate.From(day) };
        var subject = Subject.Offer(OfferId.Parse(offer).ToString());
        // It is about a name, not about a time: a past day is read with what is known now.
        var claim = new Claim { Subject = subject, Property = Property.OverruledModel, Value = model, Source = source, Note = reason, From = DateOnly.MinValue };
        file.Claims.Add(claim);
        file.Claims.Add(claim with { Property = Property.OverruledKind, Value = new ClaimValue.Words(kind.Text()) });
    }

    private bool IsOffer(int line, string key)
    {
        try
        {
            _ = OfferId.Parse(key);
            return true;
        }
        catch (FormatException e)
        {
            file.Fault(line, e.Message);
            return false;
        }
    }

    private DateOnly? ReadDate(YamlNode.Map map, string where)
    {
        if (file.Text(map, "date", where, required: true) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && ImportLimits.IsYear(day.Year)) return day;
        file.Fault(map.Find("date")!.Line, $"date is '{text}' {where}; it must be a day: 2026-07-02");
        return null;
    }
}
