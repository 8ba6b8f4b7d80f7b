using System.Globalization;

namespace Assay.Units;

/// <summary>Reads the amounts people type: 800M, 1.5B, 800,000,000, 30%, 0.3.</summary>
public static class Amount
{
    /// <summary>A whole count of 0 or more with an optional K, M, B or T; separators <c>, _</c> and blanks are passed over.</summary>
    public static bool TryCount(string? text, out long count)
    {
        count = 0;
        if (!TryDecimal(text, out var number, out var suffix) || number < 0) return false;
        decimal? scale = suffix switch { "" => 1, "k" => 1_000, "m" => 1_000_000, "b" or "g" => 1_000_000_000, "t" => 1_000_000_000_000, _ => null };
        if (scale is null || number > 1_000_000_000_000_000m / scale) return false;
        var whole = number * scale.Value;
        if (whole != decimal.Truncate(whole)) return false;
        count = (long)whole;
        return true;
    }

    /// <summary>A share from 0 to 1, as 0.3 or 30%.</summary>
    public static bool TryShare(string? text, out decimal share)
    {
        share = 0;
        if (!TryDecimal(text, out var number, out var suffix) || suffix is not ("" or "%")) return false;
        share = suffix == "%" ? number / 100 : number;
        return share is >= 0 and <= 1;
    }

    /// <summary>A plain number of 0 or more.</summary>
    public static bool TryNumber(string? text, out decimal number) => TryDecimal(text, out number, out var suffix) && suffix.Length == 0 && number >= 0;

    private static bool TryDecimal(string? text, out decimal number, out string suffix)
    {
        (number, suffix) = (0, "");
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40) return false;
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not (',' or '_'))).ToLowerInvariant();
        if (plain.Length == 0) return false;
        if (!char.IsAsciiDigit(plain[^1]) && plain[^1] != '.') (suffix, plain) = (plain[^1..], plain[..^1]);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
