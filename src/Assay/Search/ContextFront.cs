using Assay.Catalog;
using Assay.Statistics;

namespace Assay.Search;

/// <summary>A model with what its cheapest route asks for input and how much it can take.</summary>
/// <param name="UsdPerMillion">Input, US dollars a million tokens; above 0.</param>
/// <param name="OnFront">No other model here asks no more and takes no less, with one of the two better.</param>
public sealed record ContextPoint(Candidate Candidate, decimal UsdPerMillion, long Tokens, bool OnFront);

/// <summary>Context window against input price, for the models found that take and give text: of others a window means something else.</summary>
/// <param name="Points">By price, then by context from the larger down.</param>
/// <param name="WithoutContext">Models found of which no source says the context window.</param>
/// <param name="WithoutPrice">Models found that have one, and no known input price above 0.</param>
/// <param name="NotOfText">Models found that are said to take or give no text.</param>
public sealed record ContextFront(IReadOnlyList<ContextPoint> Points, int WithoutContext, int WithoutPrice, int NotOfText)
{
    public static ContextFront Of(IReadOnlyList<Candidate> models)
    {
        var known = new List<(Candidate Candidate, decimal Price, long Tokens)>();
        var (withoutContext, withoutPrice, notOfText) = (0, 0, 0);
        foreach (var candidate in models)
        {
            if (IsOfOther(candidate.Model.ModalitiesIn) || IsOfOther(candidate.Model.ModalitiesOut)) notOfText++;
            else if (!candidate.Model.ContextWindow.TryGetConfirmed(out var window) || window.Tokens <= 0) withoutContext++;
            else if (candidate.Cost.Best is { } best && best.Offer.Price(PriceKind.Input).TryGetConfirmed(out var price) && price.Usd > 0) known.Add((candidate, price.Usd, window.Tokens));
            else withoutPrice++;
        }
        var front = ParetoFront.Of([.. known.Select(k => (k.Price, (decimal)k.Tokens))], moreIsBetter: true);
        return new(
            [.. known.Select((k, i) => new ContextPoint(k.Candidate, k.Price, k.Tokens, front[i])).OrderBy(p => p.UsdPerMillion).ThenByDescending(p => p.Tokens).ThenBy(p => p.Candidate.Model.Id, StringComparer.Ordinal)],
            withoutContext, withoutPrice, notOfText);
    }

    /// <summary>What nobody says is no reason to leave a model out.</summary>
    private static bool IsOfOther(Fact<IReadOnlyList<string>> modalities) => modalities.TryGetConfirmed(out var known) && !known.Contains("text");
}
