using Assay.Catalog;

namespace Assay.Adapters.Importers;

/// <summary>
/// What a price of 0 in somebody's list is taken for, the same for all importers. Free only where the id says so; else 0 may stand for
/// free, for "billed another way" and for "not known", so the claim is kept as unconfirmed.
/// </summary>
/// <param name="id">The model id at the provider.</param>
/// <param name="prices">The base prices of the entry.</param>
internal sealed class ZeroPrices(string id, IReadOnlyCollection<(PriceKind Kind, decimal Usd)> prices)
{
    private const string ZeroNote = "0 in the source: free, or billed another way; it does not say";
    private const string ZeroExtraNote = "0 in the source beside a paid input price: free, or not offered; it does not say";

    private readonly bool paid = prices.Any(p => p.Kind == PriceKind.Input && p.Usd > 0);

    public bool Free { get; } = id.EndsWith(":free", StringComparison.Ordinal) || id.EndsWith("-free", StringComparison.Ordinal);

    /// <summary>Input and output are 0, or nothing in the list is above 0.</summary>
    public bool NothingToPay { get; } = prices.Count > 0
        && (prices.All(p => p.Usd == 0) || ((PriceKind[])[PriceKind.Input, PriceKind.Output]).All(kind => prices.Any(p => p.Kind == kind && p.Usd == 0)));

    /// <summary>Told once per entry; null where nothing is to be told.</summary>
    public string? Told => !NothingToPay ? null : Free ? "input and output cost 0, and the id says free: taken as free" : $"input and output cost 0: {ZeroNote}; kept as unconfirmed";

    /// <summary>Why the claim of this price is unconfirmed; null where it is not.</summary>
    public string? Doubt(PriceKind kind, decimal usd) =>
        usd != 0 || Free ? null : NothingToPay ? ZeroNote : paid && IsExtra(kind) ? ZeroExtraNote : null;

    /// <summary>The same for a price that only longer requests pay.</summary>
    public static string? DoubtAbove(PriceKind kind, decimal usd) => usd == 0 && IsExtra(kind) ? ZeroExtraNote : null;

    /// <summary>What is paid beside input and output, and not offered by everyone.</summary>
    private static bool IsExtra(PriceKind kind) => kind != PriceKind.Input && kind != PriceKind.Output;
}
