namespace Assay.Comparison;

/// <summary>
/// One rule: reads facts, decides, and says so in a sentence that cites its claims. One file in <c>Rules/</c>, one page in docs/rules/.
/// A rule must not depend on the order of the models, must not let an unknown win, and must be silent where it has nothing to say.
/// </summary>
public interface IComparisonRule
{
    /// <summary>Kebab case, unique, the name of its page in docs/rules/.</summary>
    string Id { get; }

    Section Section { get; }

    /// <summary>Place within the section; rules with the same place follow by id.</summary>
    int Order => 0;

    IEnumerable<Finding> Evaluate(ComparisonContext context);
}
