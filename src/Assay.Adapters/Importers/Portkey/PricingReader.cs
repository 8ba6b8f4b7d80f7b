using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Catalog;

namespace Assay.Adapters.Importers.Portkey;

/// <summary>
/// Reads one file of prices. An id that ends in <c>-lte-128k</c> or <c>-gt-128k</c> is half of a model's price list: the part for
/// requests up to a length, and the part above it.
/// </summary>
internal sealed partial class PricingReader(ImportLog log)
{
    private readonly Dictionary<string, EntryReader> offers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> splits = new(StringComparer.Ordinal);

    public void Read(string provider, List<Model> models)
    {
        offers.Clear();
        splits.Clear();
        // A plain id goes before the halves of a split one.
        foreach (var model in models.OrderBy(m => Split().IsMatch(m.Id))) Entry(provider, model);
        foreach (var (id, offer) in offers)
        {
            if (offer.Say(forgetEmptyTiers: splits.ContainsKey(id))) continue;
            log.Refuse($"offer {provider}/{id}", offer.Path, id, "an entry without prices that can be used", "at least one price");
        }
    }

    private void Entry(string provider, Model model)
    {
        var (id, above) = (model.Id, (long?)null);
        if (Split().Match(model.Id) is { Success: true } split)
        {
            id = split.Groups["id"].Value;
            if (split.Groups["half"].Value == "gt") above = int.Parse(split.Groups["k"].Value, CultureInfo.InvariantCulture) * 1000L;
            if (splits.TryAdd(id, split.Groups["k"].Value) || splits[id] == split.Groups["k"].Value) log.Note("an id with a length at its end is a part of the price list of the id without it", model.Path);
            else
            {
                log.Refuse($"offer {provider}/{id}", model.Path, model.Id, "a second split of one price list by another length; the first one counts", $"{id}, split at {splits[id]}k");
                return;
            }
        }
        if (!offers.TryGetValue(id, out var offer)) offers[id] = offer = new(log, $"{provider}/{id}", id, model.Path);
        offer.Read(model.Entry, model.Path, above);
    }

    [GeneratedRegex(@"^(?<id>.+)-(?<half>lte|gt)-(?<k>[1-9][0-9]{0,4})k\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Split();
}
