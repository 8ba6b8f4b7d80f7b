using System.Text.Json.Serialization;
using Assay.Host.Comparison;
using Assay.Search;

namespace Assay.Host.Catalog;

/// <summary>A page of the list of models.</summary>
public sealed record ModelListView
{
    /// <summary>How many meet the filter.</summary>
    public required int Total { get; init; }

    /// <summary>How many more might: of these nobody says, or not precisely enough.</summary>
    public required int MightTotal { get; init; }

    /// <summary>Which of the two are listed: <c>meet</c> or <c>might</c>.</summary>
    public required string Listed { get; init; }

    public required int Page { get; init; }
    public required int PageSize { get; init; }
    public required string AsOf { get; init; }

    /// <summary>The filter as it was understood; empty for none.</summary>
    public required string Filter { get; init; }

    public required TrafficView Traffic { get; init; }
    public required IReadOnlyList<ColumnView> Columns { get; init; }
    public required IReadOnlyList<ModelListItem> Models { get; init; }

    /// <summary>Where nothing meets the filter: the part of it without which most models do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public StrictestView? Strictest { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public FrontView? Front { get; init; }

    /// <summary>Context window against input price; null where it was not asked for, or no two models found have both figures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ContextView? Context { get; init; }

    [JsonIgnore] public int ListedTotal => Listed == "might" ? MightTotal : Total;

    /// <summary>The filter, to tell which of its parts are in it.</summary>
    [JsonIgnore] public Question Question { get; init; } = Question.Anything;
}

/// <summary>A column of the list.</summary>
public sealed record ColumnView(string Key, string Label, string? Unit, string Meaning, bool Number, bool Sortable)
{
    public static ColumnView Of(Field field) => new(field.Key, field.Label, field.Unit, field.Meaning, field.Kind is not (FieldKind.YesNo or FieldKind.Words or FieldKind.Date), field.IsOrdered);
}

public sealed record StrictestView(string Clause, int Models);
