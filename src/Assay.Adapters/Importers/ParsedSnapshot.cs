using Assay.Adapters.Storage;
using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>A snapshot as claims, with everything that was left out and why.</summary>
public sealed record ParsedSnapshot
{
    public required NewSnapshot Snapshot { get; init; }
    public required IReadOnlyList<Claim> Claims { get; init; }
    public required IReadOnlyList<Refusal> Refusals { get; init; }
    public required IReadOnlyList<ImportNote> Notes { get; init; }

    /// <summary>What was in it, in order of telling: <c>providers</c> 147, <c>entries</c> 5,276.</summary>
    public required IReadOnlyList<ImportCount> Counts { get; init; }
}

/// <summary>One value, entry or file that was not taken.</summary>
/// <param name="What">The thing it was about: <c>offer vultr/kimi-k2</c>.</param>
/// <param name="Where">JSON path, or file and line.</param>
/// <param name="Value">The value as printed in the source, shortened.</param>
/// <param name="Reason">Why it was not taken; the same words for the same reason, so that refusals can be counted.</param>
/// <param name="Allowed">What would have been taken, or the fix.</param>
public sealed record Refusal(string What, string Where, string Value, string Reason, string Allowed)
{
    public override string ToString() => $"{Where}: {Reason}: '{Value}'; {Allowed}";
}

/// <summary>Something worth telling that is no refusal, with how often it was seen and the first place.</summary>
public sealed record ImportNote(string Text, int Count, string FirstExample);

/// <summary>How many there were of something.</summary>
public sealed record ImportCount(string What, int Number);
