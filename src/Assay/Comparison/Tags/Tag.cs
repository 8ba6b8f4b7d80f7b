using Assay.Catalog;

namespace Assay.Comparison.Tags;

/// <summary>A word for what a model is suited to, with the facts it was derived from.</summary>
/// <param name="Name">"Long context".</param>
/// <param name="Use">Reads after "best for": "long documents".</param>
/// <param name="Reason">Why, as a clause: "it has a context window of 131K tokens".</param>
public sealed record Tag(string Name, string Use, string Reason, IReadOnlyList<Claim> Claims);
