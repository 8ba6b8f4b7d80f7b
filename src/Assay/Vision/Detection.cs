namespace Assay.Vision;

/// <summary>One object that a model says it sees.</summary>
/// <param name="Label">As the model wrote it; empty where it named nothing.</param>
/// <param name="Score">The model's own confidence, 0 to 1; null where it gave none. Not comparable between models.</param>
public sealed record Detection(string Label, double? Score, Box Box);
