using System.Text.Json.Serialization;
using Assay.Catalog;
using Assay.Search;

namespace Assay.Host.Catalog;

/// <summary>Context window against input price, for the models found: those on the front, and of the others those that most providers list.</summary>
/// <param name="Points">By price.</param>
/// <param name="NotDrawn">Models with both figures beyond those drawn.</param>
/// <param name="WithoutContext">Models found of which no source says the context window.</param>
/// <param name="WithoutPrice">Models found that have one, and no known input price above 0.</param>
/// <param name="NotOfText">Models found that are said to take or give no text.</param>
public sealed record ContextView(IReadOnlyList<ContextPointView> Points, int NotDrawn, int WithoutContext, int WithoutPrice, int NotOfText)
{
    /// <summary>Beside the front; more could not be told apart.</summary>
    public const int OthersShown = 40;

    /// <summary>Null where no two models have both figures.</summary>
    public static ContextView? Of(IReadOnlyList<Candidate> models)
    {
        var front = ContextFront.Of(models);
        if (front.Points.Count < 2) return null;
        var others = front.Points.Where(p => !p.OnFront).OrderByDescending(p => p.Candidate.Model.Curated).ThenByDescending(p => p.Candidate.Model.Offers.Count).ThenBy(p => p.Candidate.Model.Id, StringComparer.Ordinal).Take(OthersShown).ToHashSet();
        ContextPoint[] shown = [.. front.Points.Where(p => p.OnFront || others.Contains(p))];
        return new([.. shown.Select(ContextPointView.Of)], front.Points.Count - shown.Length, front.WithoutContext, front.WithoutPrice, front.NotOfText);
    }
}

/// <param name="UsdPerMillion">Input price of the cheapest route at the traffic, US dollars a million tokens.</param>
/// <param name="OnFront">None of the others asks no more and takes no less, with one of the two better.</param>
public sealed record ContextPointView(string Model, string Slug, string Name, decimal UsdPerMillion, string Provider, long Tokens, bool OnFront, string PriceSource, string PriceAsOf, string ContextSource, string ContextAsOf)
{
    [JsonIgnore] public IEnumerable<string> Sources => [PriceSource, ContextSource];

    internal static ContextPointView Of(ContextPoint point)
    {
        var model = point.Candidate.Model;
        var offer = point.Candidate.Cost.Best!.Offer;
        var (price, context) = (offer.Price(PriceKind.Input).Claims[0].Source, model.ContextWindow.Claims[0].Source);
        return new(model.Id, model.Slug, model.Name, point.UsdPerMillion, offer.Provider.Name, point.Tokens, point.OnFront, price.Publisher, price.AsOf.ToString(), context.Publisher, context.AsOf.ToString());
    }
}
