namespace Assay.Evaluation;

/// <summary>One item of a suite: what is asked, and what is right.</summary>
public sealed record Sample
{
    /// <summary>0 and above: its order in the suite.</summary>
    public required int Place { get; init; }

    /// <summary>Once in a suite. Results are kept under it, never under a file's name.</summary>
    public required string Id { get; init; }

    /// <summary>One of the suite's.</summary>
    public required string Category { get; init; }

    /// <summary>The prompt.</summary>
    public required string Input { get; init; }

    /// <summary>In the order they are sent.</summary>
    public IReadOnlyList<SampleImage> Images { get; init; } = [];

    /// <summary>
    /// What is right: one text, or several of which the scorer says whether any will do or all are wanted. What is no text in the file, such as a box,
    /// stands as compact JSON.
    /// </summary>
    public required IReadOnlyList<string> Target { get; init; }

    /// <summary>Null for the suite's.</summary>
    public ScorerChoice? Scorer { get; init; }

    /// <summary>Samples of one cluster are related, such as several questions on one image, and count as less than as many strangers. Null: related to none.</summary>
    public string? Cluster { get; init; }

    /// <summary><c>easy</c>, <c>medium</c>, <c>hard</c>; null where the suite does not say.</summary>
    public string? Difficulty { get; init; }
}

/// <param name="Path">Within the suite's folder, with forward slashes.</param>
/// <param name="Hash">SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
public sealed record SampleImage(string Path, string Hash);

/// <summary>A scorer with its options.</summary>
/// <param name="Id">Such as <c>number</c>.</param>
/// <param name="Options">A JSON object with keys in order and no spaces, so that equal options are equal texts; <c>{}</c> for none.</param>
public sealed record ScorerChoice(string Id, string Options = "{}");
