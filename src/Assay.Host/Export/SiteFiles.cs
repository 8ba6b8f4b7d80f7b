using Assay.Adapters.Exports;
using Assay.Catalog;
using Assay.Host.Comparison;

namespace Assay.Host.Export;

/// <summary>
/// Which file an address of the site is written to. A page is a folder with an <c>index.html</c>, so that its address works on any file server; what
/// an address asks for behind <c>?</c> becomes part of the path: <c>/changes?page=2</c> is <c>changes/page/2/</c>, its twin <c>changes/page/2.json</c>.
/// </summary>
public sealed class SiteFiles(CatalogSnapshot catalog, ExportedPairs pairs)
{
    private const string Comparisons = "/compare/", Charts = "/charts/";
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);

    /// <summary>Two addresses must not have one file, and neither may one be the folder of another.</summary>
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <summary>Addresses that cannot be files, each with the reason.</summary>
    public IReadOnlyList<(string Address, string Why)> LeftOut => leftOut;

    private readonly List<(string Address, string Why)> leftOut = [];

    /// <summary>Says of an address that it is not written.</summary>
    public void LeaveOut(string address, string why) => leftOut.Add((address, why));

    /// <summary>Adds an address that is written.</summary>
    /// <returns>Its file; null where it cannot be one.</returns>
    public string? Add(string address, string? file = null)
    {
        file ??= FileOf(address);
        var why = !ExportFolder.MayBeWritten(file) ? "no file can have its name" : addresses.TryGetValue(file.ToUpperInvariant(), out var other) && other != address ? $"'{other}' has the same file" : null;
        if (why is not null)
        {
            LeaveOut(address, why);
            return null;
        }
        addresses[file.ToUpperInvariant()] = address;
        files[address] = file;
        return file;
    }

    /// <summary>Another address of the same file.</summary>
    public void Alias(string address, string file) => files.TryAdd(address, file);

    /// <summary>The file of an address as a link has it, path and query; null where it is not written. A version of an asset is passed over.</summary>
    public string? Find(string address)
    {
        if (files.TryGetValue(address, out var file)) return file;
        if (address.StartsWith(Comparisons, StringComparison.Ordinal)) return FindComparison(address);
        return address.IndexOf("?v=", StringComparison.Ordinal) is > 0 and var at ? files.GetValueOrDefault(address[..at]) : null;
    }

    /// <summary>Either order of a pair leads to its one file.</summary>
    private string? FindComparison(string address)
    {
        if (address.Contains('?', StringComparison.Ordinal)) return null;
        var json = address.EndsWith(".json", StringComparison.Ordinal);
        var slugs = address[Comparisons.Length..^(json ? ".json".Length : 0)];
        Model[] models = [.. ComparisonService.SplitSlug(slugs, catalog).Select(catalog.Find).OfType<NameLookup.Found>().Select(f => f.Model)];
        if (models is not [var one, var other] || !pairs.Has(one, other)) return null;
        var file = FileOf(Web.SiteAddresses.OfPair(one, other) + (json ? ".json" : ""));
        return ExportFolder.MayBeWritten(file) ? file : null;
    }

    /// <summary>Where an address would lie, whether it is written or not.</summary>
    public static string FileOf(string address)
    {
        var (path, query) = address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (address[..at], address[(at + 1)..]) : (address, "");
        var extension = path.EndsWith(".json", StringComparison.Ordinal) ? ".json" : path.StartsWith(Charts, StringComparison.Ordinal) ? ".svg" : "/index.html";
        if (path.EndsWith(extension, StringComparison.Ordinal)) path = path[..^extension.Length];
        var asked = query.Length == 0 ? "" : "/" + string.Join('/', query.Split('&', '=').Select(Uri.UnescapeDataString));
        return (path.TrimEnd('/') + asked + extension).TrimStart('/');
    }
}
