using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Assay.Host.Playground;

/// <summary>Figures and bytes of a lane as text for people.</summary>
public static partial class LaneText
{
    /// <summary>Characters of raw bytes that a page shows; the whole is a link away.</summary>
    private const int Shown = 6_000;

    /// <summary>"240 ms", "1.25 s", "2 min 5 s".</summary>
    public static string Time(double milliseconds) => milliseconds switch
    {
        < 0 => "0 ms",
        < 999.5 => milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
        < 59_950 => (milliseconds / 1000).ToString(milliseconds < 9_950 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " s",
        _ => $"{(int)(milliseconds / 60_000)} min {(int)(milliseconds / 1000 % 60)} s",
    };

    /// <summary>The beginning of the bytes as text, with images left out.</summary>
    public static string Raw(ReadOnlyMemory<byte> bytes)
    {
        var text = Image().Replace(Encoding.UTF8.GetString(bytes.Span), m => $"[{m.Length:#,0} characters of an image]");
        return text.Length <= Shown ? text : $"{text[..Shown]}\n… {text.Length - Shown:#,0} more characters";
    }

    [GeneratedRegex("[A-Za-z0-9+/=]{400,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Image();
}
