using Assay.Evaluation.Answers;
using Assay.Units;

namespace Assay.Evaluation.Scorers;

/// <summary>The final answer lists the targets: F1 of precision and recall over different items.</summary>
public sealed class SetScorer : ReplyScorer<SetOptions>
{
    private const int Most = 10_000;

    public override string Id => "set";

    public override IReadOnlyList<ScorerOption> Options { get; } =
    [
        new("pass_at", "the least F1 that passes, above 0 to 1", "1"),
        new("ordered", "true or false: whether the items must also stand in the order of the targets", "false"),
    ];

    private protected override SetOptions ReadOptions(OptionReader reader) => new(reader.Number("pass_at", 1, 0, 1, above: true), reader.Flag("ordered", false));

    private protected override string? TargetFault(Sample sample, SetOptions options) =>
        Wanted(sample, out var doubled).Any(i => i.Length == 0) ? "An item of the target is punctuation only and nothing once normalised; write the item, or use another scorer."
            : doubled is not null ? $"The target has the item {Quote(doubled)} twice; keep one." : null;

    private protected override Score Score(Sample sample, SetOptions options, ScoredReply reply)
    {
        var wanted = Wanted(sample, out _);
        if (wanted.Any(i => i.Length == 0)) return new Score.Unscored(TargetFault(sample, options)!);
        var answer = AnswerText.Plain(Vision.Replies.ReplyText.Answer(reply.Text));
        var given = AnswerForms.Given(answer);
        var lists = given.Count > 0 ? given : [AnswerForms.Fenced(answer) ?? AnswerForms.AfterLead(answer) ?? answer];
        var items = ItemList.Of(lists[^1], wanted, sample.Input);
        foreach (var other in lists.SkipLast(1))
            if (!ItemList.Of(other, wanted, sample.Input).ToHashSet().SetEquals(items)) return Evaluation.Score.Fail("The reply gives several answers that list different things.");
        if (items.Count > Most) return Evaluation.Score.Fail($"The answer lists more than {Format.Exact(Most)} items; wanted are {Format.Exact(wanted.Count)}.");
        return Compare(wanted, items, options);
    }

    private static Score Compare(IReadOnlyList<string> wanted, IReadOnlyList<string> items, SetOptions options)
    {
        var (have, want) = (items.ToHashSet(StringComparer.Ordinal), wanted.ToHashSet(StringComparer.Ordinal));
        var right = have.Count(want.Contains);
        var f1 = right == 0 ? 0 : 2.0 * right / (have.Count + want.Count);
        var disorder = options.Ordered && f1 >= options.PassAt && !items.Where(want.Contains).Distinct().SequenceEqual(wanted.Where(have.Contains));
        var missing = wanted.Where(w => !have.Contains(w)).Take(3).Select(Quote).ToArray();
        var strange = have.Where(h => !want.Contains(h)).Take(3).Select(Quote).ToArray();
        var why = $"{Words.Plural(right, "item")} of {Format.Exact(want.Count)} found{(missing.Length > 0 ? $", missing {Words.List(missing)}" : "")}{(strange.Length > 0 ? $", not wanted {Words.List(strange)}" : "")}{(disorder ? ", in another order" : "")}.";
        return new Score.Scored(f1, f1 >= options.PassAt && !disorder, why) { Read = FinalAnswer.Short(string.Join(", ", items.Take(20))) };
    }

    /// <summary>Items of the target: its texts, or the parts of one text.</summary>
    private static List<string> Wanted(Sample sample, out string? doubled)
    {
        List<string> items = sample.Target.Count == 1 ? ItemList.Of(AnswerText.Plain(sample.Target[0]), [], "") : [.. sample.Target.Select(AnswerText.Normal)];
        doubled = items.GroupBy(i => i, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        return items;
    }
}

/// <summary>What a suite sets of <see cref="SetScorer"/>.</summary>
public sealed record SetOptions(double PassAt, bool Ordered);
