using Assay.Adapters.Engines;
using Assay.Adapters.Engines.Files;

namespace Assay.Host.Cli.Health;

/// <summary>The models of this machine: engines that are not installed are no fault; files that are missing from a set, or are not what they should be, are.</summary>
internal static class EngineHealth
{
    public static (DoctorCheck? Check, IReadOnlyList<string> Notes) Of(EngineFolder engines, Func<long, string> size)
    {
        var notes = LocalModel.All.Select(m => (m.Name, Lack: m.Lacks())).Where(m => m.Lack is not null).Select(m => $"local/{m.Name} cannot run: {m.Lack}").ToList();
        var begun = Directory.Exists(engines.SetFolder);
        var faults = begun ? engines.Faults() : [];
        if (faults.Count > 0) return (new("local engines", false, string.Join("; ", faults), $"Delete {engines.SetFolder}, then run 'assay engines install'."), notes);
        if (begun) return (new("local engines", true, $"{engines.SetFolder}, {size(engines.Size)}: {string.Join(", ", LocalModel.All.Where(m => m.Files.Count > 0 && m.Lacks() is null).Select(m => m.Name))}"), notes);
        notes.Insert(0, $"The models of this machine are not installed: 'assay engines install' fetches {size(engines.Size)} into {engines.Root}. The first call of one does so, too.");
        if (Others(engines) is { Length: > 0 } others)
            notes.Insert(1, $"{engines.Root} holds engines of another version of this program ({string.Join(", ", others)}), which this one does not use: it needs {Path.GetFileName(engines.SetFolder)}. Delete them if no other program does.");
        return (null, notes);
    }

    /// <summary>Sets are named alike: what stands before the first dash is the same.</summary>
    private static string[] Others(EngineFolder engines)
    {
        var alike = Path.GetFileName(engines.SetFolder).Split('-')[0] + "-";
        return Directory.Exists(engines.Root) ? [.. Directory.GetDirectories(engines.Root).Select(f => Path.GetFileName(f)).Where(n => n.StartsWith(alike, StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : [];
    }
}
