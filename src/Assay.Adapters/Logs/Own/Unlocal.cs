using Assay.Calls;

namespace Assay.Adapters.Logs.Own;

/// <summary>Takes folders of this machine out of words of its own making before they leave it: what an engine or the disk says of a failure may name them.</summary>
/// <param name="folders">Absolute paths.</param>
public sealed class Unlocal(IEnumerable<string> folders)
{
    private const string Instead = "[folder]";

    // The longest first: a folder within another is one thing.
    private readonly string[] folders = [.. folders.Select(f => f.TrimEnd('/', '\\')).Where(f => f.Length > 3).Distinct(StringComparer.Ordinal).OrderByDescending(f => f.Length)];

    public string Of(string text)
    {
        foreach (var folder in folders) text = text.Replace(folder, Instead, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    public CallFailure Of(CallFailure failure) => failure with { Message = Of(failure.Message) };

    public CallOutcome Of(CallOutcome outcome) => outcome is CallOutcome.Failed failed ? failed with { Failure = Of(failed.Failure) } : outcome;

    public Attempt Of(Attempt attempt) => attempt.Failure is { } failure ? attempt with { Failure = Of(failure) } : attempt;
}
