using System.Globalization;
using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>What the keys of somebody else's JSON are good for.</summary>
internal static class JsonNames
{
    private const int LongestId = 300;
    private const int LongestStep = 120;

    /// <summary>Whether an offer can be named by it: every character is one that a reader sees.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && !id.Contains('#', StringComparison.Ordinal) && id.Trim() == id && !id.StartsWith('/') && !id.Any(IsUnseen) && Visible.Is(id);

    /// <summary>One step of a JSON path; a key that is longer than a line is cut.</summary>
    public static string Step(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && name.Length <= LongestStep ? "." + name : $"[\"{Visible.Line(name, LongestStep)}\"]";

    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
