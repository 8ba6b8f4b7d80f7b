using System.Globalization;

namespace Assay.Units;

/// <summary>The one formatter of money, counts and percentages, for every surface.</summary>
public static class Format
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>
    /// US dollars: whole above $1,000, at most two decimals above $100, at least two decimals and up to four
    /// significant digits below. A positive amount never prints as $0.00.
    /// </summary>
    public static string Usd(decimal amount)
    {
        if (amount < 0) return "−" + Usd(-amount);
        return amount switch
        {
            0 => "$0",
            >= 1000 => "$" + Math.Round(amount, 0, MidpointRounding.AwayFromZero).ToString("#,0", Culture),
            >= 100 => "$" + Cents(amount),
            _ => "$" + Significant(amount),
        };
    }

    private static string Cents(decimal amount)
    {
        var rounded = Math.Round(amount, 2, MidpointRounding.AwayFromZero);
        return rounded >= 1000 ? "1,000" : rounded == decimal.Truncate(rounded) ? rounded.ToString("0", Culture) : rounded.ToString("0.00", Culture);
    }

    private static string Significant(decimal amount)
    {
        var decimals = 3;
        for (var scale = amount; scale < 1 && decimals < 28; scale *= 10) decimals++;
        if (amount >= 10) decimals = 2;
        var rounded = Math.Round(amount, decimals, MidpointRounding.AwayFromZero);
        return rounded >= 100 ? "100" : rounded.ToString("0.00" + new string('#', decimals - 2), Culture);
    }

    /// <summary>A count, short: 950 · 1.5K · 8K · 131K · 1.05M · 25.2B · 1.76T. Two decimals at most, no trailing zeros.</summary>
    public static string Count(decimal count)
    {
        if (count < 1000) return count.ToString("0.##", Culture);
        if (count < 4000) return Scaled(count, 1000m, 1) + "K";
        if (count < 999_500) return Scaled(count, 1000m, 0) + "K";
        if (count < 999_995_000m) return Scaled(count, 1_000_000m, 2) + "M";
        if (count < 999_995_000_000m) return Scaled(count, 1_000_000_000m, 2) + "B";
        return Scaled(count, 1_000_000_000_000m, 2) + "T";
    }

    private static string Scaled(decimal count, decimal unit, int decimals) =>
        Math.Round(count / unit, decimals, MidpointRounding.AwayFromZero).ToString("#,0.##", Culture);

    /// <summary>The exact integer with separators: 131,072.</summary>
    public static string Exact(decimal count) => count.ToString("#,0.####", Culture);

    /// <summary>A ratio of one or more, as in "15.6×": one decimal below 100, none above.</summary>
    public static string Times(decimal ratio)
    {
        var decimals = ratio >= 100 ? 0 : ratio >= 1.95m ? 1 : 2;
        return Math.Round(ratio, decimals, MidpointRounding.AwayFromZero).ToString("#,0.##", Culture) + "×";
    }

    /// <summary>
    /// How much lower <paramref name="cheap"/> is than <paramref name="dear"/>, in percent: always strictly between 0 and 100,
    /// so it is never rounded to either end.
    /// </summary>
    /// <exception cref="ArgumentException">The two are not positive, equal, or the wrong way round: there is no such percentage.</exception>
    public static string PercentLower(decimal dear, decimal cheap)
    {
        if (cheap <= 0 || cheap >= dear)
            throw new ArgumentException($"'{cheap}' is not a positive amount below '{dear}': a tie or a free offer has its own sentence.", nameof(cheap));
        var percent = (1 - cheap / dear) * 100;
        var rounded = percent switch
        {
            < 0.1m => "less than 0.1",
            < 10 => Math.Round(percent, 1, MidpointRounding.AwayFromZero).ToString("0.#", Culture),
            < 99 => Math.Round(percent, 0, MidpointRounding.AwayFromZero).ToString("0", Culture),
            <= 99.9m => Math.Min(99.9m, Math.Round(percent, 1, MidpointRounding.AwayFromZero)).ToString("0.#", Culture),
            _ => "more than 99.9",
        };
        return rounded + " %";
    }

    /// <summary>A share of 0 to 1 as a percentage with at most one decimal: 76.2 %.</summary>
    public static string Percent(decimal share) => Math.Round(share * 100, 1, MidpointRounding.AwayFromZero).ToString("0.#", Culture) + " %";
}
