using System.Globalization;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Cli;
using Assay.Host.Comparison;
using Assay.Host.Web;

namespace Assay.Host.Export;

/// <summary>Reads <c>--pairs</c>: <c>all</c>, <c>top:N</c>, or a file with the models of one comparison a line.</summary>
internal static class ExportPairsOption
{
    public const string Default = "top:200";

    private const string Allowed = "give 'all', 'top:200' or a file with one comparison a line, as gpt-4o,gemini-2.5-pro or gpt-4o-vs-gemini-2.5-pro";

    /// <summary>Comparisons that the start page leads to are among those of a number, and not counted.</summary>
    public static ExportedPairs Read(string text, CatalogSnapshot catalog)
    {
        if (text == "all") return new(catalog, null, []);
        if (!text.StartsWith("top:", StringComparison.Ordinal)) return OfFile(text, catalog);
        if (!int.TryParse(text["top:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 10_000_000) throw new CliException(ExitCode.BadInput, $"--pairs '{text}' is not a number of comparisons from 0 to 10,000,000: {Allowed}.");
        return new(catalog, count == 0 ? [] : [.. PairRanking.Top(catalog, count), .. StartPairs.Of(catalog).Select(p => (p.First, p.Second))], []);
    }

    private static ExportedPairs OfFile(string path, CatalogSnapshot catalog)
    {
        if (!File.Exists(path)) throw new CliException(ExitCode.BadInput, $"--pairs '{path}' is neither a way to choose nor a file: {Allowed}.");
        var (pairs, groups, faults) = (new List<(Model, Model)>(), new List<IReadOnlyList<Model>>(), new List<string>());
        foreach (var (index, line) in File.ReadLines(path).Index())
        {
            var text = line.Trim();
            if (text.Length == 0 || text.StartsWith('#')) continue;
            if (ModelsOf(text, catalog, $"{path}:{index + 1}", faults) is not { } models) continue;
            if (models is [var one, var other]) pairs.Add((one, other));
            else if (!groups.Any(g => g.SequenceEqual(models))) groups.Add(models);
        }
        return faults.Count == 0 ? new(catalog, pairs, groups) : throw new CliException(ExitCode.BadInput, string.Join('\n', faults));
    }

    private static Model[]? ModelsOf(string text, CatalogSnapshot catalog, string place, List<string> faults)
    {
        var names = text.Contains(',', StringComparison.Ordinal) ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : ComparisonService.SplitSlug(text, catalog);
        var lookups = names.Select(n => (Name: n, Lookup: catalog.Find(n))).ToArray();
        faults.AddRange(lookups.Where(l => l.Lookup is not NameLookup.Found).Select(l => $"{place}: {Problems.Sentence(l.Name, l.Lookup)}"));
        if (Array.Exists(lookups, l => l.Lookup is not NameLookup.Found)) return null;
        Model[] models = [.. lookups.Select(l => ((NameLookup.Found)l.Lookup).Model)];
        var fault = models.Length is < Comparer.Fewest or > Comparer.Most ? $"'{text}' names {models.Length} models: name {Comparer.Fewest} to {Comparer.Most}, parted by commas."
            : models.Distinct().Count() < models.Length ? $"'{text}' names a model twice: name different ones." : null;
        if (fault is not null) faults.Add($"{place}: {fault}");
        return fault is null ? models : null;
    }
}
