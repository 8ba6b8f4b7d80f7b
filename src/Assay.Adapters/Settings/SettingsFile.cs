using Assay.Adapters.Importers.Curated;

namespace Assay.Adapters.Settings;

/// <summary>Everything a user can set in <c>assay.yaml</c>. What is not said has its default.</summary>
public sealed record SettingsFile
{
    public const string Name = "assay.yaml";

    /// <summary>The file that was read; null when there is none.</summary>
    public string? Path { get; init; }

    public SyncSettings Sync { get; init; } = new();

    /// <summary>Reads the file of the data folder, else that of the working folder, else takes every default.</summary>
    /// <exception cref="SettingsException">The file has faults; the message lists them with their lines.</exception>
    public static SettingsFile Read(string dataFolder, string workingFolder)
    {
        var path = new[] { dataFolder, workingFolder }.Select(f => System.IO.Path.Combine(System.IO.Path.GetFullPath(f), Name)).FirstOrDefault(File.Exists);
        if (path is null) return new();
        try
        {
            return Parse(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{path}: cannot be read: {e.Message}");
        }
    }

    private static SettingsFile Parse(string path, byte[] bytes)
    {
        var settings = new SettingsFile { Path = path };
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty) return settings;
        var faults = new SettingsFaults(path);
        foreach (var entry in YamlNode.Read(bytes, faults.Add)?.Entries ?? [])
        {
            switch (entry.Key)
            {
                case "sync": settings = settings with { Sync = SyncSettings.Read(entry.Value, faults) }; break;
                default: faults.UnknownKey(entry, "sync"); break;
            }
        }
        return faults.Texts.Count == 0 ? settings : throw new SettingsException(string.Join('\n', faults.Texts));
    }
}

/// <summary>The settings cannot be used. One line for each fault, with file, line, value, and what is allowed.</summary>
public sealed class SettingsException(string message) : Exception(message);

/// <summary>Collects faults, so that all are told at once.</summary>
internal sealed class SettingsFaults(string path)
{
    public List<string> Texts { get; } = [];

    public void Add(int line, string problem) => Texts.Add($"{path}:{line}: {problem}");

    public void UnknownKey(YamlNode.Entry entry, string allowed) => Add(entry.Line, $"unknown key '{entry.Key}'; allowed: {allowed}");
}
