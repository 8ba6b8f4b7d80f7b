using Assay.Calls;

namespace Assay.Evaluation;

/// <summary>A suite put to models, or the record of such a thing done elsewhere.</summary>
public sealed record Run
{
    /// <summary>26 digits like those of a turn: later runs sort after earlier ones.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required Suite Suite { get; init; }

    /// <summary>SHA-256 over everything that decides what is asked and what is right (docs/suites.md): equal hashes mean equal suites.</summary>
    public required string SuiteHash { get; init; }

    /// <summary>How many samples the suite has: the denominator, whatever becomes of the calls.</summary>
    public required int Samples { get; init; }

    /// <summary>Names of the models, in the order of <see cref="TrialKey.Model"/>: <c>provider/model</c>, or as an imported record writes them.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    public required RunSettings Settings { get; init; }

    public required RunOrigin Origin { get; init; }

    public int Trials => checked(Samples * Models.Count * Settings.Repetitions);
}

/// <summary>How a run is to be done. Kept with it; a resumed run goes on with the same but for what only concerns speed and money.</summary>
public sealed record RunSettings
{
    /// <summary>1 and above.</summary>
    public int Repetitions { get; init; } = 1;

    /// <summary>Calls under way at once over all models, 1 and above; providers' own limits hold besides.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>US dollars that calls of this run may cost together, resumed ones and judges included; null for no cap.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Whether replies of earlier calls that asked the very same are taken instead of asking again.</summary>
    public bool Cache { get; init; }

    /// <summary>What is asked of the sampling: the suite's with what the run said otherwise.</summary>
    public CallParameters Parameters { get; init; } = new();
}

/// <summary>Where the trials of a run come from.</summary>
public abstract record RunOrigin
{
    private RunOrigin()
    {
    }

    /// <summary>Assay made the calls.</summary>
    public sealed record Own : RunOrigin;

    /// <summary>Read from another program's record.</summary>
    /// <param name="Format">Such as <c>inspect</c>.</param>
    /// <param name="File">The file's name, without its folder.</param>
    /// <param name="Hash">SHA-256 of the file.</param>
    /// <param name="By">The program and its version as the record names them; null where it does not.</param>
    public sealed record Imported(string Format, string File, string Hash, string? By) : RunOrigin;
}

/// <summary>What happened to a run as a whole; trials are recorded apart.</summary>
public enum RunEventKind
{
    NotDecided = 0,
    Started = 1,
    Resumed = 2,

    /// <summary>Ended before all was done: by the user, by the cap, by a fault.</summary>
    Stopped = 3,

    /// <summary>Every trial has an end, if only a failed one.</summary>
    Finished = 4,
    Rescored = 5,

    /// <summary>Something that whoever reads the run should know, such as what a reader of another program's record left out.</summary>
    Noted = 6,
}

/// <param name="Words">Why, for people.</param>
public sealed record RunEvent(DateTimeOffset At, RunEventKind Kind, string Words)
{
    /// <summary>Where a run stands by its events: started, resumed, stopped or finished, whichever came last.</summary>
    public static RunEventKind Standing(IEnumerable<RunEvent> events) =>
        events.LastOrDefault(e => e.Kind is RunEventKind.Started or RunEventKind.Resumed or RunEventKind.Stopped or RunEventKind.Finished)?.Kind ?? RunEventKind.NotDecided;
}
