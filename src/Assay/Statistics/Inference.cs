namespace Assay.Statistics;

/// <summary>What a method concludes: a result, or the reason why there is none. Too little evidence is never a zero and never NaN.</summary>
public abstract record Inference<T> where T : notnull
{
    private Inference()
    {
    }

    public sealed record Estimated(T Value) : Inference<T>;

    /// <param name="Why">A sentence for people: what is missing, and what would help where something would.</param>
    public sealed record NotEnough(string Why) : Inference<T>;

    public TOut Match<TOut>(Func<T, TOut> estimated, Func<string, TOut> notEnough) => this switch
    {
        Estimated e => estimated(e.Value),
        NotEnough n => notEnough(n.Why),
        _ => throw new InvalidOperationException($"There is no third case, but this is {GetType().Name}."),
    };

    public Inference<TOut> Then<TOut>(Func<T, Inference<TOut>> next) where TOut : notnull =>
        Match(next, why => new Inference<TOut>.NotEnough(why));
}

public static class Inference
{
    public static Inference<T> Of<T>(T value) where T : notnull => new Inference<T>.Estimated(value);

    public static Inference<T> NotEnough<T>(string why) where T : notnull => new Inference<T>.NotEnough(why);
}
