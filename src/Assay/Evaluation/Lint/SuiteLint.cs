using Assay.Evaluation.Answers;
using Assay.Evaluation.Scorers;
using Assay.Statistics;
using Assay.Units;

namespace Assay.Evaluation.Lint;

/// <summary>
/// Looks for what makes a suite's scores less than they seem: scorers that let wrong replies pass or right ones fail, samples that stand twice or
/// contradict each other, answers that can be guessed, too few samples to tell models apart. Samples come one by one and are not kept, only numbers of them.
/// </summary>
public sealed class SuiteLint(Suite suite)
{
    /// <summary>More than this share of one answer in a category can be had by giving always the same.</summary>
    public const double MostConstant = 0.6;

    private const int FewestForShare = 5;
    private const double Difference = 0.2, Discordance = 0.3;

    private static readonly long Fewest = SampleSize.Paired(Difference, Discordance);

    private readonly Dictionary<UInt128, (int Line, ulong Target)> asked = [];
    private readonly Dictionary<string, Dictionary<ulong, (int Count, string Answer)>> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <param name="line">Where it stands.</param>
    public IEnumerable<LintFinding> Look(Sample sample, int line)
    {
        counts[sample.Category] = counts.GetValueOrDefault(sample.Category) + 1;
        var choice = suite.ScorerOf(sample);
        if (ScorerList.Find(choice.Id) is not { } scorer)
        {
            yield return new("scorer", true, sample.Id, line, $"The scorer '{choice.Id}' is not known.", $"Name one of {string.Join(", ", ScorerList.All.Select(s => s.Id))}.");
            yield break;
        }
        if (scorer.Fault(sample, choice) is { } fault)
        {
            yield return new("scorer", true, sample.Id, line, fault, "Correct the target or the scorer.");
            yield break;
        }
        if (Twice(sample, line) is { } twice) yield return twice;
        Count(sample, choice);
        if (scorer is not IReplyScorer rule) yield break;
        foreach (var finding in Attacked(sample, choice, rule, line)) yield return finding;
        foreach (var (reply, kind) in Right(sample, choice))
            if (!Passes(rule.Score(sample, choice, new(reply))))
                yield return new("unreachable", true, sample.Id, line, $"The target itself does not pass as a reply{kind}: {Why(rule.Score(sample, choice, new(reply)))}", "Correct the target or the options, or take a scorer that can read it.");
    }

    /// <summary>What can only be said once all samples were seen.</summary>
    public IEnumerable<LintFinding> End()
    {
        foreach (var category in suite.Categories)
        {
            var count = counts.GetValueOrDefault(category);
            if (count == 0)
            {
                yield return new("empty-category", true, null, null, $"The category '{category}' has no sample.", "Add samples, or take it out of suite.yaml.");
                continue;
            }
            if (answers.TryGetValue(category, out var given) && given.Values.Sum(a => a.Count) is >= FewestForShare and var all && given.Values.MaxBy(a => a.Count) is var most && most.Count > MostConstant * all)
                yield return new("constant-answer", false, null, null, $"In '{category}' the answer '{most.Answer}' is right for {Format.Exact(most.Count)} of {Words.Plural(all, "sample")}: whoever always says it scores {Format.Percent((decimal)most.Count / all)}.", "Add samples with other answers.");
            if (count < Fewest)
                yield return new("few-samples", false, null, null, $"'{category}' has {Words.Plural(count, "sample")}. {Lead(count)}", $"Read the category as a hint, or bring it to {Format.Exact(Fewest)}, which tell a difference of {Format.Percent((decimal)Difference)} with a power of 80 %.");
        }
    }

    private static string Lead(int count) => SampleSize.LeastSignificantLead(count).Match(
        lead => $"A model must be right on {Format.Exact(lead)} more than another, with none lost, to be told from it.",
        _ => "No lead on so few can be told from chance.");

    private LintFinding? Twice(Sample sample, int line)
    {
        var what = $"{suite.TaskOf(sample)}\n{AnswerText.Normal(sample.Input)}\n{string.Join(',', sample.Images.Select(i => i.Hash))}";
        var key = new UInt128(TextHash.Of(what, 1), TextHash.Of(what, 2));
        var target = TextHash.Of(string.Join('\n', sample.Target.Select(AnswerText.Folded).Order(StringComparer.Ordinal)), 1);
        if (asked.TryAdd(key, (line, target))) return null;
        var (first, other) = asked[key];
        return other == target
            ? new("duplicate", true, sample.Id, line, $"The same question on the same images stands in line {first}: it would count twice.", "Keep one of them.")
            : new("contradiction", true, sample.Id, line, $"The same question on the same images stands in line {first} with another target: one of them is wrong.", "Find out which, and correct or take away the other.");
    }

    private void Count(Sample sample, ScorerChoice choice)
    {
        if (choice.Id is "judge" or "boxes" or "json-schema" or "regex" or "cer" or "wer") return;
        var answer = string.Join(", ", sample.Target);
        if (!answers.TryGetValue(sample.Category, out var given)) answers[sample.Category] = given = [];
        var key = TextHash.Of(AnswerText.Normal(answer), 1);
        given[key] = given.TryGetValue(key, out var known) ? (known.Count + 1, known.Answer) : (1, FinalAnswer.Short(answer));
    }

    private static IEnumerable<LintFinding> Attacked(Sample sample, ScorerChoice choice, IReplyScorer rule, int line)
    {
        foreach (var attack in Attack.On(sample, choice))
            if (Passes(rule.Score(sample, choice, new(attack.Reply, ImageWidth: 1000, ImageHeight: 1000))))
                yield return new(attack.Kind, true, sample.Id, line, $"The wrong reply passes: {attack.Words}.", "Take a stricter scorer or options, or word question and target so that they can be told apart.");
    }

    /// <summary>The target in the usual forms; none for scorers whose target is no reply.</summary>
    private static IEnumerable<(string Reply, string Kind)> Right(Sample sample, ScorerChoice choice)
    {
        if (choice.Id is "regex" or "json-schema" or "boxes" or "judge") yield break;
        if (choice.Id == "set")
        {
            yield return (string.Join('\n', sample.Target), "");
            yield break;
        }
        foreach (var target in sample.Target.Take(20))
        {
            yield return (target, "");
            if (choice.Id is "exact" or "text" or "number" or "choice" && !target.Contains('\n', StringComparison.Ordinal)) yield return ($"Answer: {target}", " after 'Answer:'");
        }
    }

    /// <summary>A scorer that draws no line passes what it calls perfect.</summary>
    private static bool Passes(Score score) => score is Score.Scored scored && (scored.Passed ?? scored.Value > 0.999);

    private static string Why(Score score) => score switch
    {
        Score.Scored scored => scored.Why,
        Score.Unscored unscored => unscored.Why,
        _ => "",
    };
}
