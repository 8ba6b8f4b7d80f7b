namespace Assay.Units;

/// <summary>What a price is for. Zero is "not decided" and never a price.</summary>
public enum PriceUnit
{
    NotDecided = 0,
    MillionTokens = 1,
    Image = 2,
    Request = 3,
    Second = 4,
    Page = 5,
    MillionCharacters = 6,

    /// <summary>One use of a hosted tool, such as a web search.</summary>
    ToolCall = 7,
}

/// <summary>
/// A price in US dollars for one unit: a million tokens, an image, a second and so on. Range: 0 and above, exact decimal.
/// <c>default</c> has no unit and is not a price: absence is <c>Fact.Unknown</c>, never $0.
/// </summary>
public readonly record struct UnitPrice
{
    public UnitPrice(decimal usd, PriceUnit per)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(usd);
        if (per is PriceUnit.NotDecided) throw new ArgumentException("A price needs a unit.", nameof(per));
        (Usd, Per) = (usd, per);
    }

    public decimal Usd { get; }
    public PriceUnit Per { get; }

    /// <summary>Dollars for a quantity counted in tokens, characters, images, seconds, pages, requests or uses, as the unit says. No rounding.</summary>
    public decimal CostOf(decimal quantity) => Per switch
    {
        PriceUnit.MillionTokens or PriceUnit.MillionCharacters => quantity * Usd / 1_000_000m,
        PriceUnit.Image or PriceUnit.Request or PriceUnit.Second or PriceUnit.Page or PriceUnit.ToolCall => quantity * Usd,
        _ => throw new InvalidOperationException("This price has no unit: it is the default value, not a price."),
    };

    public override string ToString() => Format.Usd(Usd);
}
