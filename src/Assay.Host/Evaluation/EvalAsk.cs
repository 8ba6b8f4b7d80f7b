using System.Globalization;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Host.Evaluation;

/// <summary>What a run is asked to be, on the command line and over HTTP.</summary>
public sealed record EvalAsk
{
    /// <summary>Id of a suite; on the command line a folder too.</summary>
    public string? Suite { get; init; }

    /// <summary>Null where none is named.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>Null for the suite's.</summary>
    public int? Repetitions { get; init; }

    /// <summary>Calls under way at once.</summary>
    public int? Concurrency { get; init; }

    /// <summary>US dollars.</summary>
    public decimal? MaxCost { get; init; }

    public bool Cache { get; init; }

    public decimal? Temperature { get; init; }

    public decimal? TopP { get; init; }

    public int? MaxOutputTokens { get; init; }

    public long? Seed { get; init; }

    public string? ReasoningEffort { get; init; }

    internal const int MostAtOnce = 1_000;
    internal const int MostRepetitions = 1_000;
    internal const int MostUsd = 1_000_000;
    internal const int Hottest = 2;

    /// <summary>What is wrong with the figures, each as a sentence.</summary>
    internal IEnumerable<string> Faults()
    {
        if (Repetitions is < 1 or > MostRepetitions) yield return $"{Repetitions} is no number of repetitions: give 1 to {MostRepetitions:#,0}.";
        if (Concurrency is < 1 or > MostAtOnce) yield return $"{Concurrency} is no number of calls at once: give 1 to {MostAtOnce:#,0}.";
        if (MaxCost is < 0 or > MostUsd) yield return $"{MaxCost?.ToString(CultureInfo.InvariantCulture)} is no cap in US dollars: give 0 to {MostUsd}.";
        if (Temperature is < 0 or > Hottest) yield return $"{Temperature?.ToString(CultureInfo.InvariantCulture)} is no temperature: give 0 to {Hottest}.";
        if (TopP is <= 0 or > 1) yield return $"{TopP?.ToString(CultureInfo.InvariantCulture)} is no top-p: give above 0, to 1.";
        if (MaxOutputTokens < 1) yield return $"{MaxOutputTokens} is no limit of output tokens: give 1 or more.";
    }

    /// <summary>The settings of a run of this suite.</summary>
    internal RunSettings Settings(Suite suite)
    {
        var p = suite.Parameters;
        return new()
        {
            Repetitions = Repetitions ?? suite.Repetitions, Concurrency = Concurrency ?? new RunSettings().Concurrency, MaxCost = MaxCost, Cache = Cache,
            Parameters = p with
            {
                Temperature = Temperature ?? p.Temperature, TopP = TopP ?? p.TopP, MaxOutputTokens = MaxOutputTokens ?? p.MaxOutputTokens, Seed = Seed ?? p.Seed, ReasoningEffort = ReasoningEffort ?? p.ReasoningEffort,
            },
        };
    }
}
