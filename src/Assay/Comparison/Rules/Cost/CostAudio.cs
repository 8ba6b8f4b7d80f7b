using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Cost;

/// <summary>For a model that takes audio or video: the bill counts text tokens, and what audio costs is told beside it or said to be unknown.</summary>
internal sealed class CostAudio : ModelRule
{
    public override string Id => "cost-audio";
    public override Section Section => Section.Cost;
    public override int Order => 4;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model model)
    {
        if (context.IsRetired(model)) yield break;
        string[] takes = [.. Taken(model, Capability.AudioIn, "audio"), .. Taken(model, Capability.VideoIn, "video")];
        if (takes.Length == 0) yield break;
        var evidence = Cited.Of(model.Has(Capability.AudioIn), model.Has(Capability.VideoIn), model.ModalitiesIn);
        var lead = $"{model.Name} also takes {Words.List(takes)}, and a bill here counts text tokens only";
        foreach (var offer in Preferred(context, model))
        {
            var prices = new[] { (Name: "input", Fact: offer.Price(PriceKind.AudioInput)), (Name: "output", Fact: offer.Price(PriceKind.AudioOutput)) }
                .Where(p => p.Fact.TryGetConfirmed(out _)).ToArray();
            if (prices.Length == 0) continue;
            var said = Words.List([.. prices.Select(p => $"audio {p.Name} costs {p.Fact.Settled} per million tokens")]);
            yield return Say(model, "priced", $"{lead}; at {Routes.Name(offer)} {said}.", [.. evidence, .. Cited.Of(prices.Select(p => (IFact)p.Fact))]);
            yield break;
        }
        yield return Say(model, "unknown", $"{lead}; no source we hold gives an audio price.", evidence);
    }

    /// <summary>The offer of the bill first, so that both prices come from one list where possible.</summary>
    private static IEnumerable<Offer> Preferred(ComparisonContext context, Model model)
    {
        var callable = context.CallableOffers(model);
        return context.CostOf(model).Best is { Offer: var used } ? callable.OrderBy(o => !ReferenceEquals(o, used)) : callable;
    }

    private static string[] Taken(Model model, Capability capability, string modality) =>
        CapabilityWords.Yes(model, capability) || (model.ModalitiesIn.TryGetConfirmed(out var takes) && takes.Contains(modality)) ? [modality] : [];
}
