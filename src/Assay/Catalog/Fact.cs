namespace Assay.Catalog;

/// <summary>The five states of a fact, the same on every surface.</summary>
public enum FactState
{
    Unknown = 0,
    Known = 1,
    No = 2,
    NotApplicable = 3,
    Disputed = 4,
}

/// <summary>What any fact can be asked without knowing its type.</summary>
public interface IFact
{
    FactState State { get; }

    /// <summary>The value held true: of a known fact, or the picked one of a disputed fact; false for "no"; null otherwise.</summary>
    object? Settled { get; }

    /// <summary>Every claim, the one that was picked first.</summary>
    IReadOnlyList<Claim> Claims { get; }

    /// <summary>Why it is unknown or not applicable, or which rule of the policy picked among disputed claims.</summary>
    string? Why { get; }

    /// <summary>Rests on a rumour or an estimate alone.</summary>
    bool Unconfirmed { get; }
}

/// <summary>
/// What we conclude from claims. Null never means no, and unknown never means no, zero or free.
/// </summary>
/// <typeparam name="T">The type of the value; capabilities use <see cref="bool"/>, where "no" is the state <see cref="No"/>.</typeparam>
public abstract record Fact<T> : IFact where T : notnull
{
    private Fact() { }

    public abstract FactState State { get; }
    public virtual object? Settled => TryGet(out var value) ? value : IsNo ? false : null;
    public virtual IReadOnlyList<Claim> Claims => [];
    public virtual string? Why => null;

    /// <summary>The value, where the fact is known or disputed with a value picked. Includes unconfirmed values.</summary>
    public virtual bool TryGet(out T value)
    {
        value = default!;
        return false;
    }

    /// <summary>The value, unless it is only a rumour: what sorting, cost and verdicts may use.</summary>
    public bool TryGetConfirmed(out T value) => TryGet(out value) && !Unconfirmed;

    /// <summary>A source says no, and the policy holds with it.</summary>
    public virtual bool IsNo => false;

    public bool IsUnknown => State is FactState.Unknown;
    public bool IsDisputed => State is FactState.Disputed;
    public bool Unconfirmed => Claims.Count > 0 && Claims[0].Unconfirmed;

    public sealed record KnownFact(T Value, IReadOnlyList<Claim> By) : Fact<T>
    {
        public override FactState State => FactState.Known;
        public override IReadOnlyList<Claim> Claims => By;
        public override bool TryGet(out T value)
        {
            value = Value;
            return true;
        }
    }

    public sealed record NoFact(IReadOnlyList<Claim> By) : Fact<T>
    {
        public override FactState State => FactState.No;
        public override IReadOnlyList<Claim> Claims => By;
        public override bool IsNo => true;
    }

    public sealed record UnknownFact(string Reason) : Fact<T>
    {
        public override FactState State => FactState.Unknown;
        public override string Why => Reason;
    }

    public sealed record NotApplicableFact(string Reason, IReadOnlyList<Claim> By) : Fact<T>
    {
        public override FactState State => FactState.NotApplicable;
        public override IReadOnlyList<Claim> Claims => By;
        public override string Why => Reason;
    }

    /// <summary>Sources disagree. All claims are kept; the first is the one the policy picked.</summary>
    public sealed record DisputedFact(Fact<T> Picked, string Policy, IReadOnlyList<Claim> By) : Fact<T>
    {
        public override FactState State => FactState.Disputed;
        public override IReadOnlyList<Claim> Claims => By;
        public override string Why => Policy;
        public override bool IsNo => Picked.IsNo;
        public override bool TryGet(out T value) => Picked.TryGet(out value);
    }

    /// <summary>Nobody said anything.</summary>
    public static Fact<T> NothingSaid { get; } = new UnknownFact("No source we hold says.");

    public static Fact<T> Unknown(string why) => new UnknownFact(why);
    public static Fact<T> NotApplicable(string why) => new NotApplicableFact(why, []);
}
