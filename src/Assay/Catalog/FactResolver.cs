using Assay.Units;

namespace Assay.Catalog;

/// <summary>Turns the claims on one property of one thing into a fact, by <see cref="Precedence"/>.</summary>
public static class FactResolver
{
    /// <param name="claims">Claims that hold on the day asked for; any order.</param>
    /// <param name="read">The value in our type; called only for values that are not yes/no.</param>
    public static Fact<T> Resolve<T>(IReadOnlyList<Claim> claims, Func<ClaimValue, T> read) where T : notnull => ResolveHere(claims.ToArray(), read);

    /// <summary>As <see cref="Resolve{T}"/>; the array becomes the fact's own.</summary>
    internal static Fact<T> ResolveHere<T>(Claim[] claims, Func<ClaimValue, T> read) where T : notnull
    {
        if (claims.Length == 0) return Fact<T>.NothingSaid;
        if (claims.Length == 1) return Settle(claims[0], claims, read);
        Array.Sort(claims, ByPrecedence);
        return Conclude(claims, read);
    }

    private static readonly Comparison<Claim> ByPrecedence = Precedence.Compare;

    /// <summary>As <see cref="Resolve{T}"/>, for claims already in order of precedence.</summary>
    internal static Fact<T> Conclude<T>(Claim[] ordered, Func<ClaimValue, T> read) where T : notnull
    {
        var picked = ordered[0];
        var rival = Rival(picked, ordered);
        var best = MostPrecise(ordered);
        if (!ReferenceEquals(best, picked)) ordered = [best, .. ordered.Where(c => !ReferenceEquals(c, best))];
        var settled = Settle(best, ordered, read);
        return rival is null ? settled : new Fact<T>.DisputedFact(settled, Precedence.Reason(picked, rival), ordered);
    }

    private static Claim? Rival(Claim picked, Claim[] ordered)
    {
        foreach (var claim in ordered)
            if (Contradicts(picked, claim)) return claim;
        return null;
    }

    /// <summary>A page that has changed its mind does not dispute itself, a rumour disputes nothing, and neither does a forced "no".</summary>
    private static bool Contradicts(Claim picked, Claim other) =>
        !other.Unconfirmed && !other.Forced && !Tolerance.Agree(picked, other)
        && !(picked.Source.Publisher == other.Source.Publisher && picked.Source.Url == other.Source.Url && picked.Source.AsOf != other.Source.AsOf);

    /// <summary>Of dates that agree with the picked one, the one that says most: 2025-03-13 rather than 2025-03.</summary>
    private static Claim MostPrecise(Claim[] ordered)
    {
        var best = ordered[0];
        if (best.Value is not ClaimValue.Date picked) return best;
        var precision = picked.Value.Precision;
        foreach (var claim in ordered)
            if (claim is { Unconfirmed: false, Value: ClaimValue.Date date } && date.Value.Precision > precision && picked.Value.AgreesWith(date.Value))
                (best, precision) = (claim, date.Value.Precision);
        return best;
    }

    private static Fact<T> Settle<T>(Claim claim, IReadOnlyList<Claim> all, Func<ClaimValue, T> read) where T : notnull => claim.Value switch
    {
        ClaimValue.NotApplicable => new Fact<T>.NotApplicableFact(claim.Note ?? "The question does not apply here.", all),
        ClaimValue.Flag { Value: false } when typeof(T) == typeof(bool) => new Fact<T>.NoFact(all),
        _ => new Fact<T>.KnownFact(read(claim.Value), all),
    };

    public static bool Flag(ClaimValue value) => value is ClaimValue.Flag { Value: true };
    public static string Text(ClaimValue value) => value.Text;
    public static decimal Number(ClaimValue value) => ((ClaimValue.Number)value).Value;
    public static TokenCount Tokens(ClaimValue value) => new((long)((ClaimValue.Number)value).Value);
    public static PartialDate Date(ClaimValue value) => ((ClaimValue.Date)value).Value;
    public static IReadOnlyList<string> Items(ClaimValue value) => ((ClaimValue.Set)value).Items;
}
