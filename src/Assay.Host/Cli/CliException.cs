namespace Assay.Host.Cli;

/// <summary>Ends a command with an exit code and a message that names the value, what is allowed and the fix.</summary>
public sealed class CliException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
