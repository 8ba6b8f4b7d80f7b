using Assay.Evaluation.Answers;

namespace Assay.Evaluation.Scorers;

/// <summary>The one number of the final answer is a target's, within a tolerance and in its unit.</summary>
public sealed class NumberScorer : ReplyScorer<NumberOptions>
{
    public override string Id => "number";

    public override IReadOnlyList<ScorerOption> Options { get; } =
    [
        new("tolerance", "a number of 0 and above, in the unit of the target", "0"),
        new("relative_tolerance", "a share of the target, 0 and above: 0.05 is five in a hundred", "0"),
        new("unit", "a unit such as mm, kg, min, %, $", "the target's own, if it has one"),
    ];

    private protected override NumberOptions ReadOptions(OptionReader reader)
    {
        var unit = reader.Text("unit") is { } name ? MeasureUnit.Find(name) : null;
        if (unit is null && reader.Text("unit") is { } unknown) reader.Wrong("unit", $"is '{unknown}', which is not known");
        return new(reader.Exact("tolerance", 0), reader.Exact("relative_tolerance", 0), unit);
    }

    private protected override string? TargetFault(Sample sample, NumberOptions options)
    {
        foreach (var target in sample.Target)
        {
            if (Target(target, options) is not { } number) return $"The target {Quote(target)} is not one number; write one, such as 4, 3.5, $2.30 or 32,500 kg, or use another scorer.";
            if (options.Unit is { } unit && number.Unit is { } own && own.Kind != unit.Kind) return $"The target {Quote(target)} is in {own.Name}, which cannot be converted to the unit '{unit.Name}'; change one of them.";
        }
        return null;
    }

    private protected override Score Score(Sample sample, NumberOptions options, ScoredReply reply)
    {
        var unit = options.Unit;
        foreach (var target in sample.Target)
        {
            if (Target(target, options) is not { } number) return new Score.Unscored(TargetFault(sample, options)!);
            unit ??= number.Unit;
        }
        var found = FinalAnswer.Find(reply.Text, new NumberReader(unit, sample.Input).Read);
        if (found.Value is not { } answer) return Evaluation.Score.Fail(found.Why is { Length: > 0 } why ? $"{why} Wanted is {Wanted(sample)}." : $"No number is given as the answer in {Quote(found.Quoted ?? reply.Text)}; wanted is {Wanted(sample)}.");
        foreach (var target in sample.Target)
            if (Fits(answer.Number, Target(target, options)!.Value, unit, options, sample.Input)) return Evaluation.Score.Pass($"The number is {answer}; wanted is {Wanted(sample)}.", answer.ToString());
        return Evaluation.Score.Fail($"The number is {answer}; wanted is {Wanted(sample)}{Margin(options)}.", answer.ToString());
    }

    /// <summary>The target with the unit in which it counts; null where it is not one number.</summary>
    private static FoundNumber? Target(string target, NumberOptions options)
    {
        var text = AnswerText.Plain(target).Trim();
        if (NumberScan.Of(text) is not [{ Bound: false, Denied: false } only]) return null;
        // "3 apples" has words of its own; what is no number and no unit makes it a text.
        return only.End - only.Start < text.Length - 24 ? null : only with { Unit = only.Unit ?? options.Unit };
    }

    private static bool Fits(FoundNumber answer, FoundNumber target, MeasureUnit? unit, NumberOptions options, string prompt)
    {
        var wanted = InUnit(target.Value, target.Unit, unit);
        if (answer.Unit is { } own && unit is not null && own.Kind != unit.Kind) return false;
        if (Within(InUnit(answer.Value, answer.Unit, unit), wanted, options)) return true;
        // A count or amount of a thousand and more has no three decimals: its point parts thousands.
        if (answer.OrElse is { } grouped && wanted >= 1000 && wanted == Math.Truncate(wanted) && Within(InUnit(grouped, answer.Unit, unit), wanted, options)) return true;
        // Asked "in millions", 2,428 and 2,428 million are the same answer.
        return answer.Scaled > 1 && target.Scaled == 1 && ScaleIsAsked(answer.Scaled, prompt) && Within(InUnit(answer.Value / answer.Scaled, answer.Unit, unit), wanted, options);
    }

    private static bool ScaleIsAsked(decimal scale, string prompt) => scale switch
    {
        1_000 => prompt.Contains("thousand", StringComparison.OrdinalIgnoreCase),
        1_000_000 => prompt.Contains("million", StringComparison.OrdinalIgnoreCase),
        1_000_000_000 => prompt.Contains("billion", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Values too large to convert stay as they are, and do not fit.</summary>
    private static decimal InUnit(decimal value, MeasureUnit? from, MeasureUnit? to) => from is null || to is null || from == to || from.Kind != to.Kind || Math.Abs(value) > 1_000_000_000_000 ? value : value * from.Factor / to.Factor;

    private static bool Within(decimal value, decimal wanted, NumberOptions options)
    {
        if (value == wanted) return true;
        var allowed = options.Tolerance + (options.RelativeTolerance == 0 ? 0 : (decimal)Math.Min((double)options.RelativeTolerance * Math.Abs((double)wanted), 1e27));
        return allowed > 0 && Math.Abs((double)value - (double)wanted) <= (double)allowed * (1 + 1e-12);
    }

    private static string Margin(NumberOptions options) => options switch
    {
        { Tolerance: > 0, RelativeTolerance: > 0 } => $", give or take {options.Tolerance} and {options.RelativeTolerance * 100} %",
        { Tolerance: > 0 } => $", give or take {options.Tolerance}",
        { RelativeTolerance: > 0 } => $", give or take {options.RelativeTolerance * 100} %",
        _ => "",
    };
}

/// <summary>What a suite sets of <see cref="NumberScorer"/>.</summary>
public sealed record NumberOptions
{
    internal NumberOptions(decimal tolerance, decimal relativeTolerance, MeasureUnit? unit) => (Tolerance, RelativeTolerance, Unit) = (tolerance, relativeTolerance, unit);

    internal decimal Tolerance { get; }

    internal decimal RelativeTolerance { get; }

    internal MeasureUnit? Unit { get; }
}
