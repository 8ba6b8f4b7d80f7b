using Assay.Units;

namespace Assay.Catalog.Conflicts.Kinds;

/// <summary>The rest: two values, and nothing that tells which is right.</summary>
internal sealed class PlainValue() : ConflictKind("value", "Value", "different values, and nothing we hold tells why")
{
    internal override ConflictEvidence Find(Disagreement disagreement)
    {
        var values = disagreement.Values.Select(v => $"{disagreement.Text(v[0].Number)} ({Disagreement.Names(v)})").ToArray();
        var apart = disagreement.Ratio is { } ratio ? $", {Format.Times(ratio)} apart" : "";
        var inputs = disagreement.Statements.Where(s => s.Claim.Property == Property.MaxInput && disagreement.Field == ConflictField.Context).ToArray();
        var meaning = inputs.Length == 0 ? "" : $" {Disagreement.Names(inputs)} {(inputs.Length == 1 ? "gives" : "give")} the greatest input; no other source says that this is less than the window.";
        return new($"{Words.Sentence(Words.List(values))}{apart}: nothing we hold tells which is right.{meaning}", [], []);
    }
}
