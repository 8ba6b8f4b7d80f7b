using Assay.Evaluation.Answers;

namespace Assay.Evaluation.Scorers;

/// <summary>What all scorers by rules share: options are read once, a fault of options or target makes a reply unscored, an empty reply is wrong.</summary>
public abstract class ReplyScorer<TOptions> : IReplyScorer where TOptions : class
{
    private ReadOptions<TOptions>? known;

    private protected ReplyScorer()
    {
    }

    private ReadOptions<TOptions> Known => known ??= new(Id, Options, ReadOptions);

    public abstract string Id { get; }

    public virtual int Version => 1;

    public virtual IReadOnlyList<ScorerOption> Options => [];

    /// <summary>Null where they have a fault.</summary>
    private protected TOptions? OptionsOf(ScorerChoice choice) => Known.Of(choice).Value;

    private protected abstract TOptions ReadOptions(OptionReader reader);

    /// <summary>What is wrong with the target for this scorer; null where nothing is.</summary>
    private protected virtual string? TargetFault(Sample sample, TOptions options) => null;

    private protected abstract Score Score(Sample sample, TOptions options, ScoredReply reply);

    public string? Fault(Sample sample, ScorerChoice choice)
    {
        var (read, fault) = Known.Of(choice);
        return fault ?? (sample.Target.Count == 0 || sample.Target.Any(string.IsNullOrWhiteSpace) ? "The target is empty, so nothing can be right; write what is." : TargetFault(sample, read!));
    }

    public Score Score(Sample sample, ScorerChoice choice, ScoredReply reply)
    {
        var (read, fault) = Known.Of(choice);
        if (fault is not null) return new Score.Unscored(fault);
        if (sample.Target.Count == 0 || sample.Target.Any(string.IsNullOrWhiteSpace)) return new Score.Unscored("The target is empty, so nothing can be right.");
        return string.IsNullOrWhiteSpace(reply.Text) ? Evaluation.Score.Fail("The reply is empty.") : Score(sample, read!, reply);
    }

    /// <summary>For people: quoted, on one line, not long.</summary>
    internal static string Quote(string text) => $"'{FinalAnswer.Short(text)}'";

    internal static string Wanted(Sample sample) => sample.Target.Count == 1 ? Quote(sample.Target[0]) : $"one of {Units.Words.List([.. sample.Target.Take(5).Select(Quote)], "or")}{(sample.Target.Count > 5 ? " and others" : "")}";
}

/// <summary>For scorers that have none.</summary>
public sealed record NoOptions
{
    internal static NoOptions Only { get; } = new();
}
