using Assay.Catalog;
using Assay.Charts;
using Assay.Units;

namespace Assay.Host.Charts;

/// <summary>A chart of a page as a file: what it shows, who says so, as of when, and where it stands.</summary>
/// <param name="Name">Of the file, in words: "input price of GPT-4o".</param>
/// <param name="Sources">Publishers of the figures, the most first.</param>
/// <param name="Page">The page that has the chart and its table.</param>
public sealed record ChartFile(Chart Chart, string Name, IReadOnlyList<string> Sources, string AsOf, string Page)
{
    private const int SourcesNamed = 5;
    private const int LongestName = 80;

    public ChartPicture Picture => new()
    {
        Chart = Chart,
        Source = $"{(Sources.Count == 0 ? "" : $"Figures from {Words.List([.. Sources.Take(SourcesNamed), .. Sources.Count > SourcesNamed ? [$"{Sources.Count - SourcesNamed} more"] : Array.Empty<string>()])}. ")}As of {AsOf}. Assay, {Page}",
    };

    /// <summary>"input-price-of-gpt-4o-2026-11-21.svg".</summary>
    public string FileName(string extension)
    {
        var name = string.Join('-', Slugs.PathPart(Name).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return $"{(name.Length > LongestName ? name[..LongestName].TrimEnd('-') : name)}-{AsOf}.{extension}";
    }

    /// <summary>Publishers by how many figures each gives.</summary>
    public static IReadOnlyList<string> Publishers(IEnumerable<string> ofEachFigure) =>
        [.. ofEachFigure.GroupBy(s => s, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
}
