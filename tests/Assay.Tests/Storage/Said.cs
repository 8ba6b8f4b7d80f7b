using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Tests.Storage;

/// <summary>Short ways to make snapshots and claims of an invented feed.</summary>
internal static class Said
{
    public const string Feed = "listing";

    public static DateOnly Day(int day) => new(2026, 1, day);

    public static NewSnapshot Snapshot(int day, string bytes) => new()
    {
        Feed = Feed, Files = new([new("list.txt", System.Text.Encoding.UTF8.GetBytes(bytes))]), AsOf = Day(day), Retrieved = Day(day), Url = "https://example.org/list",
    };

    public static Claim Price(string offer, decimal usd, int day) => new()
    {
        Subject = Subject.Offer(offer), Property = Property.Price(PriceKind.Input), Value = new ClaimValue.Number(usd), From = Day(day),
        Source = new() { Publisher = "Listing", Url = "https://example.org/list", Rank = SourceRank.Aggregator, AsOf = PartialDate.From(Day(day)), Retrieved = Day(day), Feed = Feed },
    };

    /// <summary>Imports a snapshot written as "a=1 b=2".</summary>
    public static ImportCounts Import(Store store, int day, string prices) => new ClaimStore(store).Import(
        Snapshot(day, prices),
        prices.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => Price($"shop/{p.Split('=')[0]}", decimal.Parse(p.Split('=')[1], null), day)));

    /// <summary>The history as "a=1 2..5", days of the month, sorted.</summary>
    public static string History(Store store) => string.Join(", ", new ClaimStore(store).LoadClaims()
        .Select(c => $"{c.Subject.Id[5..]}={c.Value.Text} {c.From.Day}..{c.To?.Day}").Order(StringComparer.Ordinal));
}
