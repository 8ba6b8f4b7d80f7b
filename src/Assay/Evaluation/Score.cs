namespace Assay.Evaluation;

/// <summary>What a scorer says of one reply.</summary>
public abstract record Score
{
    private Score()
    {
    }

    /// <param name="Value">0 to 1, more being better.</param>
    /// <param name="Passed">Null where the scorer measures and draws no line.</param>
    /// <param name="Why">A sentence for people: what was read in the reply, what was wanted.</param>
    public sealed record Scored(double Value, bool? Passed, string Why) : Score
    {
        /// <summary>What the scorer took for the answer; null where it found none.</summary>
        public string? Read { get; init; }
    }

    /// <summary>Nothing can be said, which is neither a pass nor a fail: a judge that cannot be read, a target that is broken.</summary>
    /// <param name="Why">A sentence for people.</param>
    public sealed record Unscored(string Why) : Score;

    public static Score Pass(string why, string? read = null) => new Scored(1, true, why) { Read = read };

    public static Score Fail(string why, string? read = null) => new Scored(0, false, why) { Read = read };
}
