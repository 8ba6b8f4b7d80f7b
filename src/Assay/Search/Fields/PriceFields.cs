using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Assay.Units;

namespace Assay.Search.Fields;

/// <summary>
/// Prices. A kind of price is the lowest that any callable offer asks, so <c>output &lt;= $1</c> means: some offer sells output at $1 or less, by a price that is believed.
/// The prices of a route are those of the one offer whose whole bill at the traffic is the least.
/// </summary>
internal static class PriceFields
{
    public static IReadOnlyList<Field> All { get; } =
    [
        new()
        {
            Name = "cost", Label = "Cost", Unit = "$ a month", Kind = FieldKind.Usd, Aliases = ["cost a month", "monthly cost"], Meaning = "what the cheapest route costs a month at your traffic",
            Read = c => c.Cost.UsdPerMonth is { } usd ? Reading.Span.At(usd) : NoPrice(c, c.Cost.Why!),
            Evidence = c => c.Cost.Best is { } best && best.Lines.FirstOrDefault(l => l.Claims.Count > 0) is { } line ? line.Claims : [],
        },
        OfRoute("route input", "Input", PriceKind.Input, "price"),
        OfRoute("route output", "Output", PriceKind.Output),
        new()
        {
            Name = "free tier", Label = "Free tier", Kind = FieldKind.YesNo, Aliases = ["free"], Meaning = "whether a callable offer has a free tier or asks $0",
            Read = c => c.Callable.Any(o => o.FreeTier.TryGetConfirmed(out _) || (Is(o, PriceKind.Input, 0) && Is(o, PriceKind.Output, 0))) ? Reading.Yes : NoPrice(c, "no source we hold says"),
        },
        .. PriceKind.All.Select(OfKind),
    ];

    private static bool Is(Offer offer, PriceKind kind, decimal usd) => offer.Price(kind).TryGetConfirmed(out var price) && price.Usd == usd;

    private static Field OfKind(PriceKind kind) => new()
    {
        Name = kind.Name.Replace('_', ' ') + " price", Label = kind.Label + ", lowest", Unit = Short(kind.Unit), Kind = FieldKind.Usd, Aliases = [kind.Name.Replace('_', ' '), kind.Label.Replace(",", "", StringComparison.Ordinal).ToLowerInvariant()],
        Meaning = $"the lowest {Noun(kind)} price of any callable offer, $ {Per(kind.Unit)}; $0 is a free tier and passed over, and so is a price that is set aside",
        Read = c => Lowest(c, kind) is { } usd ? Reading.Span.At(usd) : NoPrice(c, "no callable offer has a confirmed price for it"),
    };

    private static decimal? Lowest(Candidate candidate, PriceKind kind)
    {
        decimal? lowest = null;
        foreach (var offer in candidate.Callable)
            if (offer.Price(kind).TryGetConfirmed(out var price) && price.Usd > 0 && !(price.Usd >= lowest) && !SuspiciousPrices.SetAside(candidate.Model, offer, kind)) lowest = price.Usd;
        return lowest;
    }

    private static Field OfRoute(string name, string label, PriceKind kind, params string[] aliases) => new()
    {
        Name = name, Label = label, Unit = Short(kind.Unit), Kind = FieldKind.Usd, Aliases = aliases, Meaning = $"the {Noun(kind)} price of the cheapest route at your traffic, $ {Per(kind.Unit)}",
        Read = c => c.Cost.Best is { } best && best.Offer.Price(kind).TryGetConfirmed(out var price) ? Reading.Span.At(price.Usd)
            : NoPrice(c, c.Cost.Why ?? "its route has no confirmed price for it"),
        Evidence = c => c.Cost.Best?.Offer.Price(kind).Claims ?? [],
    };

    /// <summary>What was shut down has no price any more, and what runs on one's own machine never had one; of all else it is not known.</summary>
    private static Reading NoPrice(Candidate candidate, string why) =>
        candidate.Stage is LifecycleStage.Retired ? new Reading.NotApplicable("it is retired")
        : candidate.Callable.Count > 0 && candidate.Callable.All(o => o.IsOnOwnMachine) ? new Reading.NotApplicable("it runs on your own machine")
        : new Reading.Unknown(why);

    private static string Noun(PriceKind kind) => char.ToLowerInvariant(kind.Label[0]) + kind.Label[1..];

    private static string Short(PriceUnit unit) => unit is PriceUnit.MillionTokens or PriceUnit.MillionCharacters ? "$/1M" : "$";

    private static string Per(PriceUnit unit) => unit switch
    {
        PriceUnit.MillionTokens => "a million tokens",
        PriceUnit.MillionCharacters => "a million characters",
        PriceUnit.Image => "an image",
        PriceUnit.Request => "a request",
        PriceUnit.Second => "a second",
        PriceUnit.Page => "a page",
        _ => "a use",
    };
}
