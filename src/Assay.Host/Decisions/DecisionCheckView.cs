using System.Text.Json.Serialization;

namespace Assay.Host.Decisions;

/// <summary>A record held against the catalogue of today.</summary>
public sealed record DecisionCheckView
{
    /// <summary><c>same</c>, <c>changed</c> or <c>edited</c>.</summary>
    public required string Outcome { get; init; }
    public required int ExitCode { get; init; }
    public required string Title { get; init; }
    public required string AsOf { get; init; }
    public required string Today { get; init; }
    public required DecisionIntegrity Integrity { get; init; }

    /// <summary>Models of the record that the catalogue no longer has under their id; then nothing below is compared.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
    public required IReadOnlyList<VerdictThenNow> Verdicts { get; init; }
    public required IReadOnlyList<CostThenNow> Cost { get; init; }

    /// <summary>The model that was chosen and its cost now; null where none was.</summary>
    public string? Chosen { get; init; }
    public required ClaimCounts Counts { get; init; }

    /// <summary>Claims that changed or ended, the cited ones first.</summary>
    public required IReadOnlyList<ClaimThenNow> Claims { get; init; }

    /// <summary>Claims that there were none of: new offers, prices, ends, results; and whatever else there is.</summary>
    public required IReadOnlyList<NewClaim> New { get; init; }
    public required IReadOnlyList<string> Evals { get; init; }
}

/// <param name="Edited">Parts of the record that were edited, in words.</param>
/// <param name="TextEdited">What people read in the file is not what was written with the record.</param>
public sealed record DecisionIntegrity(bool Whole, IReadOnlyList<string> Edited, bool TextEdited, string? Sha256);

public sealed record VerdictThenNow(IReadOnlyList<string> Pair, bool Same, string? WinnerThen, string? WinnerNow, string DecisionThen, string DecisionNow, string TextThen, string TextNow);

/// <param name="Now">Null where it cannot be told; so <paramref name="Then"/>.</param>
public sealed record CostThenNow(string Model, bool Same, decimal? Then, decimal? Now, string DisplayThen, string DisplayNow, string? Difference, string? OfferThen, string? OfferNow, string? WhyNow);

public sealed record ClaimCounts(int Holds, int Reworded, int Changed, int Ended, int New);

/// <param name="Fate"><c>changed</c> or <c>ended</c>.</param>
/// <param name="CitedIn">Parts of the record that rest on it.</param>
public sealed record ClaimThenNow(string Id, string Fate, string Subject, string Property, string Label, string Publisher, string Then, string ThenAsOf, string? Now, string? NowAsOf, string? Url, IReadOnlyList<string> CitedIn)
{
    /// <summary>Whether the record rests on it.</summary>
    [JsonIgnore] public bool Matters => CitedIn.Count > 0;
}

/// <param name="Kind"><c>offer</c>, <c>price</c>, <c>lifecycle</c>, <c>result</c> or <c>other</c>; what is other does not make a record out of date.</param>
/// <param name="Text">In a sentence.</param>
public sealed record NewClaim(string Kind, string Subject, string Text, string Publisher, string AsOf, string? Url);
