using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Comparison;

namespace Assay.Host.Catalog.History;

/// <summary>What sources have said of a model and its offers over time, where it changed or tells of an end.</summary>
/// <param name="Series">Prices, then limits, then lifecycle; of the model, then of its offers.</param>
public sealed record HistoryView(IReadOnlyList<HistorySeriesView> Series)
{
    private static readonly string[] Kinds = ["price", "limit", "lifecycle"];

    public static HistoryView Of(CatalogHistory history, Model model) => new(
        [.. history.SubjectsOf(model).SelectMany(history.Log.Of).Where(IsTold).Select(HistorySeriesView.Of)
            .OrderBy(s => Array.IndexOf(Kinds, s.Kind)).ThenBy(s => s.SubjectKind != "model").ThenBy(s => s.Subject, StringComparer.Ordinal).ThenBy(s => Rank(s.Property))]);

    /// <summary>Prices in the order of a price list.</summary>
    private static int Rank(string property) => PriceComponent.TryRead(new(property), out var kind, out _) ? PriceKind.All.TakeWhile(k => k != kind).Count() : 0;

    private static bool IsTold((Voice Voice, IReadOnlyList<Period> Periods) said)
    {
        var kind = ChangeLog.KindOf(said.Voice.Property);
        if (kind is not (ChangeKind.Price or ChangeKind.Limit or ChangeKind.Lifecycle)) return false;
        if (said.Periods.Count > 1) return true;
        // Of an offer that is gone, what it cost is enough.
        if (said.Periods[0].To is not null) return said.Voice.Property == Property.Price(PriceKind.Input) || said.Voice.Property == Property.Price(PriceKind.Output);
        return kind is ChangeKind.Lifecycle && (said.Voice.Property != Property.LifecycleStatus || said.Periods[0].Claim.Value.Text is "deprecated" or "retired");
    }
}

/// <summary>One property of one thing, as one source has told it.</summary>
public sealed record HistorySeriesView
{
    /// <summary><c>price</c>, <c>limit</c> or <c>lifecycle</c>.</summary>
    public required string Kind { get; init; }
    public required string Subject { get; init; }
    public required string SubjectKind { get; init; }
    public required string Property { get; init; }
    public required string Label { get; init; }
    public required string? Unit { get; init; }
    public required string Source { get; init; }

    /// <summary>The first one first.</summary>
    public required IReadOnlyList<PeriodView> Periods { get; init; }

    public static HistorySeriesView Of((Voice Voice, IReadOnlyList<Period> Periods) said) => new()
    {
        Kind = ChangeLog.KindOf(said.Voice.Property).ToString().ToLowerInvariant(), Subject = said.Voice.Subject.Id, SubjectKind = said.Voice.Subject.Kind.ToString().ToLowerInvariant(),
        Property = said.Voice.Property.Name, Label = PropertyLabels.Of(said.Voice.Property),
        Unit = said.Periods[0].Claim.Value is ClaimValue.Number ? PropertyLabels.Unit(said.Voice.Property) : null, Source = said.Voice.Publisher,
        Periods = [.. said.Periods.Select((p, i) => new PeriodView(p.From.ToString("yyyy-MM-dd"), i == 0, p.To?.ToString("yyyy-MM-dd"), p.Claim.Value is ClaimValue.Number number ? number.Value : null, ClaimText.Display(p.Claim), ClaimView.Of(p.Claim, picked: false)))],
    };
}

/// <summary>A value and the days for which a source held to it.</summary>
/// <param name="From">First day.</param>
/// <param name="FirstKnown">Nothing earlier is held: the value may be older.</param>
/// <param name="To">First day it no longer held; null while it does.</param>
/// <param name="Value">The number, of prices and limits; null of words and dates.</param>
/// <param name="Display">The value as surfaces write it.</param>
/// <param name="Claim">Where it was read.</param>
public sealed record PeriodView(string From, bool FirstKnown, string? To, decimal? Value, string Display, ClaimView Claim)
{
    /// <summary>"first known 2025-02-05", "2025-02-05".</summary>
    public string FromInWords() => FirstKnown ? $"first known {From}" : From;

    /// <summary>The last words of an open end.</summary>
    public string ToInWords() => To ?? "still said";
}
