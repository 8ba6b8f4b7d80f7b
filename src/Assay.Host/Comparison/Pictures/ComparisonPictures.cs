using Assay.Catalog.History;
using Assay.Units;

namespace Assay.Host.Comparison.Pictures;

/// <summary>The charts of a comparison, in the order of its page.</summary>
public static class ComparisonPictures
{
    internal const string NotKnown = "not known";

    /// <param name="history">The past of the catalogue as known on the day of the view.</param>
    public static IEnumerable<ComparisonPicture> Of(ComparisonView view, CatalogHistory history) =>
        [CostPicture.Of(view), ContextPicture.Of(view), ScorePicture.Of(view), HistoryPicture.Of(view, history)];

    /// <summary>One of them by its name; null where there is no such.</summary>
    public static ComparisonPicture? Of(ComparisonView view, CatalogHistory history, string name) => name switch
    {
        "cost" => CostPicture.Of(view),
        "context" => ContextPicture.Of(view),
        "score" => ScorePicture.Of(view),
        "history" => HistoryPicture.Of(view, history),
        _ => null,
    };

    /// <summary>"800M input and 250M output tokens".</summary>
    internal static string At(TrafficView traffic) => $"{Format.Count(traffic.InputTokens)} input and {Format.Count(traffic.OutputTokens)} output tokens";

    /// <summary>" Not drawn: Owl (no current cost)."; empty where nothing is left out.</summary>
    internal static string NotDrawn(IEnumerable<(string Name, string Why)> models) =>
        string.Join(", ", models.Select(m => $"{m.Name} ({m.Why})")) is { Length: > 0 } all ? $" Not drawn: {all}." : "";

    /// <summary>In place of a picture.</summary>
    internal static ComparisonPicture InWords(string name, string title, string why) => new(name, title, null, why);
}
