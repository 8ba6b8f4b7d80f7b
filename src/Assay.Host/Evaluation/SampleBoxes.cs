using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Assay.Host.Playground;
using Assay.Vision;

namespace Assay.Host.Evaluation;

/// <summary>Boxes of one sample, read as its scorer reads them: those of its target and of each reply. For samples that are scored by boxes or ask for them.</summary>
internal sealed class SampleBoxes
{
    private static readonly BoxesScorer Scorer = new();

    private readonly Sample sample;
    private readonly ScorerChoice choice;

    private SampleBoxes(Sample sample, ScorerChoice choice, EvalPictureView picture)
    {
        (this.sample, this.choice, Picture) = (sample, choice, picture);
        Target = Scorer.Compare(sample, choice, Reply("")) is { } c ? [.. c.Target.Select(BoxView.Of)] : null;
    }

    public EvalPictureView Picture { get; }

    /// <summary>Null where the target is no boxes.</summary>
    public IReadOnlyList<BoxView>? Target { get; }

    /// <summary>Null where the sample has nothing to do with boxes, or its image did not come with the run.</summary>
    public static SampleBoxes? Of(Run run, Sample sample, RunStore store)
    {
        var scorer = run.Suite.ScorerOf(sample);
        if (sample.Images.Count == 0 || scorer.Id != Scorer.Id && run.Suite.TaskOf(sample) != ModelTask.Detect) return null;
        return store.ImageSize(run.SuiteHash, sample.Images[0].Hash) is ({ } width, { } height)
            ? new(sample, scorer, new($"/evals/{run.Id}/images/{sample.Images[0].Hash}", width, height))
            : null;
    }

    /// <summary>Null where there is no reply.</summary>
    public EvalBoxesView? In(string? reply)
    {
        if (reply is null) return null;
        return Target is null ? EvalBoxesView.Read(BoxReader.Read(reply, new(Picture.Width, Picture.Height), prompt: sample.Input)) : EvalBoxesView.Of(Scorer.Compare(sample, choice, Reply(reply))!);
    }

    private ScoredReply Reply(string text) => new(text, false, Picture.Width, Picture.Height);
}
