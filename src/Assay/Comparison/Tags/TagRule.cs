using Assay.Catalog;

namespace Assay.Comparison.Tags;

/// <summary>One tag and when it is given. An unknown or unconfirmed fact gives no tag.</summary>
/// <param name="Name">"Long context".</param>
/// <param name="Use">Reads after "best for".</param>
/// <param name="Basis">The facts that earn the tag, each with its wording; null when they do not.</param>
internal sealed record TagRule(string Name, string Use, Func<Model, Basis?> Basis)
{
    public Tag? Of(Model model) => Basis(model) is { } basis ? new(Name, Use, basis.Reason, basis.Claims) : null;
}

/// <summary>What a tag rests on; the reason is a noun phrase while bases are put together, and a clause in the end.</summary>
internal sealed record Basis(string Reason, IReadOnlyList<Claim> Claims);
