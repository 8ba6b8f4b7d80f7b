namespace Assay.Statistics;

/// <summary>
/// The exact two-sided sign test, which on pass/fail pairs is the exact McNemar test:
/// p = min(1, 2·Σ C(b+c, i) / 2^(b+c)) over i ≤ min(b, c).
/// </summary>
public static class SignTest
{
    /// <param name="first">Cases that only the first side wins.</param>
    /// <param name="second">Cases that only the second side wins.</param>
    /// <returns>The probability of a split at least as uneven if both sides were alike; null where there is no case: nothing was tested.</returns>
    public static double? P(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        var n = first + second;
        if (n == 0) return null;
        // In logarithms: 2^-n is no double any more for a few thousand cases.
        var logTerm = -n * Math.Log(2);
        var sum = Math.Exp(logTerm);
        for (var i = 1; i <= Math.Min(first, second); i++)
        {
            logTerm += Math.Log(n - i + 1) - Math.Log(i);
            sum += Math.Exp(logTerm);
        }
        return Math.Min(1, 2 * sum);
    }
}
