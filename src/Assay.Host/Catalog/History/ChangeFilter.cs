using System.Globalization;
using Assay.Adapters.Settings;
using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Host.Web;
using Assay.Units;

namespace Assay.Host.Catalog.History;

/// <summary>Which changes are asked for, as typed.</summary>
public sealed record ChangeQuery
{
    /// <summary>What is shown where no period is asked for.</summary>
    public const int DefaultDays = 30;

    public const string Kinds = "price, limit, lifecycle, capability, offer, model, other";

    public string? Since { get; init; }
    public string? Until { get; init; }
    public string? Model { get; init; }
    public string? Provider { get; init; }
    public string? Kind { get; init; }
    public bool Watch { get; init; }

    public static ChangeQuery From(IQueryCollection query)
    {
        string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        return new() { Since = Text("since"), Until = Text("until"), Model = Text("model"), Provider = Text("provider"), Kind = Text("kind"), Watch = Text("watch") is "1" or "true" or "on" };
    }

    /// <summary>The same question with other parts of its own, as a query string; empty where nothing is asked for.</summary>
    public string ToQueryString(int page = 1)
    {
        var pairs = new (string Name, string? Value)[] { ("since", Since), ("until", Until), ("model", Model), ("provider", Provider), ("kind", Kind), ("watch", Watch ? "1" : null), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null) }
            .Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToArray();
        return pairs.Length == 0 ? "" : "?" + string.Join('&', pairs);
    }
}

/// <summary>A question that was understood.</summary>
/// <param name="Since">First day; null for the beginning.</param>
/// <param name="Until">Last day.</param>
public sealed record ChangeFilter(DateOnly? Since, DateOnly Until, bool DefaultPeriod, Model? Model, string? Provider, IReadOnlyList<ChangeKind> Kinds, WatchList? Watch)
{
    /// <param name="query">The question.</param>
    /// <param name="asked">The day it is asked for: nothing later is shown.</param>
    /// <param name="settings">Read only where a watch list is asked for.</param>
    /// <param name="days">Where no period is asked for: the last so many days; null: from the beginning.</param>
    /// <param name="problems">One sentence each, with the value, what is allowed and the fix.</param>
    public static ChangeFilter? Read(ChangeQuery query, AskedDay asked, SettingsLocation settings, int? days, out IReadOnlyList<string> problems)
    {
        var faults = new List<string>();
        var until = ReadDay(query.Until, asked.Day, "until", faults) is { } end && end.Latest < asked.Day ? end.Latest : asked.Day;
        var since = ReadDay(query.Since, asked.Day, "since", faults)?.Earliest;
        if (since > until) faults.Add($"since '{query.Since}' is after {until:yyyy-MM-dd}, the last day asked for: give an earlier day.");
        var model = query.Model is null ? null : ReadModel(query.Model, asked.History, faults);
        if (query.Provider is not null && !asked.Catalog.Providers.ContainsKey(query.Provider)) faults.Add(WatchList.NoProvider(query.Provider, asked.Catalog));
        var kinds = query.Kind is null ? [] : ReadKinds(query.Kind, faults);
        var watch = query.Watch ? ReadWatch(asked, settings, faults) : null;
        problems = faults;
        if (faults.Count > 0) return null;
        var byDefault = query.Since is null && days is not null;
        return new(byDefault ? until.AddDays(-days!.Value) : since, until, byDefault, model, query.Provider, kinds, watch);
    }

    public bool Passes(Change change, CatalogHistory history)
    {
        if (change.Day < Since || change.Day > Until || (Kinds.Count > 0 && !Kinds.Contains(change.Kind))) return false;
        if (Provider is not null && Provider != ProviderOf(change.Subject)) return false;
        if (Model is null && Watch is null) return true;
        var of = history.ModelOf(change.Subject);
        return (Model is null || of?.Id == Model.Id) && (Watch is null || Watch.Has(change.Subject, of));
    }

    public static string? ProviderOf(Subject subject) => subject.Kind switch
    {
        SubjectKind.Provider => subject.Id,
        SubjectKind.Offer => OfferId.Parse(subject.Id).Provider,
        _ => null,
    };

    private static PartialDate? ReadDay(string? text, DateOnly today, string name, List<string> faults)
    {
        if (text is null) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        // "the last week" is what a job that runs every week wants to say.
        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 36_500) return PartialDate.From(today.AddDays(-days));
        faults.Add($"{name} '{text}' is not a day: write 2026-06-30, 2026-06, 2026, or 7d for seven days ago.");
        return null;
    }

    private static Model? ReadModel(string name, CatalogHistory history, List<string> faults)
    {
        if (history.Find(name) is NameLookup.Found found) return found.Model;
        faults.Add(Problems.Sentence(name, history.Find(name)));
        return null;
    }

    private static IReadOnlyList<ChangeKind> ReadKinds(string text, List<string> faults)
    {
        var kinds = new List<ChangeKind>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            IReadOnlyList<ChangeKind> meant = word switch
            {
                "price" => [ChangeKind.Price], "limit" => [ChangeKind.Limit], "lifecycle" => [ChangeKind.Lifecycle], "capability" => [ChangeKind.Capability],
                "offer" => [ChangeKind.NewOffer, ChangeKind.OfferGone], "model" => [ChangeKind.NewModel, ChangeKind.ModelGone], "other" => [ChangeKind.Other], _ => [],
            };
            if (meant.Count == 0) faults.Add($"'{word}' is not a kind of change: choose of {ChangeQuery.Kinds}.");
            kinds.AddRange(meant);
        }
        return kinds;
    }

    // Names are looked up today: a list that was written now is also good for a day before one of its models.
    private static WatchList? ReadWatch(AskedDay asked, SettingsLocation settings, List<string> faults)
    {
        try
        {
            var watch = WatchList.Read(settings.Read(), asked.Live.HistoryOn(asked.Live.Today), out var problems);
            faults.AddRange(problems);
            return watch;
        }
        catch (SettingsException e)
        {
            faults.Add(e.Message);
            return null;
        }
    }
}
