using System.Globalization;
using System.Text.Json.Serialization;
using Assay.Adapters.Settings;
using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Host.Web;
using Assay.Units;

namespace Assay.Host.Catalog.History;

/// <summary>Which ends are asked for, as typed.</summary>
public sealed record LifecycleQuery(string? Within, string? Model, bool Watch)
{
    public static LifecycleQuery From(IQueryCollection query)
    {
        string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        return new(Text("within"), Text("model"), Text("watch") is "1" or "true" or "on");
    }
}

/// <summary>An end or a deprecation on a surface.</summary>
public sealed record LifecycleEventView
{
    /// <summary><c>retires</c> or <c>deprecated</c>.</summary>
    public required string Event { get; init; }

    /// <summary>As precise as the source; null where no source gives a day.</summary>
    public required string? Day { get; init; }

    /// <summary>Days until then; of a month or a year until its last day; null where there is no day or it is past.</summary>
    public required int? DaysLeft { get; init; }

    public required string Model { get; init; }
    public required string ModelName { get; init; }

    /// <summary>Said of the model itself; false where it is said of the offers alone.</summary>
    public required bool OfModel { get; init; }

    public required IReadOnlyList<string> Offers { get; init; }

    /// <summary>The model named instead: its id; null where no source names one.</summary>
    public required string? Successor { get; init; }

    /// <summary>Its name, where the catalogue has it.</summary>
    public required string? SuccessorName { get; init; }

    public required LifecycleView Lifecycle { get; init; }

    /// <summary>The fact that the day, or the word, rests on.</summary>
    [JsonIgnore] public FactView Fact => Day is null ? Lifecycle.Deprecated.State == "unknown" ? Lifecycle.Status : Lifecycle.Deprecated : Event == "retires" ? Lifecycle.Retires : Lifecycle.Deprecated;

    [JsonIgnore] public string When => Day ?? "no day given";

    /// <summary>Who ends: "the model", "2 offers: a, b".</summary>
    [JsonIgnore] public string Scope => OfModel
        ? Offers.Count == 0 ? "the model" : $"the model; the same is said of {Words.Plural(Offers.Count, "offer")}"
        : Offers.Count == 1 ? $"only the offer {Offers[0]}" : $"only {Words.Plural(Offers.Count, "offer")}: {string.Join(", ", Offers)}";

    public static LifecycleEventView Of(LifecycleEvent happens, CatalogSnapshot catalog)
    {
        var successor = happens.Lifecycle.Successor.TryGetConfirmed(out var named) ? named : null;
        return new()
        {
            Event = happens.Kind is LifecycleEventKind.Retires ? "retires" : "deprecated", Day = happens.Day?.ToString(),
            DaysLeft = happens.Day is { } date && date.Latest > catalog.AsOf ? date.Latest.DayNumber - catalog.AsOf.DayNumber : null,
            Model = happens.Model.Id, ModelName = happens.Model.Name, OfModel = happens.OfModel, Offers = [.. happens.Offers.Select(o => o.Id.ToString())],
            Successor = successor, SuccessorName = successor is null ? null : catalog.ById(successor)?.Name, Lifecycle = LifecycleView.Of(happens.Lifecycle, catalog.AsOf),
        };
    }
}

/// <summary>What ends, what ended of late, and what is deprecated without a day.</summary>
public sealed record LifecycleRadarView(
    string AsOf, string? Within, string? Model, bool Watch, int PastDays,
    IReadOnlyList<LifecycleEventView> Ahead, IReadOnlyList<LifecycleEventView> Undated, IReadOnlyList<LifecycleEventView> Past)
{
    /// <summary>How long an end is shown after it happened.</summary>
    public const int PastShown = 180;

    /// <summary>Null, with one sentence for each fault, where the question cannot be understood.</summary>
    public static LifecycleRadarView? Read(LifecycleQuery query, AskedDay asked, SettingsLocation settings, out IReadOnlyList<string> problems)
    {
        var faults = new List<string>();
        var until = ReadWithin(query.Within, asked.Day, faults);
        var filter = ChangeFilter.Read(new() { Model = query.Model, Watch = query.Watch }, asked, settings, null, out var others);
        problems = [.. faults, .. others];
        if (filter is null || faults.Count > 0) return null;
        var radar = new LifecycleRadar(asked.Catalog);
        bool Asked(LifecycleEvent e) => (filter.Model is null || e.Model.Id == filter.Model.Id)
            && (filter.Watch is null || filter.Watch.Has(Subject.Model(e.Model.Id), e.Model) || e.Offers.Any(filter.Watch.Has));
        IReadOnlyList<LifecycleEventView> Views(IEnumerable<LifecycleEvent> events) => [.. events.Where(Asked).Select(e => LifecycleEventView.Of(e, asked.Catalog))];
        return new(asked.Day.ToString("yyyy-MM-dd"), until?.ToString("yyyy-MM-dd"), filter.Model?.Id, query.Watch, PastShown,
            Views(radar.Ahead.Where(e => until is null || e.Day!.Value.Earliest <= until)), Views(radar.Undated),
            Views(radar.Past.Where(e => e.Day!.Value.Latest >= asked.Day.AddDays(-PastShown))));
    }

    private static DateOnly? ReadWithin(string? text, DateOnly today, List<string> faults)
    {
        if (text is null) return null;
        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 36_500) return today.AddDays(days);
        if (PartialDate.TryParse(text, out var date) && date.Latest >= today) return date.Latest;
        faults.Add($"within '{text}' is neither a number of days nor a day to come: write 90d or {today.AddDays(90):yyyy-MM-dd}.");
        return null;
    }
}
