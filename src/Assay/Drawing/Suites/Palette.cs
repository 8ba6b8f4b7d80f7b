namespace Assay.Drawing.Suites;

/// <summary>Colours that everyone calls by the same name, and quiet grounds for them.</summary>
internal static class Palette
{
    public const string Ink = "#26282c";

    public static readonly (string Name, string Hex)[] Colours =
        [("red", "#d0312d"), ("blue", "#2563c9"), ("green", "#2f9145"), ("yellow", "#f2cb2f"), ("purple", "#7d3fa3"), ("orange", "#ee7d1b"), ("black", "#1f2023"), ("pink", "#f29cc0")];

    public static readonly string[] Grounds = ["#f4f1e9", "#e9eef2", "#eef2e8", "#f3ece6", "#ececec"], Woods = ["#b98b5a", "#a67c52", "#c49a6c"], Metals = ["#a9afb3", "#b3b1ab", "#9fa9b0"];

    public static string Hex(string name) => Array.Find(Colours, c => c.Name == name).Hex;
}
