using System.Globalization;

namespace Assay.Adapters.Importers;

/// <summary>Changes the unit of a printed number without a rounding: the point moves, the digits stay.</summary>
internal static class ExactNumber
{
    private const int MostDigits = 28;

    /// <summary><c>3e-06</c> moved by 6 places is 3.</summary>
    /// <param name="printed">A number as JSON prints it.</param>
    /// <param name="places">How far the point moves to the right; below 0: to the left.</param>
    /// <param name="number">The number, to the last digit.</param>
    /// <returns>False for what is no number, or has more digits than can be kept.</returns>
    public static bool TryShift(ReadOnlySpan<char> printed, int places, out decimal number)
    {
        number = 0;
        var exponent = 0;
        if (printed.IndexOfAny('e', 'E') is var mark and >= 0)
        {
            if (!int.TryParse(printed[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) return false;
            printed = printed[..mark];
        }
        if (!IsPlain(printed)) return false;
        var digits = printed.ToString();
        if (digits.IndexOf('.', StringComparison.Ordinal) is var point and >= 0)
        {
            digits = digits.Remove(point, 1);
            exponent -= digits.Length - point;
        }
        var significant = digits.TrimEnd('0');
        if (significant.TrimStart('-').TrimStart('0').Length is 0) return true;
        var power = (long)exponent + places + (digits.Length - significant.Length);
        return significant.TrimStart('-').TrimStart('0').Length <= MostDigits && power is >= -MostDigits and <= MostDigits
            && decimal.TryParse(string.Create(CultureInfo.InvariantCulture, $"{significant}e{power}"), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static bool IsPlain(ReadOnlySpan<char> number) =>
        number.IndexOfAnyInRange('0', '9') >= 0 && number.IndexOfAnyExcept("-.0123456789") < 0
        && number.LastIndexOf('-') <= 0 && number.Count('.') <= 1;
}
