namespace Assay.Units;

/// <summary>A number of tokens, exact. Range: 0 and above. <c>default</c> is zero tokens, which no context window has: importers refuse it.</summary>
public readonly record struct TokenCount : IComparable<TokenCount>
{
    public TokenCount(long tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        Tokens = tokens;
    }

    public long Tokens { get; }

    public int CompareTo(TokenCount other) => Tokens.CompareTo(other.Tokens);
    public static bool operator <(TokenCount left, TokenCount right) => left.Tokens < right.Tokens;
    public static bool operator >(TokenCount left, TokenCount right) => left.Tokens > right.Tokens;
    public static bool operator <=(TokenCount left, TokenCount right) => left.Tokens <= right.Tokens;
    public static bool operator >=(TokenCount left, TokenCount right) => left.Tokens >= right.Tokens;

    /// <summary>Short form: 131K for 131,072. The exact figure is <see cref="Tokens"/>.</summary>
    public override string ToString() => Format.Count(Tokens);
}
