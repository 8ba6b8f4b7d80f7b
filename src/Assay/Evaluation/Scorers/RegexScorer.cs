using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Assay.Evaluation.Answers;

namespace Assay.Evaluation.Scorers;

/// <summary>A target is a pattern that all of the final answer, or some of the reply, follows. Matched without backtracking: time is linear in the reply.</summary>
public sealed class RegexScorer : ReplyScorer<RegexOptions>
{
    private const int Most = 500;

    private static readonly ConcurrentDictionary<(string Pattern, bool IgnoreCase, bool Whole), Regex?> Known = new();

    public override string Id => "regex";

    public override IReadOnlyList<ScorerOption> Options { get; } =
    [
        new("on", "answer (all of the final answer must follow the pattern) or reply (the pattern is looked for anywhere in the reply)", "answer"),
        new("ignore_case", "true or false", "false"),
    ];

    private protected override RegexOptions ReadOptions(OptionReader reader)
    {
        var on = reader.Text("on") ?? "answer";
        if (on is not ("answer" or "reply")) reader.Wrong("on", $"is '{on}'");
        return new(on == "reply", reader.Flag("ignore_case", false));
    }

    private protected override string? TargetFault(Sample sample, RegexOptions options)
    {
        foreach (var target in sample.Target)
        {
            if (Pattern(target, options) is not { } pattern) return $"The target {Quote(target)} is no pattern that can be matched in linear time: it is not closed, or looks around or back. Write it without (?=…), (?<=…), \\1 and the like.";
            if (pattern.IsMatch("")) return $"The target {Quote(target)} is a pattern that an empty text follows, so nothing would be wrong; make a part of it obligatory.";
        }
        return null;
    }

    private protected override Score Score(Sample sample, RegexOptions options, ScoredReply reply)
    {
        var answer = Vision.Replies.ReplyText.Answer(reply.Text);
        var given = AnswerForms.Given(answer);
        if (!options.OnReply && given.Select(g => g.Trim()).Distinct(StringComparer.Ordinal).Count() > 1) return Evaluation.Score.Fail($"The reply gives several answers: {Quote(given[0])} and {Quote(given[^1])}.");
        var text = options.OnReply ? answer : (given.Count > 0 ? given[^1] : AnswerForms.Fenced(answer) ?? AnswerForms.Bold(answer) ?? answer).Trim();
        foreach (var target in sample.Target)
        {
            if (Pattern(target, options) is not { } pattern) return new Score.Unscored(TargetFault(sample, options)!);
            if (IsMatch(pattern, text) is not { } match) return new Score.Unscored($"The pattern {Quote(target)} takes too long on this reply; make it simpler.");
            if (match) return Evaluation.Score.Pass($"{(options.OnReply ? "The reply" : "The answer")} {Quote(text)} follows {Quote(target)}.", FinalAnswer.Short(text));
        }
        return Evaluation.Score.Fail(options.OnReply ? $"Nothing in the reply follows {Wanted(sample)}." : $"The answer {Quote(text)} does not follow {Wanted(sample)}.", FinalAnswer.Short(text));
    }

    /// <summary>Null where the match takes too long: linear, but with large counts the step is long.</summary>
    private static bool? IsMatch(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Regex? Pattern(string pattern, RegexOptions options)
    {
        var key = (pattern, options.IgnoreCase, !options.OnReply);
        if (Known.TryGetValue(key, out var known)) return known;
        if (Known.Count >= Most) Known.Clear();
        return Known[key] = Make(pattern, options);
    }

    private static Regex? Make(string pattern, RegexOptions options)
    {
        if (pattern.Length > 2_000) return null;
        try
        {
            // A fence on both sides: the pattern has to hold for all of the answer.
            return new(options.OnReply ? pattern : $@"\A(?:{pattern})\z", System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.CultureInvariant | (options.IgnoreCase ? System.Text.RegularExpressions.RegexOptions.IgnoreCase : 0), TimeSpan.FromSeconds(10));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>What a suite sets of <see cref="RegexScorer"/>.</summary>
/// <param name="OnReply">Whether the pattern is looked for in all of the reply.</param>
public sealed record RegexOptions(bool OnReply, bool IgnoreCase);
