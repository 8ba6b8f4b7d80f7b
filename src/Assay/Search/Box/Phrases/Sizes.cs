using System.Text.RegularExpressions;

namespace Assay.Search.Box.Phrases;

/// <summary>
/// "200k context", "a context of at least 1M", "under 30B parameters", "24 GB of memory". A window without a sign is the least that will do, a count of parameters is
/// meant as it stands.
/// </summary>
internal sealed partial class Sizes : IPhrase
{
    private static readonly (string Field, Operator Usual, string[] Nouns)[] Nouned =
    [
        ("context window", Operator.AtLeast, ["context window", "context length", "context size", "token context window", "token context", "tokens context", "tokens of context", "token window", "ctx", "context", "window", "tokens context window"]),
        ("max output", Operator.AtLeast, ["output tokens", "max output", "tokens of output", "tokens output", "token output", "output limit"]),
        ("parameters", Operator.Equal, ["total parameters", "parameters", "parameter", "params", "param"]),
        ("active parameters", Operator.Equal, ["active parameters", "active params", "active"]),
        ("gpu memory", Operator.AtMost, ["gpu memory", "of gpu memory", "vram", "of vram", "gpu"]),
    ];

    public Phrase? Read(ConditionLine line, int at) => ValueFirst(line, at) ?? NounFirst(line, at);

    private static Phrase? ValueFirst(ConditionLine line, int at)
    {
        var (sign, words) = line.Sign(at);
        var next = at + words;
        if (Value(line[next]) is not (var value, var plus)) return null;
        next++;
        if (plus) sign ??= Operator.AtLeast;
        if (line.SignBehind(next) is (not null and var behind, var more)) (sign, next) = (sign ?? behind, next + more);
        foreach (var (field, usual, nouns) in Nouned)
            foreach (var noun in nouns)
            {
                var length = noun.Count(c => c == ' ') + 1;
                if (line.Join(next, length) == noun && Fits(field, value)) return new(next + length - at, $"{field} {Operators.Sign(sign ?? usual)} {value}");
            }
        // Only parameters are counted in billions; what is counted in thousands may be many things.
        return sign is not null && value[^1] is 'B' && !line.Is(next, "tokens", "token") ? new(next - at, $"parameters {Operators.Sign(sign.Value)} {value}") : null;
    }

    private static Phrase? NounFirst(ConditionLine line, int at)
    {
        foreach (var (field, usual, nouns) in Nouned)
            foreach (var noun in nouns)
            {
                var length = noun.Count(c => c == ' ') + 1;
                if (line.Join(at, length) != noun) continue;
                var next = at + length;
                if (line.Is(next, "of", "with", "is")) next++;
                var (sign, words) = line.Sign(next);
                if (Value(line[next + words]) is not (var value, var plus) || !Fits(field, value)) continue;
                next += words + 1;
                if (line.SignBehind(next) is (not null and var behind, var more)) (sign, next) = (sign ?? behind, next + more);
                if (line.Is(next, "tokens", "token")) next++;
                return new(next - at, $"{field} {Operators.Sign(sign ?? (plus ? Operator.AtLeast : usual))} {value}");
            }
        return null;
    }

    private static bool Fits(string field, string value) => field == "gpu memory" ? value.EndsWith("GB", StringComparison.Ordinal) : !value.EndsWith("GB", StringComparison.Ordinal);

    private static (string Value, bool Plus)? Value(string word) => Number().Match(word) is { Success: true } match ? (match.Groups["n"].Value.ToUpperInvariant(), match.Groups["plus"].Length > 0) : null;

    [GeneratedRegex(@"^(?<n>\d{1,9}(,\d{3})*(\.\d{1,3})?(k|m|b|t|gb)?)(?<plus>\+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
