using Assay.Units;

namespace Assay.Evaluation;

/// <summary>What a person says of one answer. It stands beside the scores and changes none.</summary>
/// <param name="Person">A name or sign; each person's newest word on a trial counts.</param>
/// <param name="Passed">Whether the answer is right.</param>
public sealed record HumanLabel(TrialKey Key, string Person, bool Passed)
{
    /// <summary>Letters of a name: 80.</summary>
    public const int LongestPerson = 80;

    /// <summary>Letters of a note: 1,000.</summary>
    public const int LongestNote = 1000;

    /// <summary>Why, in the person's own words: text of any kind, at most <see cref="LongestNote"/> letters; null where none was given.</summary>
    public string? Note { get; init; }

    /// <summary>What is wrong with a note, as a sentence; null where nothing is.</summary>
    public static string? NoteFault(string? note) => note is { Length: > LongestNote } ? $"The note has {Format.Exact(note.Length)} letters; allowed are at most {Format.Exact(LongestNote)}. Shorten it." : null;
}
