namespace Assay.Adapters.Logs;

/// <summary>What there is to read under a path: the file itself, or all records of a folder and those below it.</summary>
public static class LogFolder
{
    /// <param name="path">A file or folder.</param>
    /// <param name="reader">Null for all.</param>
    /// <param name="passedOver">Takes the names of files of a folder that are no records, or part of another one.</param>
    /// <exception cref="LogRefusedException">There is no such path, or the folder cannot be read.</exception>
    public static IReadOnlyList<LogSource> Sources(string path, ILogReader? reader, ICollection<string> passedOver)
    {
        var named = new LogSource(path);
        if (!named.IsFolder || IsRecord(named, reader)) return [named];
        var found = new List<LogSource>();
        Walk(named, reader, found, passedOver, 0);
        return found;
    }

    private static bool IsRecord(LogSource source, ILogReader? reader) => reader is null ? LogReaders.All.Any(r => r.Recognises(source)) : reader.Recognises(source);

    private static void Walk(LogSource folder, ILogReader? reader, List<LogSource> found, ICollection<string> passedOver, int depth)
    {
        // Links are not followed: they may lead out of the folder, or around in it.
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System, IgnoreInaccessible = true };
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*", options).Order(StringComparer.Ordinal))
        {
            if (found.Count + passedOver.Count >= LogLimits.Files) throw new LogRefusedException($"The folder holds more than {LogLimits.Files:#,0} files; at most so many are looked at. Name a folder below it.");
            var source = new LogSource(path);
            if (!LogReaders.All.Any(r => r.IsPart(source)) && IsRecord(source, reader)) found.Add(source);
            else passedOver.Add(source.Name);
        }
        foreach (var path in Directory.EnumerateDirectories(folder.Path, "*", options).Order(StringComparer.Ordinal))
        {
            var below = new LogSource(path);
            if (IsRecord(below, reader)) found.Add(below);
            else if (depth < LogLimits.FolderDepth) Walk(below, reader, found, passedOver, depth + 1);
        }
    }
}
