using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Comparison;
using Assay.Units;

namespace Assay.Host.Catalog.History;

/// <summary>A change on a surface.</summary>
public sealed record ChangeView
{
    /// <summary>The same for the same change, whenever it is asked for.</summary>
    public required string Id { get; init; }

    public required string Day { get; init; }

    /// <summary><c>price</c>, <c>limit</c>, <c>lifecycle</c>, <c>capability</c>, <c>new_offer</c>, <c>offer_gone</c>, <c>new_model</c>, <c>model_gone</c>, <c>other</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The offer, model or provider it is about.</summary>
    public required string Subject { get; init; }

    public required string SubjectKind { get; init; }

    /// <summary>The model that is, or is served by, the subject; null where the catalogue has none.</summary>
    public required string? Model { get; init; }
    public required string? ModelName { get; init; }
    public required string? Provider { get; init; }

    /// <summary>Null where a list gained or lost the thing as a whole.</summary>
    public required string? Property { get; init; }
    public required string Label { get; init; }
    public required string? Before { get; init; }
    public required string? After { get; init; }
    public required string? Unit { get; init; }

    /// <summary><c>up</c> or <c>down</c>; null where there is no up and down.</summary>
    public required string? Direction { get; init; }
    public required string? By { get; init; }

    /// <summary>All of it in one line, without the subject.</summary>
    public required string Text { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>The claims of both values, the new one first.</summary>
    public required IReadOnlyList<ClaimView> Claims { get; init; }

    /// <summary>Whether the model is still in the catalogue.</summary>
    [JsonIgnore] public bool HasPage { get; init; }

    [JsonIgnore] public string Title => $"{ModelName ?? Subject} · {Label}";

    public static ChangeView Of(Change change, CatalogHistory history)
    {
        var model = history.ModelOf(change.Subject);
        var (before, after) = Displays(change);
        var label = change.Property is { } property ? PropertyLabels.Of(property) : "Listing";
        var unit = change.Property is { } p && (change.After ?? change.Before)?.Value is ClaimValue.Number ? PropertyLabels.Unit(p) : null;
        return new()
        {
            Id = IdOf(change), Day = change.Day.ToString("yyyy-MM-dd"), Kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(change.Kind.ToString()),
            Subject = change.Subject.Id, SubjectKind = change.Subject.Kind.ToString().ToLowerInvariant(), Model = model?.Id, ModelName = model?.Name, HasPage = model is not null && history.Catalog.ById(model.Id) is not null,
            Provider = ChangeFilter.ProviderOf(change.Subject), Property = change.Property?.Name, Label = label, Before = before, After = after, Unit = unit,
            Direction = change.Direction switch { > 0 => "up", < 0 => "down", _ => null }, By = change.By, Text = TextOf(change, label, before, after, unit), Source = change.Publisher,
            Claims = ClaimView.OfFact([.. change.Claims], picks: false),
        };
    }

    /// <summary>Both values as short as they can be and still differ.</summary>
    private static (string? Before, string? After) Displays(Change change)
    {
        if (change.Property is null) return (null, null);
        var (before, after) = (change.Before is null ? null : ClaimText.Display(change.Before), change.After is null ? null : ClaimText.Display(change.After));
        return before != after ? (before, after) : (Exact(change.Before!), Exact(change.After!));
    }

    private static string Exact(Claim claim) => claim.Value is ClaimValue.Number ? (claim.Property.Name.StartsWith("price.", StringComparison.Ordinal) ? "$" : "") + claim.Value.Text : claim.Value.Text;

    private static string TextOf(Change change, string label, string? before, string? after, string? unit)
    {
        var counted = unit is null ? "" : " " + unit;
        return (change.Kind, before, after) switch
        {
            (ChangeKind.NewOffer or ChangeKind.NewModel, null, null) => $"now listed by {change.Publisher}",
            (ChangeKind.OfferGone or ChangeKind.ModelGone, _, _) => $"no longer listed by {change.Publisher}, which does not say that it ended",
            (ChangeKind.NewModel, _, _) => $"released {Words.On(PartialDate.Parse(change.After!.Value.Text))}",
            (ChangeKind.Lifecycle, null, _) => $"{label}: {after}, said for the first time",
            (_, null, _) => $"{label}: {after}{counted}, not given before",
            (_, _, null) => $"{label}: no longer given, was {before}{counted}",
            _ => $"{label}: {before} → {after}{counted}{(change.By is { } by ? ", " + by : "")}",
        };
    }

    /// <summary>A name-based UUID: the same words give the same one.</summary>
    private static string IdOf(Change change)
    {
        var words = string.Join('\n', change.Day.ToString("yyyy-MM-dd"), change.Kind, change.Subject, change.Property?.Name, change.Publisher, change.Before?.Value.Text, change.After?.Value.Text);
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(words))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0f) | 0x80), (byte)((bytes[8] & 0x3f) | 0x80));
        return "urn:uuid:" + new Guid(bytes, bigEndian: true);
    }
}

/// <summary>A page of changes, newest first.</summary>
public sealed record ChangesView
{
    public required string AsOf { get; init; }

    /// <summary>First and last day of the period; since is null for the beginning.</summary>
    public required string? Since { get; init; }
    public required string Until { get; init; }

    /// <summary>No period was asked for: these are the last days.</summary>
    public required bool DefaultPeriod { get; init; }

    public required string? Model { get; init; }
    public required string? Provider { get; init; }
    public required string? Kind { get; init; }
    public required bool Watch { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageSize { get; init; }

    /// <summary>The day of the newest change that meets everything but the period; null where there is none.</summary>
    public required string? Newest { get; init; }

    public required IReadOnlyList<ChangeView> Changes { get; init; }

    [JsonIgnore] public int Pages => PagesOf(Total, PageSize);

    private static int PagesOf(int total, int pageSize) => total == 0 ? 1 : (total - 1) / pageSize + 1;

    public static ChangesView Of(CatalogHistory history, ChangeQuery query, ChangeFilter filter, int page, int pageSize)
    {
        var all = history.Log.Changes.Where(c => filter.Passes(c, history)).ToArray();
        var newest = all.Length > 0 ? all[0] : history.Log.Changes.FirstOrDefault(c => (filter with { Since = null }).Passes(c, history));
        page = Math.Clamp(page, 1, PagesOf(all.Length, pageSize));
        return new()
        {
            AsOf = history.Catalog.AsOf.ToString("yyyy-MM-dd"), Since = filter.Since?.ToString("yyyy-MM-dd"), Until = filter.Until.ToString("yyyy-MM-dd"), DefaultPeriod = filter.DefaultPeriod,
            Model = filter.Model?.Id, Provider = filter.Provider, Kind = query.Kind, Watch = query.Watch, Total = all.Length, Page = page, PageSize = pageSize,
            Newest = newest?.Day.ToString("yyyy-MM-dd"), Changes = [.. all.Skip((page - 1) * pageSize).Take(pageSize).Select(c => ChangeView.Of(c, history))],
        };
    }
}
