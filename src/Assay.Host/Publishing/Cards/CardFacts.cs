using Assay.Comparison;
using Assay.Drawing.Published;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Units;

namespace Assay.Host.Publishing.Cards;

/// <summary>What cards say, cut from the views of their pages.</summary>
internal static class CardFacts
{
    private static readonly string[] Shown = ["context_window", "max_output", "modalities_in", "released", "weights"];

    public static Card Of(ComparisonView view) => new()
    {
        Heading = Written(view.Title, view.Models),
        Sentence = Written(view.Verdict.Text, view.Models),
        Columns = ["Cost a month", "Context"],
        Rows = [.. view.Models.Select((m, i) => new CardRow(Written(m.Name, m.Id), [Short.Of(view.Cost[i]), Short.Of(m.Specs["context_window"])], i))],
        Foot = Foot(view.Provenance, view.Traffic),
    };

    public static Card Of(ModelPageView view) => new()
    {
        Heading = Written(view.Model.Name, view.Model.Id),
        Sentence = $"{Written(view.Model.OrganizationName, view.Model.Organization)} · {view.Model.Id}",
        Rows =
        [
            new("Cost a month", [Short.WithProvider(view.Cost.ProviderName is { } name ? view.Cost with { ProviderName = Written(name, view.Cost.Provider!) } : view.Cost)]),
            .. Shown.Select(name => Row(Spec.All.Single(s => s.Name == name), view)),
        ],
        Foot = Foot(view.Provenance, view.Traffic),
    };

    public static Card Of(StartView view) => new()
    {
        Heading = "Which model, on what evidence, at what cost",
        Sentence = "Every figure names who said it and when; where sources disagree, both are shown; what nobody says is unknown.",
        Rows = [new("Models", [$"{Format.Exact(view.Models)} of {Words.Plural(view.Makers, "maker")}"]), new("Offers", [$"{Format.Exact(view.Offers)} by {Words.Plural(view.Providers, "provider")}"]), new("Claims", [Format.Exact(view.Claims)])],
        Foot = $"As of {view.AsOf}",
    };

    /// <summary>A name, or the id where the name is of a script that the pen cannot write: ids are in plain letters.</summary>
    private static string Written(string name, string id) => CardDrawing.CanWrite(name) ? name : id;

    private static string Written(string sentence, IReadOnlyList<ModelView> models) =>
        CardDrawing.CanWrite(sentence) ? sentence : models.Aggregate(sentence, (text, m) => text.Replace(m.Name, Written(m.Name, m.Id), StringComparison.Ordinal));

    private static CardRow Row(Spec spec, ModelPageView view) => new(spec.Label, [Short.Of(view.Model.Specs[spec.Name], spec.Unit == "tokens" ? spec.Unit : null)]);

    private static string Foot(ProvenanceView provenance, TrafficView traffic) =>
        $"As of {provenance.AsOf} · {Words.Plural(provenance.Sources.Count, "source")} · cost at {Format.Count(traffic.InputTokens)} input and {Format.Count(traffic.OutputTokens)} output tokens a month";
}
