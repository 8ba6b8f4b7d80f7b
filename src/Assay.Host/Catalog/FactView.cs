using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Units;

namespace Assay.Host.Catalog;

/// <summary>A claim on a surface: who says it, where, as of when, in whose words.</summary>
public sealed record ClaimView
{
    public required string Source { get; init; }
    public required string? Url { get; init; }
    public required string Rank { get; init; }
    public required string AsOf { get; init; }
    public required string? Retrieved { get; init; }

    /// <summary>The value in our units, as text.</summary>
    public required string Value { get; init; }

    /// <summary>The value as surfaces write it.</summary>
    public required string Display { get; init; }

    /// <summary>The value as the source prints it; the value itself where it prints it our way.</summary>
    public required string Quoted { get; init; }

    public required string Scope { get; init; }
    public required bool Picked { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Property { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Note { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Unconfirmed { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Forced { get; init; }

    /// <summary>The offer it speaks of; null where it speaks of something else.</summary>
    [JsonIgnore] public string? Offer { get; init; }

    /// <summary>What it shows.</summary>
    [JsonIgnore] internal Claim? Claim { get; init; }

    /// <summary>Its JSON, once it was written: looked up hundreds of times a page, so it is kept at hand and not in a table. No copy of a view is made, which would take it along.</summary>
    [JsonIgnore] internal byte[]? Json { get; set; }

    /// <summary>Its line in a list of evidence, likewise.</summary>
    [JsonIgnore] internal Web.Html.EvidenceLine? Line { get; set; }

    /// <summary>Its line where another has it written out, from behind the number of that one.</summary>
    [JsonIgnore] internal string? Mention { get; set; }

    /// <summary>The forms a claim is shown in, each made once and kept while it is asked for: the same claim stands behind many figures of many pages.</summary>
    private sealed class Forms
    {
        public ClaimView? Picked, Other, InSentence;
    }

    /// <summary>A claim's forms take about a kilobyte.</summary>
    private const int ClaimsKept = 30_000;

    private static readonly RecentlyMade<Claim, Forms> Made = new(ClaimsKept);

    /// <summary>Lets go of the views of claims, which may be those of a catalogue that was replaced.</summary>
    internal static void Forget() => Made.Clear();

    /// <summary>What a source is called, of what day and how near: the same words for each of its thousands of claims.</summary>
    private sealed record SourceWords(string Rank, string AsOf, string? Retrieved);

    private static readonly ConditionalWeakTable<Source, SourceWords> Sources = [];

    // By the id, of which all claims on a thing have the same object.
    private static readonly ConditionalWeakTable<string, string> Scopes = [];

    public static ClaimView Of(Claim claim, bool picked)
    {
        var forms = Made.Of(Made, claim, static _ => new());
        return picked ? forms.Picked ??= Make(claim, picked) : forms.Other ??= Make(claim, picked);
    }

    private static ClaimView Make(Claim claim, bool picked, string? property = null)
    {
        var source = Sources.GetValue(claim.Source, static s => new(s.Rank.ToString().ToLowerInvariant(), s.AsOf.ToString(), s.Retrieved?.ToString("yyyy-MM-dd")));
        var value = claim.Value is ClaimValue.Score score ? score.Value.Value.ToString() : claim.Value.Text;
        var display = ClaimText.Display(claim);
        return new()
        {
            Source = claim.Source.Publisher,
            Url = claim.Source.Url,
            Rank = source.Rank,
            AsOf = source.AsOf,
            Retrieved = source.Retrieved,
            Value = value,
            Quoted = claim.Quoted is { } quoted && quoted != value ? quoted : value,
            Display = display == value ? value : display,
            Scope = Scopes.GetValue(claim.Subject.Id, _ => claim.Subject.Scope),
            Offer = claim.Subject.Kind is SubjectKind.Offer ? claim.Subject.Id : null,
            Picked = picked,
            Claim = claim,
            Property = property,
            Note = claim.Note ?? (claim.Source.Url is null ? claim.Source.NoUrl : null),
            Unconfirmed = claim.Unconfirmed,
            Forced = claim.Forced,
        };
    }

    /// <summary>The first claim is the one the policy picked. What is worked out from several properties rests on them as a sentence does.</summary>
    public static IReadOnlyList<ClaimView> OfFact(IReadOnlyList<Claim> claims, bool picks = true) =>
        claims.Any(c => c.Property.Name != claims[0].Property.Name) ? OfSentence(claims) : [.. claims.Select((c, i) => Of(c, picks && i == 0))];

    /// <summary>Claims a sentence rests on, each once: of several things, so each names its property and none is "the picked one" of the list.</summary>
    public static IReadOnlyList<ClaimView> OfSentence(IReadOnlyList<Claim> claims)
    {
        var views = new List<ClaimView>(claims.Count);
        for (var i = 0; i < claims.Count; i++)
            if (!SaidBefore(claims, i)) views.Add(Made.Of(Made, claims[i], static _ => new()).InSentence ??= Make(claims[i], picked: false, $"{claims[i].Subject.Id} {claims[i].Property.Name}"));
        return views;
    }

    private static bool SaidBefore(IReadOnlyList<Claim> claims, int place)
    {
        for (var i = 0; i < place; i++)
            if (ReferenceEquals(claims[i], claims[place])) return true;
        return false;
    }
}

/// <summary>A fact on a surface: one of five states, the value, how it is written, and every claim.</summary>
public sealed record FactView
{
    public required string State { get; init; }
    public required object? Value { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Unit { get; init; }
    public required string Display { get; init; }

    /// <summary>The exact figure behind a short display.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Exact { get; init; }

    /// <summary>Why it is unknown or does not apply, or how the policy picked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Why { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Unconfirmed { get; init; }
    public required IReadOnlyList<ClaimView> Claims { get; init; }

    public static FactView Of(IFact fact, string? unit = null)
    {
        var cell = Cells.Of(fact);
        return new()
        {
            State = StateName(fact.State), Value = Plain(fact.Settled), Unit = unit, Display = cell.Display, Exact = cell.Exact,
            Why = fact.Why, Unconfirmed = fact.Unconfirmed, Claims = ClaimView.OfFact(fact.Claims),
        };
    }

    public static string StateName(FactState state) => state switch
    {
        FactState.Known => "known",
        FactState.No => "no",
        FactState.NotApplicable => "not_applicable",
        FactState.Disputed => "disputed",
        _ => "unknown",
    };

    private static object? Plain(object? value) => value switch
    {
        TokenCount tokens => tokens.Tokens,
        UnitPrice price => price.Usd,
        PartialDate date => date.ToString(),
        IReadOnlyList<string> items => items.ToArray(),
        _ => value,
    };
}
