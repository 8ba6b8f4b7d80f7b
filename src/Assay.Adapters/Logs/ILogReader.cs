namespace Assay.Adapters.Logs;

/// <summary>
/// Reads the eval records of one other program. One class each, in <see cref="LogReaders"/>; docs/logs.md says what each reads. Stateless and thread-safe.
/// Nothing that a log holds is run, fetched or opened: what it names by path or address stays where it is.
/// </summary>
public interface ILogReader
{
    /// <summary>The name on the command line.</summary>
    string Id { get; }

    /// <summary>One line for people: what PATH has to be.</summary>
    string Expects { get; }

    /// <summary>Whether it looks like a record of this program, by its name and first bytes. A record that is then refused is recognised all the same.</summary>
    bool Recognises(LogSource source);

    /// <summary>Whether the file is read along with others of its folder and is no record on its own: such files are passed over where a whole folder is imported.</summary>
    bool IsPart(LogSource source) => false;

    /// <summary>The runs in it; mostly one.</summary>
    /// <exception cref="LogRefusedException">It cannot be taken as a run, and why.</exception>
    IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken);
}

/// <summary>What the user says where a record leaves it open.</summary>
/// <param name="Model">Name of the model, for records that name none.</param>
/// <param name="Scorer">Which of several scores counts; null for the first.</param>
public sealed record LogChoice(string? Model = null, string? Scorer = null);
