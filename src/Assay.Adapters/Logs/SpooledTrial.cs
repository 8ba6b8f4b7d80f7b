using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Logs;

/// <summary>A trial whose texts lie in the spool; its figures are what decides how the whole log is read.</summary>
internal sealed record SpooledTrial(DraftTrial Figures, LogSpool.Place Texts)
{
    public DraftTrial Whole(LogSpool spool)
    {
        var texts = spool.Get(Texts, SpoolJson.Default.SpooledTexts);
        return Figures with { Outcome = TranscriptForm.Read(texts.Outcome), Scores = [.. Figures.Scores.Select((s, i) => s with { Why = texts.Why[i], Read = texts.Read[i] })] };
    }

    /// <summary>How it ended and no more.</summary>
    public static CallOutcome WithoutTexts(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Replied replied => new CallOutcome.Replied("", replied.Stop),
        CallOutcome.Failed failed => new CallOutcome.Failed(failed.Failure),
        _ => outcome,
    };
}

/// <summary>A sample whose texts lie in the spool.</summary>
/// <param name="Asked">Equal for equal inputs and targets.</param>
internal sealed record SpooledSample(string Category, string? Cluster, int Asked, LogSpool.Place Texts)
{
    public Sample Sample(string id, int place, LogSpool spool) => RunForm.Read(place, id, Category, Cluster, spool.Get(Texts, SpoolJson.Default.StoredSample));
}
