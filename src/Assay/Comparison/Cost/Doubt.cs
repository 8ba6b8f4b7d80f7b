using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Assay.Units;

namespace Assay.Comparison.Cost;

/// <summary>Why a bill is not to be believed outright.</summary>
public abstract record Doubt
{
    private Doubt() { }

    /// <summary>The bill is shown and never picked as the cheapest.</summary>
    public abstract bool Bars { get; }

    /// <summary>Reads after the route's name and a colon.</summary>
    public abstract string Text { get; }

    public abstract IReadOnlyList<Claim> Claims { get; }

    /// <summary>A price in it is 90 times below its neighbours; bars where nothing backs the price.</summary>
    public sealed record FarOff(SuspiciousPrice Price) : Doubt
    {
        public override bool Bars => !Price.Backed;
        public override string Text => (Bars ? "not picked: " : "check it: ") + Price.Text;
        public override IReadOnlyList<Claim> Claims => Price.Claims;
    }

    /// <summary>A price in it stands in one list alone; bars where a confirmed bill of the model is so much higher that the lone word is not enough.</summary>
    /// <param name="Lists">Who gives the prices that nobody else does.</param>
    /// <param name="Confirmed">The cheapest bill whose prices are confirmed; null where this bill is not too far below one, or there is none.</param>
    public sealed record OneList(IReadOnlyList<string> Lists, IReadOnlyList<Claim> Prices, Bill? Confirmed) : Doubt
    {
        public override bool Bars => Confirmed is not null;
        public override string Text => $"{(Bars ? "not picked: " : "")}one list only ({Words.List(Lists)}){(Bars ? ", far below the cheapest confirmed route" : "")}";
        public override IReadOnlyList<Claim> Claims => Prices;
    }
}
