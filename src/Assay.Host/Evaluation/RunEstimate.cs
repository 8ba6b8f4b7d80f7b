using Assay.Calls;
using Assay.Catalog;
using Assay.Evaluation;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>What a run may cost, before anything is sent. Tokens are counted from the texts; images are not counted.</summary>
/// <param name="Trials">Of all models.</param>
/// <param name="Usd">Input as counted, and all output that is allowed (500 tokens where there is no limit); null where a price is not known.</param>
public sealed record RunEstimate(int Trials, decimal? Usd, IReadOnlyList<ModelEstimate> Models)
{
    private const int UsualOutput = 500;

    public static RunEstimate Of(Run run, IEnumerable<Sample> samples, CatalogSnapshot catalog)
    {
        var (input, images) = (0L, 0L);
        var system = TokenEstimate.Of(run.Suite.System);
        foreach (var sample in samples)
        {
            input += system + TokenEstimate.Of(sample.Input);
            images += sample.Images.Count;
        }
        var each = run.Samples * run.Settings.Repetitions;
        var output = (long)each * (run.Settings.Parameters.MaxOutputTokens ?? UsualOutput);
        var models = run.Models.Select(name => Of(name, input * run.Settings.Repetitions, output, images > 0, run, catalog)).ToArray();
        return new(run.Trials, models.Any(m => m.Usd is null) ? null : models.Sum(m => m.Usd), models);
    }

    private static ModelEstimate Of(string name, long input, long output, bool images, Run run, CatalogSnapshot catalog)
    {
        if (!ModelRef.TryParse(name, out var model)) return new(name, null, $"'{name}' is no model that can be called.", null);
        if (model.IsLocal) return new(name, 0, CallCosts.Local.Why, null);
        var (offer, why) = CallCosts.OfferOf(catalog, model);
        if (offer is null) return new(name, null, why!, why);
        var request = new CallRequest { Model = model, Task = ModelTask.Chat, Prompt = "x", Parameters = run.Settings.Parameters };
        var most = run.Settings.Parameters.MaxOutputTokens ?? (offer.MaxOutput.TryGetConfirmed(out var own) ? own.Tokens : catalog.OffersOf[model.Provider].FirstOrDefault(o => o.Offer == offer).Model is { } known && known.MaxOutput.TryGetConfirmed(out var of) ? of.Tokens : (long?)null);
        var bound = CallCosts.Most(request, offer, most);
        var cost = CallCosts.Of(new() { Origin = UsageOrigin.Reported, Input = input / Math.Max(1, run.Samples * run.Settings.Repetitions), Output = output / Math.Max(1, run.Samples * run.Settings.Repetitions) }, offer, 0, run.Created);
        var usd = cost.Usd * run.Samples * run.Settings.Repetitions;
        return new(name, usd, usd is null ? cost.Why : $"About {Format.Count(input)} tokens in{(images ? ", images not counted" : "")}, at most {Format.Count(output)} out.", bound.Why);
    }
}

/// <param name="Usd">Null where it cannot be told.</param>
/// <param name="Why">What it was worked out from, or why it cannot be told.</param>
/// <param name="NoCap">Why a cap on spend cannot be held for this model; null where it can.</param>
public sealed record ModelEstimate(string Model, decimal? Usd, string Why, string? NoCap);
