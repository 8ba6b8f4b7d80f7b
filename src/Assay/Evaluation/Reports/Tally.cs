using System.Runtime.InteropServices;

namespace Assay.Evaluation.Reports;

/// <summary>How the trials of one model ended. Every trial of the suite is in exactly one of the counts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tally
{
    public int Passed { get; init; }
    public int Failed { get; init; }
    public int Graded { get; init; }
    public int Unscored { get; init; }
    public int Refused { get; init; }
    public int Errored { get; init; }
    public int Interrupted { get; init; }
    public int NotRun { get; init; }

    /// <summary>Answers that the limit of output tokens cut; among the counts above, for the reader to see why they are wrong.</summary>
    public int Cut { get; init; }

    /// <summary>Answers without any text; among the counts above.</summary>
    public int Empty { get; init; }

    /// <summary>Trials with a score.</summary>
    public int Scored => Passed + Failed + Graded;

    /// <summary>The denominator: fixed by the suite, whatever became of the calls.</summary>
    public int All => Scored + Open;

    /// <summary>Trials without a score: neither fails nor absent. The score could still go either way by each of them.</summary>
    public int Open => Unscored + Refused + Errored + Interrupted + NotRun;

    /// <summary>Whether enough is scored to show what depends on all of it: 90 %, so 61 of 67.</summary>
    public bool IsCovered => Coverage.Reached(Scored, All);
}

/// <summary>How much of a whole must be known before a figure stands for the whole.</summary>
public static class Coverage
{
    /// <summary>0.9.</summary>
    public const double Least = 0.9;

    /// <summary>On whole numbers, so that 61 of 67 is enough and no rounding decides. Nothing of nothing is not enough.</summary>
    public static bool Reached(long known, long all) => all > 0 && known * 10 >= all * 9;

    /// <summary>"60 of 67" is 89.6 %: the words for "not enough is known".</summary>
    public static string Missing(long known, long all, string what) => $"{Units.Format.Exact(known)} of {Units.Words.Plural(all, "trial")} {(known == 1 ? "has" : "have")} {what}; at least 90 % are needed to speak for all.";
}
