using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.Portkey;

/// <summary>Reads the parts of one <c>pricing_config</c>, each price an object { price }.</summary>
/// <param name="thing">The model.</param>
/// <param name="of">The offer of some more qualifiers: images by quality and size are offers of their own.</param>
/// <param name="when">Which requests pay these prices.</param>
internal sealed class ConfigReader(JsonThing thing, Func<string, OfferPrices> of, PriceCondition when)
{
    private const string NoKind = "no kind of price in the catalogue stands for it";
    private const string CentsNote = "the source's prices are US cents";
    private const string Listed = "the units that docs/importers/portkey.md lists";

    public void Part(string at, string key, JsonElement value, bool batch)
    {
        switch (key)
        {
            case "pay_as_you_go": List(at, value, batch); break;
            case "batch_config": List(at, value, batch: true); break;
            case "fixed_cost": Fixed(at, value); break;
            case "finetune_config": Training(at, value); break;
            case "currency": break;
            case "calculate": thing.NotCompared(key); break;
            default: thing.Unknown(key); break;
        }
    }

    private void List(string at, JsonElement list, bool batch)
    {
        if (!thing.IsObject(at, list)) return;
        foreach (var (key, value) in thing.Members(list, at + "."))
        {
            var where = $"{at}.{key}";
            if (key == "additional_units") Additional(where, value, batch);
            else if (key == "image") Images(where, value);
            else if (Unit.Of(key, batch) is { } unit) Price(where, value, unit);
            else thing.Refuse(where, value, NoKind, Listed);
        }
    }

    private void Additional(string at, JsonElement units, bool batch)
    {
        if (!thing.IsObject(at, units)) return;
        const string video = "video_duration_seconds_";
        foreach (var (key, value) in thing.Members(units, at + "."))
        {
            var where = $"{at}.{key}";
            if (key.StartsWith("default_", StringComparison.Ordinal)) thing.NotCompared(key);
            else if (!batch && key.StartsWith(video, StringComparison.Ordinal) && Size(key[video.Length..].Replace('_', 'x')) is { } size) Price(where, value, Unit.Video, size);
            else if (Unit.Of(key, batch) is { } unit) Price(where, value, unit);
            else thing.Refuse(where, value, NoKind, Listed);
        }
    }

    /// <summary>By quality and size; <c>default</c> is the model without a setting.</summary>
    private void Images(string at, JsonElement qualities)
    {
        if (!thing.IsObject(at, qualities)) return;
        foreach (var (quality, sizes) in thing.Members(qualities, at + "."))
        {
            if (!thing.IsObject($"{at}.{quality}", sizes)) continue;
            foreach (var (size, value) in thing.Members(sizes, $"{at}.{quality}."))
            {
                var where = $"{at}.{quality}.{size}";
                if ((quality == "default" || quality.All(char.IsAsciiLetterOrDigit)) && (size == "default" || Size(size) is not null))
                    Price(where, value, Unit.Image, (quality == "default" ? "" : $"quality={quality}") + (quality == "default" || size == "default" ? "" : "&") + (size == "default" ? "" : Size(size)));
                else thing.Refuse(where, value, "a setting of images that cannot be part of an offer's name", "a word for the quality, 1024x1024 for the size");
            }
        }
    }

    private static string? Size(string text) => text.Length is > 2 and < 12 && text.Count('x') == 1 && text.All(c => char.IsAsciiDigit(c) || c == 'x') ? $"size={text}" : null;

    private void Fixed(string at, JsonElement costs)
    {
        if (!thing.IsObject(at, costs)) return;
        foreach (var (key, value) in thing.Members(costs, at + "."))
        {
            if (key == "request") Price($"{at}.{key}", value, Unit.Request);
            else if (!IsZero(value)) thing.Refuse($"{at}.{key}", value, NoKind, Listed);
        }
    }

    private void Training(string at, JsonElement costs)
    {
        if (!thing.IsObject(at, costs)) return;
        foreach (var (key, value) in thing.Members(costs, at + "."))
        {
            if (key == "pay_per_token") Price($"{at}.{key}", value, Unit.Training);
            else thing.Refuse($"{at}.{key}", value, NoKind, Listed);
        }
    }

    private void Price(string at, JsonElement value, (PriceKind Kind, int Places) unit, string qualifiers = "")
    {
        if (!thing.IsObject(at, value)) return;
        foreach (var (key, price) in thing.Members(value, at + "."))
        {
            if (key == "price") of(qualifiers).Add($"{at}.price", price, unit.Kind, unit.Places, when, CentsNote, thing);
            else thing.Unknown($"{at}.{key}");
        }
    }

    private static bool IsZero(JsonElement value) => value.ValueKind is JsonValueKind.Object && value.TryGetProperty("price", out var price)
        && JsonNumber.TryExact(price, out var number) && number == 0;
}
