namespace Assay.Adapters.Importers;

/// <summary>What the keys of somebody else's JSON are good for.</summary>
internal static class JsonNames
{
    /// <summary>Whether an offer can be named by it.</summary>
    public static bool IsId(string id) => id.Length > 0 && !id.Contains('#', StringComparison.Ordinal) && id.Trim() == id && !id.StartsWith('/');

    /// <summary>One step of a JSON path.</summary>
    public static string Step(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? "." + name : $"[\"{name}\"]";
}
