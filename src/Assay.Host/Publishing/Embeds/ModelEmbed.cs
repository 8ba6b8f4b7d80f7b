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
        ("Cost a month", Short.WithProvider(view.Cost), view.Cost.UsdPerMonth is null ? "unknown" : "known"),
        ("Lifecycle", view.Model.Lifecycle.Stage, view.Model.Lifecycle.Stage == "unknown" ? "unknown" : "known"),
        .. Shown.Select(name => Spec.All.Single(s => s.Name == name)).Select(s => (s.Label, Short.Of(view.Model.Specs[s.Name], s.Unit == "tokens" ? s.Unit : null), view.Model.Specs[s.Name].State)),
    ];
}
