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
        // Looked at before the file is read: what changes in between is seen the next time.
        var (path, written, length) = Look();
        if (Volatile.Read(ref kept) is { } last && last.Path == path && last.Written == written && last.Length == length) return last.Settings;
        var settings = location.Read();
        Volatile.Write(ref kept, new(path, written, length, settings));
        return settings;
    }

    private (string? Path, DateTime Written, long Length) Look()
    {
        foreach (var path in paths)
        {
            // The system is asked once for all three.
            var file = new FileInfo(path);
            if (file.Exists) return (path, file.LastWriteTimeUtc, file.Length);
        }
        return default;
    }
}
