using Assay.Units;

namespace Assay.Catalog;

/// <summary>A model: one set of weights or one marketed version, whoever serves it.</summary>
public sealed record Model
{
    /// <summary>Canonical id, <c>organization/name</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The part of a URL that names it: unique, stable, no slash.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }
    public required Organization Organization { get; init; }
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>In the curated catalogue or a base list; false for a name seen only in offers.</summary>
    public required bool Curated { get; init; }

    public required Fact<string> Family { get; init; }
    public required Fact<PartialDate> Released { get; init; }
    public required Fact<TokenCount> ContextWindow { get; init; }
    public required Fact<TokenCount> MaxInput { get; init; }
    public required Fact<TokenCount> MaxOutput { get; init; }

    /// <summary>All parameters, a plain count.</summary>
    public required Fact<decimal> ParametersTotal { get; init; }

    /// <summary>Parameters used for one token, a plain count.</summary>
    public required Fact<decimal> ParametersActive { get; init; }

    public required Fact<string> Architecture { get; init; }
    public required Fact<IReadOnlyList<string>> ModalitiesIn { get; init; }
    public required Fact<IReadOnlyList<string>> ModalitiesOut { get; init; }
    public required Fact<string> Licence { get; init; }

    /// <summary><c>open</c> or <c>closed</c>.</summary>
    public required Fact<string> Weights { get; init; }

    /// <summary><c>yes</c>, <c>no</c> or <c>conditions</c>.</summary>
    public required Fact<string> CommercialUse { get; init; }

    public required Fact<PartialDate> KnowledgeCutoff { get; init; }

    /// <summary>Gigabytes of GPU memory; the precision is in the claim's note.</summary>
    public required Fact<decimal> VramGb { get; init; }

    public required IReadOnlyDictionary<Capability, Fact<bool>> Capabilities { get; init; }
    public required IReadOnlyDictionary<VisionTask, Fact<bool>> Tasks { get; init; }
    public required Lifecycle Lifecycle { get; init; }
    /// <summary>The routes to it: offers that serve this model as it is, by id.</summary>
    public required IReadOnlyList<Offer> Offers { get; init; }

    /// <summary>Offers that serve it changed or wrapped: other precision, class of service, mode, tune. Not routes, and their prices not its.</summary>
    public required IReadOnlyList<Offer> Variants { get; init; }

    public required IReadOnlyList<BenchmarkResult> Results { get; init; }

    /// <summary>Placements that sources claim, in our words.</summary>
    public required IReadOnlyList<Claim> ClaimsOfRank { get; init; }

    // One snapshot holds one object for each model: comparing thousands of facts would answer the same, slowly.
    public bool Equals(Model? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public Fact<bool> Has(Capability capability) => Capabilities[capability];
}
