using Assay.Comparison;
using Assay.Host.Catalog;

namespace Assay.Host.Publishing.Embeds;

/// <summary>The rows that an embed of a model has: a cut of its page.</summary>
internal static class ModelEmbed
{
    private static readonly string[] Shown = ["context_window", "max_output", "modalities_in", "released", "knowledge_cutoff", "weights", "licence"];

    /// <summary>A label, what is known, and the fact's state.</summary>
    public static IReadOnlyList<(string Label, string Display, string State)> Rows(ModelPageView view) =>
    [
        ("Cost a month", view.Cost.UsdPerMonth is null ? view.Cost.Display : $"{view.Cost.Display} through {view.Cost.ProviderName}{(view.Cost.Doubt is null ? "" : ", in doubt")}", view.Cost.UsdPerMonth is null ? "unknown" : "known"),
        ("Lifecycle", view.Model.Lifecycle.Stage, view.Model.Lifecycle.Stage == "unknown" ? "unknown" : "known"),
        .. Shown.Select(name => Spec.All.Single(s => s.Name == name)).Select(s => (s.Label, Display(view.Model.Specs[s.Name], s), view.Model.Specs[s.Name].State)),
    ];

    private static string Display(FactView fact, Spec spec)
    {
        var unit = fact.State is "known" or "disputed" && spec.Unit == "tokens" ? " tokens" : "";
        return fact.Display + unit + (fact.State == "disputed" ? ", disputed" : fact.Unconfirmed ? ", unconfirmed" : "");
    }
}
