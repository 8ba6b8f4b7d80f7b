namespace Assay.Comparison;

/// <summary>Within which distance two values are level: one list for verdict, marks and sentences, so that they never disagree.</summary>
public static class Level
{
    /// <summary>Costs nearer than 1 % are level: price lists round, and traffic is never met exactly.</summary>
    public const decimal Cost = 1.01m;

    /// <summary>Windows nearer than 10 % are level: 128,000 and 131,072 are two ways to print one size.</summary>
    public const decimal Size = 1.1m;

    /// <summary>Whether two positive values are nearer than a factor.</summary>
    public static bool Within(decimal a, decimal b, decimal factor) => Math.Max(a, b) < Math.Min(a, b) * factor || a == b;
}
