using System.Text.Json.Serialization;
using Assay.Decisions;
using Assay.Host.Comparison;

namespace Assay.Host.Decisions;

/// <summary>
/// A comparison kept for later: what was asked, what came of it, and every claim behind it, so that it can be checked when the catalogue has moved on.
/// Schema <c>assay-decision/1</c>, docs/decisions.md. It refers to nothing outside itself, and holds no time of making: the same catalogue gives the same bytes.
/// </summary>
public sealed record DecisionRecord
{
    public const string Newest = "assay-decision/1";

    public required string Schema { get; init; }
    public required string Title { get; init; }

    /// <summary>The day the whole comparison is of, never "today".</summary>
    public required string AsOf { get; init; }
    public required string MadeBy { get; init; }

    /// <summary>The comparison page on that day at that traffic, without the host.</summary>
    public required string Page { get; init; }

    /// <summary>The command that makes it again.</summary>
    public required string Command { get; init; }

    /// <summary>In page order.</summary>
    public required IReadOnlyList<DecisionModel> Models { get; init; }
    public required string Baseline { get; init; }
    public required TrafficView Traffic { get; init; }
    public required DecisionChoice Decision { get; init; }
    public required IReadOnlyList<DecisionVerdict> Verdicts { get; init; }
    public required IReadOnlyList<DecisionRow> Scorecard { get; init; }

    /// <summary>In the order of the models.</summary>
    public required IReadOnlyList<DecisionCost> Cost { get; init; }
    public required IReadOnlyList<DecisionSentence> Tradeoffs { get; init; }
    public required IReadOnlyList<DecisionSentence> Lifecycle { get; init; }
    public required IReadOnlyList<DecisionSentence> Switch { get; init; }

    /// <summary>Rows that at least two of the models have.</summary>
    public required IReadOnlyList<DecisionBenchmark> Benchmarks { get; init; }
    public required IReadOnlyList<DecisionEval> Evals { get; init; }

    /// <summary>What is not known, and what would tell.</summary>
    public required IReadOnlyList<DecisionQuestion> Open { get; init; }

    /// <summary>Every claim that the comparison page shows: first those cited above, in the order of their first use.</summary>
    public required IReadOnlyList<DecisionClaim> Claims { get; init; }

    /// <summary>Null only while the record is made.</summary>
    public DecisionSeal? Integrity { get; init; }
}

public sealed record DecisionModel(string Id, string Name, string Maker, string Stage);

/// <summary>What people made of it. All null: still to be filled in.</summary>
/// <param name="Chosen">Id of one of the models.</param>
public sealed record DecisionChoice(string? Chosen = null, string? By = null, string? Because = null)
{
    [JsonIgnore] public bool IsEmpty => Chosen is null && By is null && Because is null;
}

/// <param name="Winner">Id of a model; null where none is.</param>
/// <param name="Pair">Ids of the two.</param>
/// <param name="Claims">Ids of <see cref="DecisionRecord.Claims"/>, here and everywhere.</param>
public sealed record DecisionVerdict(IReadOnlyList<string> Pair, string Decision, string? Winner, string Text, string Rule, IReadOnlyList<string> Claims);

public sealed record DecisionRow(string Label, string Rule, string Decision, IReadOnlyList<DecisionCell> Cells);

/// <param name="State">One of the five states of a fact.</param>
public sealed record DecisionCell(string Model, string State, string Display, bool Best, string? Exact, string? Note, IReadOnlyList<string> Claims);

public sealed record DecisionCost
{
    public required string Model { get; init; }

    /// <summary>Null where it cannot be told; then <see cref="Why"/>.</summary>
    public required decimal? UsdPerMonth { get; init; }
    public required string Display { get; init; }
    public string? Offer { get; init; }
    public string? ProviderName { get; init; }
    public required IReadOnlyList<DecisionBillLine> Lines { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }
    public string? Why { get; init; }
    public string? Doubt { get; init; }

    /// <summary>Of a retired model: its last known bill. History, not a cost.</summary>
    public DecisionCost? LastKnown { get; init; }
}

public sealed record DecisionBillLine(string Kind, string Label, decimal Quantity, decimal? UnitPrice, decimal? Usd, IReadOnlyList<string> Claims);

/// <param name="Favors">Id of the model it speaks for; <paramref name="From"/> and <paramref name="To"/> of a switch.</param>
public sealed record DecisionSentence(string Text, string Rule, string? Favors, string? From, string? To, IReadOnlyList<string> Claims);

public sealed record DecisionBenchmark(string Benchmark, string Name, string? Variant, IReadOnlyList<DecisionResult> Results);

/// <param name="Beside">Items and interval.</param>
public sealed record DecisionResult(string Model, string Display, string? Beside, bool Best, IReadOnlyList<string> Claims);

/// <summary>A run of one's own that asked at least one of the models.</summary>
public sealed record DecisionEval
{
    public required string Run { get; init; }
    public required string Date { get; init; }
    public required string Suite { get; init; }
    public required string SuiteVersion { get; init; }

    /// <summary>SHA-256 of the suite.</summary>
    public required string SuiteHash { get; init; }
    public required int Samples { get; init; }
    public required string Settings { get; init; }

    /// <summary>Which scoring of the run, from 1.</summary>
    public required int Scoring { get; init; }
    public required IReadOnlyList<DecisionScore> Scores { get; init; }

    /// <summary>Tests of each two of the models on the same samples.</summary>
    public required IReadOnlyList<DecisionPair> Pairs { get; init; }
    public required IReadOnlyList<string> Claims { get; init; }
}

/// <param name="Model">Id in the catalogue.</param>
/// <param name="AskedAs">As the run names it.</param>
/// <param name="Interval">95 %, in words; "none" where there is none.</param>
public sealed record DecisionScore(string Model, string AskedAs, string Display, string Interval, int Items, int Passed, int Failed, string Open);

/// <param name="P">Corrected for all pairs of the run; null where there was nothing to test.</param>
public sealed record DecisionPair(string First, string Second, string Outcome, string Sentence, string Method, int Items, decimal? P);

/// <param name="Kind"><c>unknown</c>, <c>disputed</c>, <c>not_run</c>, <c>price</c> or <c>ageing</c>.</param>
/// <param name="Model">Id of the one model it is about; null where it is about several.</param>
/// <param name="Command">What would tell; null where no command does.</param>
public sealed record DecisionQuestion(string Kind, string Text, string? Model, string? Command, IReadOnlyList<string> Claims);

/// <summary>A claim as it stood. <see cref="Sha256"/> is over the ten members of <see cref="ClaimStatement"/>, so that it stays when only days move on.</summary>
public sealed record DecisionClaim
{
    public required string Id { get; init; }
    public required string Sha256 { get; init; }
    public required string SubjectKind { get; init; }
    public required string Subject { get; init; }
    public required string Property { get; init; }
    public required string ValueKind { get; init; }
    public required string Value { get; init; }
    public required string Display { get; init; }
    public required string? Quoted { get; init; }
    public required string Publisher { get; init; }
    public required string? Url { get; init; }
    public required string Rank { get; init; }
    public required string AsOf { get; init; }

    /// <summary>Null: not recorded.</summary>
    public required string? Retrieved { get; init; }
    public required string Scope { get; init; }
    public required bool Unconfirmed { get; init; }
    public required bool Forced { get; init; }
    public required string? Note { get; init; }

    /// <summary>Parts of the record that rest on it; none: it stands on the comparison page only.</summary>
    public required IReadOnlyList<string> CitedIn { get; init; }

    [JsonIgnore] public ClaimStatement Statement => new()
    {
        SubjectKind = SubjectKind, Subject = Subject, Property = Property, ValueKind = ValueKind, Value = Value, Quoted = Quoted, Publisher = Publisher, Url = Url, Unconfirmed = Unconfirmed, Forced = Forced,
    };
}

/// <summary>Hashes by which an edit shows. Whoever edits on purpose can make them again: they are no signature.</summary>
/// <param name="Canonical">The form that is hashed, <c>assay-canonical/1</c>.</param>
/// <param name="Sha256">Over the record without this member and without the open ones.</param>
/// <param name="Parts">Over each member of the record that is not open.</param>
/// <param name="Open">Members that are still to be filled in by hand, and in no hash.</param>
public sealed record DecisionSeal(string Canonical, string Sha256, IReadOnlyDictionary<string, string> Parts, IReadOnlyList<string> Open);
