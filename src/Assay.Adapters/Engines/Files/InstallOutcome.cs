namespace Assay.Adapters.Engines.Files;

/// <summary>What an installation came to.</summary>
public abstract record InstallOutcome
{
    private InstallOutcome()
    {
    }

    /// <summary>The files are there.</summary>
    /// <param name="New">False where they were there before.</param>
    public sealed record Installed(bool New) : InstallOutcome;

    /// <summary>They are not, and nothing is left half done.</summary>
    /// <param name="Message">What happened and the fix.</param>
    public sealed record Failed(string Message) : InstallOutcome;
}

/// <summary>How far an installation is.</summary>
/// <param name="Words">For people: <c>Fetching engine files: 120 of 355 MB</c>.</param>
/// <param name="Done">0 to 1; null where it cannot be told.</param>
public sealed record InstallStep(string Words, double? Done);
