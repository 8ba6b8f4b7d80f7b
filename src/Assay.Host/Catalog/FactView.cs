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

    /// <summary>The forms a claim is shown in, each made once and kept as long as the claim: the same claim stands behind many figures of many pages.</summary>
    private sealed class Forms
    {
        public ClaimView? Picked, Other, InSentence;
    }

    private static readonly ConditionalWeakTable<Claim, Forms> Made = [];

    private static Forms FormsOf(Claim claim) => Made.GetValue(claim, static _ => new());

    public static ClaimView Of(Claim claim, bool picked)
    {
        var forms = FormsOf(claim);
        return picked ? forms.Picked ??= Make(claim, picked) : forms.Other ??= Make(claim, picked);
    }

    private static ClaimView Make(Claim claim, bool picked, string? property = null) => new()
    {
        Source = claim.Source.Publisher,
        Url = claim.Source.Url,
        Rank = claim.Source.Rank.ToString().ToLowerInvariant(),
        AsOf = claim.Source.AsOf.ToString(),
        Retrieved = claim.Source.Retrieved?.ToString("yyyy-MM-dd"),
        Value = claim.Value is ClaimValue.Score score ? score.Value.Value.ToString() : claim.Value.Text,
        Quoted = claim.Quoted ?? (claim.Value is ClaimValue.Score s ? s.Value.Value.ToString() : claim.Value.Text),
        Display = ClaimText.Display(claim),
        Scope = claim.Subject.Scope,
        Offer = claim.Subject.Kind is SubjectKind.Offer ? claim.Subject.Id : null,
        Picked = picked,
        Claim = claim,
        Property = property,
        Note = claim.Note ?? (claim.Source.Url is null ? claim.Source.NoUrl : null),
        Unconfirmed = claim.Unconfirmed,
        Forced = claim.Forced,
    };

    /// <summary>The first claim is the one the policy picked.</summary>
    public static IReadOnlyList<ClaimView> OfFact(IReadOnlyList<Claim> claims, bool picks = true) => [.. claims.Select((c, i) => Of(c, picks && i == 0))];

    /// <summary>Claims a sentence rests on, each once: of several things, so each names its property and none is "the picked one" of the list.</summary>
    public static IReadOnlyList<ClaimView> OfSentence(IReadOnlyList<Claim> claims)
    {
        var views = new List<ClaimView>(claims.Count);
        for (var i = 0; i < claims.Count; i++)
            if (!SaidBefore(claims, i)) views.Add(FormsOf(claims[i]).InSentence ??= Make(claims[i], picked: false, $"{claims[i].Subject.Id} {claims[i].Property.Name}"));
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
