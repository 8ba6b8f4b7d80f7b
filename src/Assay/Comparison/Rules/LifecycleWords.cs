using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules;

/// <summary>Beginning and end in words. Dates still to come read as to come, past ones as past.</summary>
internal static class LifecycleWords
{
    /// <summary>For a cell: "active", "deprecated, ends 2026-10-01", "retired on 2024-12-06".</summary>
    public static string Short(Catalog.Lifecycle lifecycle, DateOnly day)
    {
        var end = lifecycle.Retires.TryGetConfirmed(out var date) ? date : (PartialDate?)null;
        return lifecycle.StageOn(day) switch
        {
            LifecycleStage.Retired => end is { } past ? "retired " + Words.On(past) : "retired",
            LifecycleStage.Deprecated => end is { } coming ? $"deprecated, ends {Words.On(coming)}" : "deprecated",
            LifecycleStage.Preview => "preview",
            LifecycleStage.Active => "active",
            _ => "unknown",
        };
    }

    /// <summary>Reads after a name: "was shut down on 2024-12-06", "is deprecated: …", "is in preview".</summary>
    public static string Predicate(Catalog.Lifecycle lifecycle, DateOnly day) => lifecycle.StageOn(day) switch
    {
        LifecycleStage.Retired => lifecycle.Retires.TryGetConfirmed(out var end) ? $"was shut down {Words.On(end)}" : "is retired; no source gives the day",
        LifecycleStage.Deprecated => Ending(lifecycle, day),
        LifecycleStage.Preview => "is in preview and not generally released",
        LifecycleStage.Active => "is active",
        _ => "has no lifecycle statement that we hold",
    };

    private static string Ending(Catalog.Lifecycle lifecycle, DateOnly day)
    {
        var told = lifecycle.Deprecated.TryGetConfirmed(out var announced) ? $", announced {Words.On(announced)}" : "";
        if (!lifecycle.Retires.TryGetConfirmed(out var end)) return $"is deprecated{told}; no source gives the day it ends";
        var left = end.Day is null ? "" : $", in {Words.Plural(end.Earliest.DayNumber - day.DayNumber, "day")}";
        return $"is deprecated{told}, and is to be shut down {Words.On(end)}{left}";
    }

    /// <summary>The named successor as we call it, or its id where it is not in the catalogue; null where no source names one.</summary>
    public static string? Successor(CatalogSnapshot catalog, Catalog.Lifecycle lifecycle) =>
        lifecycle.Successor.TryGetConfirmed(out var id) ? catalog.ById(id)?.Name ?? id : null;
}
