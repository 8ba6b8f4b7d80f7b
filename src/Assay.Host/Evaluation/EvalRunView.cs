namespace Assay.Host.Evaluation;

public sealed record EvalSuiteView(string Id, string Version, string Title, string Licence, string Hash, int Samples, IReadOnlyList<string> Categories)
{
    public string? Description { get; init; }
}

/// <param name="Kind"><c>own</c> or <c>imported</c>.</param>
public sealed record EvalOriginView(string Kind, string? Format = null, string? File = null, string? Hash = null, string? By = null);

public sealed record EvalSettingsView
{
    public required int Repetitions { get; init; }
    public required int Concurrency { get; init; }
    public decimal? MaxCost { get; init; }
    public bool Cache { get; init; }
    public int? MaxOutputTokens { get; init; }
    public decimal? Temperature { get; init; }
    public decimal? TopP { get; init; }
    public long? Seed { get; init; }
    public string? ReasoningEffort { get; init; }
}

public sealed record EvalEventView(DateTimeOffset At, string Kind, string Words);

/// <param name="Number">1 for the first; the greatest is the newest.</param>
public sealed record EvalScoringView(int Number, DateTimeOffset At, string Words);

/// <summary>A run: page, JSON and <c>assay eval report</c> show this.</summary>
public sealed record EvalRunView
{
    public required string Id { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required EvalSuiteView Suite { get; init; }
    public required EvalOriginView Origin { get; init; }
    public required EvalSettingsView Settings { get; init; }

    /// <summary><c>imported</c>, <c>finished</c>, <c>stopped</c>, <c>running</c> or <c>broken_off</c>.</summary>
    public required string State { get; init; }

    /// <summary>Trials that have an end, of all.</summary>
    public required int Done { get; init; }
    public required int Trials { get; init; }
    public required IReadOnlyList<EvalEventView> Events { get; init; }
    public required IReadOnlyList<EvalScoringView> Scorings { get; init; }

    /// <summary>Which scoring the figures are of.</summary>
    public required int Scoring { get; init; }

    /// <summary>What the run comes to, in sentences.</summary>
    public required IReadOnlyList<string> Verdict { get; init; }

    /// <summary>In the order of the run.</summary>
    public required IReadOnlyList<EvalModelView> Models { get; init; }

    /// <summary>Every two models.</summary>
    public required IReadOnlyList<EvalPairView> Pairs { get; init; }

    /// <summary>The pair asked for, else the two best; null where there is but one model.</summary>
    public EvalPairView? Pair { get; init; }
    public EvalAgainstView? Against { get; init; }

    /// <summary>Models that judged replies, with what that cost; empty where rules scored.</summary>
    public IReadOnlyList<EvalJudgeView> Judges { get; init; } = [];

    /// <summary>How far the scores agree with people, person by person; empty where nobody labelled answers.</summary>
    public IReadOnlyList<EvalAgreementView> People { get; init; } = [];
}

/// <param name="Items">Answers that both the score and the person called right or wrong.</param>
/// <param name="WithoutVerdict">Labelled answers that have no verdict of the scorer; in no other count.</param>
/// <param name="Kappa">Cohen's, with its 95 % interval.</param>
/// <param name="OnlyScore">Ids of the samples that are right by the score alone; <paramref name="OnlyPerson"/> by the person alone.</param>
public sealed record EvalAgreementView(string Person, int Items, int BothRight, int BothWrong, int WithoutVerdict, EvalFigureView Kappa, IReadOnlyList<string> OnlyScore, IReadOnlyList<string> OnlyPerson);

public sealed record EvalListScoreView(string Model, EvalScoreView Score);

/// <summary>A run in a list.</summary>
public sealed record EvalRunItem
{
    public required string Id { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string Suite { get; init; }
    public required string SuiteVersion { get; init; }
    public required string SuiteHash { get; init; }
    public required int Samples { get; init; }
    public required int Repetitions { get; init; }
    public required string State { get; init; }
    public required EvalOriginView Origin { get; init; }
    public required int Done { get; init; }
    public required int Trials { get; init; }
    public required IReadOnlyList<EvalListScoreView> Models { get; init; }
}

/// <summary>A suite that runs were made of.</summary>
/// <param name="Runs">How many.</param>
public sealed record EvalSuiteItem(string Id, string Title, string Version, string Hash, int Samples, IReadOnlyList<string> Categories, string Licence, int Runs);

/// <summary>What <c>/evals</c> shows.</summary>
public sealed record EvalListView
{
    public required int Page { get; init; }
    public required int Pages { get; init; }
    public required int Total { get; init; }

    /// <summary>Only runs of this suite; null for all.</summary>
    public string? Suite { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<EvalRunItem> Runs { get; init; }
    public required IReadOnlyList<EvalSuiteItem> Suites { get; init; }

    /// <summary>Suites that can be run by name.</summary>
    public required IReadOnlyList<EvalKnownSuiteView> Known { get; init; }
}
