namespace Assay.Host.Cli;

/// <summary>A file that is written whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Beside the file first, so that one that is there is replaced whole or not at all.</summary>
    /// <exception cref="CliException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var beside = path + ".part";
        try
        {
            using (var file = File.Create(beside)) write(file);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Outside, $"'{path}' cannot be written: {e.Message}");
        }
        finally
        {
            if (File.Exists(beside)) File.Delete(beside);
        }
    }
}
