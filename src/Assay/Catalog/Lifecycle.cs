using Assay.Units;

namespace Assay.Catalog;

/// <summary>Where a model or an offer stands on a day.</summary>
public enum LifecycleStage
{
    Unknown = 0,
    Preview = 1,
    Active = 2,
    Deprecated = 3,
    Retired = 4,
}

/// <summary>What sources say of beginning and end.</summary>
public sealed record Lifecycle
{
    public required Fact<string> Status { get; init; }

    /// <summary>The day the end was announced.</summary>
    public required Fact<PartialDate> Deprecated { get; init; }

    /// <summary>The day it ends or ended.</summary>
    public required Fact<PartialDate> Retires { get; init; }

    /// <summary>The model its maker names instead.</summary>
    public required Fact<string> Successor { get; init; }

    public static Lifecycle NothingSaid { get; } = new()
    {
        Status = Fact<string>.NothingSaid, Deprecated = Fact<PartialDate>.NothingSaid,
        Retires = Fact<PartialDate>.NothingSaid, Successor = Fact<string>.NothingSaid,
    };

    /// <summary>
    /// The stage on a day. Dates win over the status word: what is announced to end in the future is deprecated today,
    /// and what ended in the past is retired even if a list still calls it deprecated.
    /// </summary>
    public LifecycleStage StageOn(DateOnly day)
    {
        if (Retires.TryGetConfirmed(out var end))
        {
            if (end.Latest <= day) return LifecycleStage.Retired;
            return !Deprecated.TryGetConfirmed(out var told) || told.Earliest <= day ? LifecycleStage.Deprecated : LifecycleStage.Active;
        }
        if (Says("retired")) return LifecycleStage.Retired;
        if (Says("deprecated") || (Deprecated.TryGetConfirmed(out var announced) && announced.Earliest <= day)) return LifecycleStage.Deprecated;
        return Says("preview") ? LifecycleStage.Preview : Says("active") ? LifecycleStage.Active : LifecycleStage.Unknown;
    }

    private bool Says(string status) => Status.TryGetConfirmed(out var said) && said == status;

    /// <summary>The claims a statement about the stage rests on.</summary>
    public IEnumerable<Claim> Claims => Retires.Claims.Concat(Deprecated.Claims).Concat(Status.Claims).Concat(Successor.Claims);
}
