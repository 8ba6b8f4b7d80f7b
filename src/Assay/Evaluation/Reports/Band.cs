namespace Assay.Evaluation.Reports;

/// <summary>A score in a word.</summary>
public enum Band
{
    NotDecided = 0,

    /// <summary>Below 40 %.</summary>
    Low = 1,

    /// <summary>40 % and above, below 75 %.</summary>
    Middle = 2,

    /// <summary>75 % and above.</summary>
    High = 3,
}

public static class Bands
{
    /// <summary>What adding up some thousand decimal fractions may lose: 0.75 stays 0.75.</summary>
    private const double Rounding = 1e-12;

    /// <param name="score">0 to 1, not rounded: 50 of 67 (74.63 %) is in the middle.</param>
    public static Band Of(double score) => score >= 0.75 - Rounding ? Band.High : score >= 0.4 - Rounding ? Band.Middle : Band.Low;

    public static string Words(this Band band) => band switch
    {
        Band.High => "75 % and above",
        Band.Middle => "40 % to below 75 %",
        Band.Low => "below 40 %",
        _ => "not decided",
    };

    /// <summary><c>high</c>, <c>middle</c>, <c>low</c>.</summary>
    public static string Name(this Band band) => band switch
    {
        Band.High => "high",
        Band.Middle => "middle",
        Band.Low => "low",
        _ => "not decided",
    };
}
