namespace Assay.Adapters.Settings;

/// <summary>
/// The settings as they are now, for those who ask at every call: the file is read again only when its date or length has changed. Safe for many threads.
/// </summary>
public sealed class KeptSettings(SettingsLocation location)
{
    private readonly string[] paths = [.. location.Paths];
    private Reading? kept;

    private sealed record Reading(string? Path, DateTime Written, long Length, SettingsFile Settings);

    /// <inheritdoc cref="SettingsFile.Read"/>
    public SettingsFile Read()
    {
        var file = Array.Find(paths, File.Exists) is { } path ? new FileInfo(path) : null;
        // Looked at before the file is read: what changes in between is seen the next time.
        var (written, length) = file is { Exists: true } ? (file.LastWriteTimeUtc, file.Length) : default;
        if (Volatile.Read(ref kept) is { } last && last.Path == file?.FullName && last.Written == written && last.Length == length) return last.Settings;
        var settings = location.Read();
        Volatile.Write(ref kept, new(file?.FullName, written, length, settings));
        return settings;
    }
}
