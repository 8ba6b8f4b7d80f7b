namespace Assay.Adapters.Importers;

/// <summary>What the keys of somebody else's JSON are good for.</summary>
internal static class JsonNames
{
    private const int LongestId = 300;

    /// <summary>Whether an offer can be named by it.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && !id.Contains('#', StringComparison.Ordinal) && id.Trim() == id && !id.StartsWith('/') && !id.Any(char.IsControl);

    /// <summary>One step of a JSON path.</summary>
    public static string Step(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? "." + name : $"[\"{name}\"]";
}
