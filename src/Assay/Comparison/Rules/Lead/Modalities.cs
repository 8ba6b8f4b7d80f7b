using Assay.Units;

namespace Assay.Comparison.Rules.Lead;

/// <summary>Kinds of input and output as they read in a sentence: "text, images and PDF files", text first.</summary>
internal static class Modalities
{
    private static readonly string[] Order = ["text", "image", "audio", "video", "pdf"];

    public static string Names(IReadOnlyList<string> modalities) => Words.List(
    [
        .. modalities.OrderBy(m => Array.IndexOf(Order, m) is >= 0 and var place ? place : Order.Length).ThenBy(m => m, StringComparer.Ordinal)
            .Select(m => m switch { "image" => "images", "pdf" => "PDF files", _ => m }),
    ]);
}
