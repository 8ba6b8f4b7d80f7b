namespace Assay.Evaluation.Answers;

/// <summary>Where in a reply a passage stands, which decides how freely it is read.</summary>
internal enum PassageKind
{
    /// <summary>The reply gives it as its answer: all of it is the answer.</summary>
    Given = 1,

    /// <summary>A short line of its own, or all of a short reply.</summary>
    Line = 2,

    /// <summary>A sentence that may hold the answer among other words.</summary>
    Sentence = 3,
}

/// <summary>What a scorer reads in one passage.</summary>
/// <param name="Several">Set where the passage says more than one thing, or not plainly one: the words for it.</param>
internal sealed record Said<T>(T? Value, bool IsAnswer, string? Several) where T : class
{
    public static Said<T> Nothing { get; } = new(null, false, null);

    public static Said<T> One(T value) => new(value, true, null);

    public static Said<T> Unclear(string why) => new(null, false, why);
}

/// <summary>The answer of a reply, or why it has none.</summary>
/// <param name="Why">Null where there is one.</param>
/// <param name="Quoted">The passage it stands in.</param>
internal sealed record Found<T>(T? Value, string? Why, string? Quoted) where T : class;
