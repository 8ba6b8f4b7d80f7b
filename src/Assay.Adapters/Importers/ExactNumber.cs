using System.Buffers;
using System.Globalization;

namespace Assay.Adapters.Importers;

/// <summary>Changes the unit of a printed number without a rounding: the point moves, the digits stay.</summary>
public static class ExactNumber
{
    private const int MostDigits = 28;

    // Room for every digit that can be kept, with zeros before and behind; what is longer was made to be long.
    private const int MostPrinted = 200;

    private static readonly SearchValues<char> Plain = SearchValues.Create("-.0123456789");

    /// <summary><c>3e-06</c> moved by 6 places is 3.</summary>
    /// <param name="printed">A number as JSON prints it.</param>
    /// <param name="places">How far the point moves to the right; below 0: to the left.</param>
    /// <param name="number">The number, to the last digit.</param>
    /// <returns>False for what is no number, or has more digits than can be kept.</returns>
    public static bool TryShift(ReadOnlySpan<char> printed, int places, out decimal number)
    {
        number = 0;
        if (printed.Length > MostPrinted) return false;
        var exponent = 0L;
        if (printed.IndexOfAny('e', 'E') is var mark and >= 0)
        {
            if (!int.TryParse(printed[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var said)) return false;
            exponent = said;
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
        var power = exponent + places + (digits.Length - significant.Length);
        return significant.TrimStart('-').TrimStart('0').Length <= MostDigits && power is >= -MostDigits and <= MostDigits
            && decimal.TryParse(string.Create(CultureInfo.InvariantCulture, $"{significant}e{power}"), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The number itself, to the last digit and with the zeros behind it: 30.0 was printed with a decimal.</summary>
    /// <param name="printed">A number as JSON prints it.</param>
    /// <param name="number">The number.</param>
    /// <returns>False for what is no number, or has more digits than can be kept.</returns>
    public static bool TryRead(ReadOnlySpan<char> printed, out decimal number) =>
        TryShift(printed, 0, out var exact) & decimal.TryParse(printed, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && number == exact;

    private static bool IsPlain(ReadOnlySpan<char> number) =>
        number.IndexOfAnyInRange('0', '9') >= 0 && number.IndexOfAnyExcept(Plain) < 0
        && number.LastIndexOf('-') <= 0 && number.Count('.') <= 1;
}
