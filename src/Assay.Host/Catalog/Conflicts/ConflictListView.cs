using Assay.Catalog.Conflicts;

namespace Assay.Host.Catalog.Conflicts;

/// <summary>A page of the conflicts of a catalogue.</summary>
public sealed record ConflictListView
{
    public required string AsOf { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageSize { get; init; }

    /// <summary>Every class, in the order in which they are asked, with how many meet all conditions but that on the class.</summary>
    public required IReadOnlyList<ConflictClassView> Classes { get; init; }

    /// <summary>Who disagrees with whom, in what meets the conditions; the most first.</summary>
    public required IReadOnlyList<SourcePairView> SourcePairs { get; init; }

    public required IReadOnlyList<OfferConflictView> Conflicts { get; init; }
}

/// <summary>One class of conflicts.</summary>
public sealed record ConflictClassView(string Class, string Label, string Meaning, int Count);

/// <summary>On how many fields two sources disagree.</summary>
public sealed record SourcePairView(string First, string Second, int Count);

/// <summary>One conflict: every value with who gives it, what is picked and why, and what speaks for the class.</summary>
public sealed record OfferConflictView
{
    /// <summary>Null where no single model may be named.</summary>
    public required string? Model { get; init; }
    public required string? ModelName { get; init; }
    public required string Offer { get; init; }
    public required string Provider { get; init; }
    public required string ProviderModelId { get; init; }
    public required string Field { get; init; }
    public required string Label { get; init; }
    public required string Class { get; init; }
    public required string ClassLabel { get; init; }

    /// <summary>False where the values answer different questions and both may be right.</summary>
    public required bool Comparable { get; init; }

    /// <summary>The greatest value by the smallest; null of yes and no, and where the smallest is 0.</summary>
    public required decimal? Ratio { get; init; }

    public required string Evidence { get; init; }

    /// <summary>Sources whose statement the evidence doubts; empty where it takes no side.</summary>
    public required IReadOnlyList<string> Doubted { get; init; }

    /// <summary>Why the picked value was picked.</summary>
    public required string Policy { get; init; }

    /// <summary>The smallest first.</summary>
    public required IReadOnlyList<ConflictValueView> Values { get; init; }

    /// <summary>Claims that the evidence rests on beside the values: what was said before, a limit of another name.</summary>
    public required IReadOnlyList<ClaimView> Supporting { get; init; }

    public static OfferConflictView Of(Conflict conflict) => new()
    {
        Model = conflict.Model?.Id, ModelName = conflict.Model?.Name, Offer = conflict.Offer.Id.ToString(), Provider = conflict.Offer.Provider.Id, ProviderModelId = conflict.Offer.Id.ModelAtProvider,
        Field = conflict.Field.Name, Label = conflict.Field.Label, Class = conflict.Kind.Name, ClassLabel = conflict.Kind.Label, Comparable = conflict.Kind.Comparable, Ratio = conflict.Ratio,
        Evidence = conflict.Evidence.Text, Doubted = conflict.Evidence.Named, Policy = conflict.Policy, Values = [.. conflict.Values.Select(v => Value(conflict, v))],
        Supporting = [.. conflict.Evidence.Claims.Select(c => ClaimView.Of(c, picked: false))],
    };

    private static ConflictValueView Value(Conflict conflict, IReadOnlyList<Statement> value)
    {
        var picked = value.Contains(conflict.Statements[0]);
        return new(ConflictValueView.Text(conflict.Field, value[0]), picked, [.. value.Select(s => ClaimView.Of(s.Claim, ReferenceEquals(s, conflict.Statements[0])))]);
    }
}

/// <summary>One of the values.</summary>
/// <param name="Display">As surfaces write it.</param>
/// <param name="Picked">Whether it is the one that pages show.</param>
/// <param name="Claims">Who gives it.</param>
public sealed record ConflictValueView(string Display, bool Picked, IReadOnlyList<ClaimView> Claims)
{
    internal static string Text(ConflictField field, Statement statement) =>
        field.IsPrice ? Units.Format.Usd(statement.Number) : field.IsLimit ? Units.Format.Exact(statement.Number) : statement.Number > 0 ? "yes" : "no";
}
