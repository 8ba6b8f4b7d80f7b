using System.Text.Json;

namespace Assay.Adapters.Importers;

/// <summary>Numbers of somebody else's JSON, to the last digit: 1e-400 is not 0, and what cannot be kept whole is no number for us.</summary>
internal static class JsonNumber
{
    public static bool TryExact(JsonElement value, out decimal number)
    {
        number = 0;
        return value.ValueKind is JsonValueKind.Number && ExactNumber.TryRead(value.GetRawText(), out number);
    }

    /// <summary>A length of requests in tokens at which prices change.</summary>
    public static bool TryLength(JsonElement value, out long tokens)
    {
        tokens = 0;
        if (!TryExact(value, out var number) || number is < 1 or > ImportLimits.Tokens || number != decimal.Truncate(number)) return false;
        tokens = (long)number;
        return true;
    }
}
