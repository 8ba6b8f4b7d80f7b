namespace Assay.Drawing.Suites;

/// <summary>A question whose answer is known because what it is about was made so.</summary>
/// <param name="Name">A word in small letters, of which an id is made where a picture has several.</param>
/// <param name="Prompt">Ends with the form that the answer is to have.</param>
/// <param name="Scorer">What reads the answer; null for the suite's own.</param>
/// <param name="Target">One text, or the members of a set.</param>
public sealed record Question(string Name, string Prompt, Scorer? Scorer, params IReadOnlyList<string> Target);

/// <summary>A scorer by id, with its options as a suite file writes them.</summary>
/// <param name="Options">Numbers, texts and lists of texts.</param>
public sealed record Scorer(string Id, params IReadOnlyList<(string Name, object Value)> Options)
{
    public static readonly Scorer Number = new("number"), Set = new("set"), Exact = new("exact"), Regex = new("regex"), JsonSchema = new("json-schema");

    /// <summary>Numbers as near as this to the target pass.</summary>
    public static Scorer Within(double tolerance) => new("number", ("tolerance", tolerance));

    public static Scorer Unit(string unit) => new("number", ("unit", unit));

    public static Scorer Choice(params string[] choices) => new("choice", ("choices", choices));

    /// <summary>Transcripts with a share of wrong characters below this pass.</summary>
    public static Scorer Transcript(double passBelow) => new("cer", ("pass_below", passBelow));
}
