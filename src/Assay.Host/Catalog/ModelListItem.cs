using System.Text.Json.Serialization;
using Assay.Catalog;
using Assay.Search;

namespace Assay.Host.Catalog;

/// <summary>A model in a list.</summary>
public sealed record ModelListItem
{
    public required string Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Organization { get; init; }
    public required string? Released { get; init; }
    public required long? ContextWindow { get; init; }
    public required long? MaxOutput { get; init; }
    public required string? Weights { get; init; }
    public required string? Licence { get; init; }

    /// <summary>Input price of the cheapest route at the traffic, USD per million tokens.</summary>
    public required decimal? InputPrice { get; init; }
    public required decimal? OutputPrice { get; init; }

    /// <summary>Through the cheapest route, at the traffic of the list.</summary>
    public required decimal? UsdPerMonth { get; init; }
    public required string? Provider { get; init; }
    public required int Routes { get; init; }
    public required int PricedRoutes { get; init; }
    public required string Lifecycle { get; init; }
    public required bool Curated { get; init; }

    /// <summary>Capabilities a source affirms.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }

    /// <summary>The columns asked for, by their keys.</summary>
    public required IReadOnlyDictionary<string, ColumnValue> Columns { get; init; }

    /// <summary>For a model that might meet the filter: the conditions nobody answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<UnknownView>? Unknown { get; init; }

    public static ModelListItem Of(Candidate candidate, IReadOnlyList<Field> columns, Question? mightMeet)
    {
        var model = candidate.Model;
        var cost = candidate.Cost;
        decimal? Price(PriceKind kind) => cost.Best is { } best && best.Offer.Price(kind).TryGetConfirmed(out var price) ? price.Usd : null;
        return new()
        {
            Id = model.Id, Slug = model.Slug, Name = model.Name, Organization = model.Organization.Id, Curated = model.Curated,
            Released = model.Released.TryGetConfirmed(out var released) ? released.ToString() : null,
            ContextWindow = model.ContextWindow.TryGetConfirmed(out var context) ? context.Tokens : null,
            MaxOutput = model.MaxOutput.TryGetConfirmed(out var output) ? output.Tokens : null,
            Weights = model.Weights.TryGetConfirmed(out var weights) ? weights : null,
            Licence = model.Licence.TryGetConfirmed(out var licence) ? licence : null,
            InputPrice = Price(PriceKind.Input), OutputPrice = Price(PriceKind.Output), UsdPerMonth = cost.UsdPerMonth, Provider = cost.Best?.Offer.Provider.Id,
            Routes = model.Offers.Count, PricedRoutes = model.Offers.Count(o => o.IsPriced),
            Lifecycle = candidate.Stage.ToString().ToLowerInvariant(),
            Capabilities = [.. Capability.All.Where(c => model.Has(c).TryGetConfirmed(out var has) && has).Select(c => c.Name)],
            Columns = columns.ToDictionary(f => f.Key, f => ColumnValue.Of(f, candidate)),
            Unknown = mightMeet is null ? null : [.. mightMeet.Unknowns(candidate).Select(u => new UnknownView(u.Condition.ToString(), u.Why))],
        };
    }
}

/// <summary>A condition whose answer for a model is unknown, with the reason.</summary>
public sealed record UnknownView(string Condition, string Why);

/// <summary>A field of a model in a list.</summary>
/// <param name="State"><c>known</c>, <c>unknown</c>, <c>not_applicable</c> or <c>disputed</c>.</param>
/// <param name="Value">Exact, as text; null where nothing is known.</param>
/// <param name="Why">Why there is none.</param>
public sealed record ColumnValue(string State, string? Value, string Display, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why = null)
{
    /// <summary>What is said first of it, where one source says it; null of what is counted or worked out.</summary>
    [JsonIgnore] public ClaimView? Source => State is "unknown" ? null : Behind is { Count: > 0 } claims ? ClaimView.Of(claims[0], picked: true) : null;

    /// <summary>Of a value that is shown thousands of times no views are made before one is asked for.</summary>
    [JsonIgnore] private IReadOnlyList<Claim>? Behind { get; init; }

    public static ColumnValue Of(Field field, Candidate candidate) => Read(field, candidate) with { Behind = field.Fact?.Invoke(candidate).Claims ?? field.Evidence?.Invoke(candidate) };

    private static ColumnValue Read(Field field, Candidate candidate) => field.Read(candidate) switch
    {
        Reading.Span span => new(StateOf(field, candidate), FieldValues.Plain(field.Kind, span), FieldValues.Show(field.Kind, span)),
        Reading.Words { Values.Count: > 0 } words => new(StateOf(field, candidate), string.Join("; ", words.Values), string.Join(", ", words.Values.Select(w => w.Replace('_', ' ')))),
        Reading.NotApplicable not => new("not_applicable", null, "–", not.Why),
        Reading.Unknown unknown => new("unknown", null, "?", unknown.Why),
        Reading.Words { Complete: true } => new("known", "", "none"),
        _ => new("unknown", null, "?", "no source we hold says of any"),
    };

    private static string StateOf(Field field, Candidate candidate) => field.Fact?.Invoke(candidate).State is FactState.Disputed ? "disputed" : "known";
}
