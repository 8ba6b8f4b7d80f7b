namespace Assay.Adapters.Importers;

/// <summary>Every importer of this program, found by one scan of the assembly.</summary>
public static class ImportFormats
{
    /// <summary>By format name.</summary>
    public static IReadOnlyList<IImporter> All { get; } =
    [
        .. typeof(IImporter).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IImporter)))
            .Select(t => (IImporter)Activator.CreateInstance(t)!)
            .OrderBy(i => i.Format, StringComparer.Ordinal),
    ];

    /// <exception cref="ImportException">No such format; the message lists those there are.</exception>
    public static IImporter Get(string format) => All.FirstOrDefault(i => i.Format == format)
        ?? throw new ImportException($"'{format}' is not an import format. Allowed: {string.Join(", ", All.Select(i => i.Format))}.");
}
