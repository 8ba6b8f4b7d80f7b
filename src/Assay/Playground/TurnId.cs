using System.Diagnostics.CodeAnalysis;

namespace Assay.Playground;

/// <summary>
/// Names a turn in addresses and in the store: 26 digits of Crockford's base 32 in lower case, of which 10 are the time in milliseconds and 16 are chance.
/// Later turns sort after earlier ones, and 80 bits of chance are not guessed.
/// </summary>
public sealed record TurnId : IComparable<TurnId>
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>How many bytes of chance an id takes.</summary>
    public const int RandomBytes = 10;

    private TurnId(string text) => Text = text;

    public string Text { get; }

    /// <param name="at">From 1970 on.</param>
    /// <param name="random">At least <see cref="RandomBytes"/> bytes that nobody can tell beforehand.</param>
    public static TurnId Create(DateTimeOffset at, ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(random.Length, RandomBytes, nameof(random));
        ArgumentOutOfRangeException.ThrowIfLessThan(at, DateTimeOffset.UnixEpoch);
        var text = new char[Length];
        var time = at.ToUnixTimeMilliseconds();
        for (var i = 9; i >= 0; i--, time >>= 5) text[i] = Digits[(int)(time & 31)];
        var (bits, held, next) = (0, 0, 0);
        for (var i = 10; i < Length; i++)
        {
            if (held < 5) (bits, held) = ((bits << 8) | random[next++], held + 8);
            held -= 5;
            text[i] = Digits[(bits >> held) & 31];
            bits &= (1 << held) - 1;
        }
        return new(new string(text));
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out TurnId? id)
    {
        id = text is { Length: Length } && text.All(Digits.Contains) ? new(text) : null;
        return id is not null;
    }

    public int CompareTo(TurnId? other) => string.CompareOrdinal(Text, other?.Text);

    public override string ToString() => Text;

    public static bool operator <(TurnId left, TurnId right) => left.CompareTo(right) < 0;
    public static bool operator >(TurnId left, TurnId right) => left.CompareTo(right) > 0;
    public static bool operator <=(TurnId left, TurnId right) => left.CompareTo(right) <= 0;
    public static bool operator >=(TurnId left, TurnId right) => left.CompareTo(right) >= 0;
}
