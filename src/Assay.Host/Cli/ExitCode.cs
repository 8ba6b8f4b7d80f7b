namespace Assay.Host.Cli;

/// <summary>What the process ends with.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>It ran, and the answer is negative: a gate that fails, a check that finds a fault.</summary>
    public const int Negative = 1;

    /// <summary>Wrong usage, or too little evidence for an answer.</summary>
    public const int Usage = 2;

    /// <summary>Bad input: a file, a name, a value.</summary>
    public const int BadInput = 3;

    /// <summary>Something outside failed: network, provider, disk.</summary>
    public const int Outside = 4;
}
