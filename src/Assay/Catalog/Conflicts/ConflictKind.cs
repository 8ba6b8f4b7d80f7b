using Assay.Catalog.Conflicts.Kinds;

namespace Assay.Catalog.Conflicts;

/// <summary>Why sources disagree, as far as the evidence goes. One class for each, asked in the order of <see cref="All"/>; the first that finds its evidence counts.</summary>
public abstract class ConflictKind(string name, string label, string meaning)
{
    /// <summary><c>stale</c>, <c>match_rule</c>.</summary>
    public string Name { get; } = name;

    public string Label { get; } = label;
    public string Meaning { get; } = meaning;

    /// <summary>Whether the values are answers to one question. False: both may be right.</summary>
    public virtual bool Comparable => true;

    /// <summary>The evidence; null where there is none of this kind.</summary>
    internal abstract ConflictEvidence? Find(Disagreement disagreement);

    /// <summary>
    /// In the order in which they are asked: what the values alone tell; statements that are not of this field or not of this id; former values of
    /// this id; what the number of voices suggests; the rest.
    /// </summary>
    public static IReadOnlyList<ConflictKind> All { get; } =
        [new UnitError(), new ZeroAgainstPrice(), new MaxInputAsContext(), new RouteScope(), new MatchRuleReach(), new Stale(), new Outlier(), new CapabilityFlag(), new PlainValue()];

    public static ConflictKind? Named(string name) => All.FirstOrDefault(k => k.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Name;
}

/// <summary>What speaks for a kind.</summary>
/// <param name="Text">One sentence or two, with figures and dates.</param>
/// <param name="Named">Publishers whose statement it doubts; empty where it takes no side.</param>
/// <param name="Claims">Claims it rests on that are not among the statements: former values, a limit of another name.</param>
public sealed record ConflictEvidence(string Text, IReadOnlyList<string> Named, IReadOnlyList<Claim> Claims)
{
    internal static ConflictEvidence Against(string text, IEnumerable<Statement> doubted, params IReadOnlyList<Claim> claims) =>
        new(text, [.. doubted.Select(s => s.Publisher).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)], claims);
}
