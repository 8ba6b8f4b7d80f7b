using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Search.Box.Phrases;

/// <summary>
/// "under $1", "at most $5 output", "under 500 dollars a month". A price without a word for what is the input price of the cheapest callable offer; one a month is the
/// bill at the traffic. A price without a sign is not certain, and not read.
/// </summary>
internal sealed partial class Prices : IPhrase
{
    public Phrase? Read(ConditionLine line, int at)
    {
        var next = at;
        var field = Kind(line, ref next, "price", "priced", "costs", "costing", "cost", "pricing");
        var (sign, words) = line.Sign(next);
        next += words;
        if (Amount(line, ref next) is not { } usd) return null;
        if (sign is null) (sign, words) = line.SignBehind(next);
        if (sign is null) return null;
        if (line.SignBehind(next) is (not null, var behind)) next += behind;
        field = Per(line, ref next) ?? field ?? Kind(line, ref next) ?? "input price";
        return new(next - at, $"{field} {Operators.Sign(sign.Value)} ${usd.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>"input price", "output", and with the words given also a bare "price", which says nothing of which.</summary>
    private static string? Kind(ConditionLine line, ref int at, params ReadOnlySpan<string> bare)
    {
        var start = at;
        if (line.Is(at, "for", "of", "on")) at++;
        var kind = line.Is(at, "input", "in") && !line.Is(at + 1, "total") ? "input price" : line.Is(at, "output", "out") ? "output price" : null;
        if (kind is null) at = start;
        else at++;
        if (kind is not null && line.Is(at, "tokens", "token")) at++;
        if (line.Is(at, "price", "prices") || line.Is(at, bare)) at++;
        return kind;
    }

    private static decimal? Amount(ConditionLine line, ref int at)
    {
        var match = Money().Match(line[at]);
        if (!match.Success || !decimal.TryParse(match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var named = line.Is(at + 1, "dollar", "dollars", "usd", "cent", "cents");
        if (match.Groups["sign"].Length == 0 && match.Groups["behind"].Length == 0 && !named) return null;
        var cents = line.Is(at + 1, "cent", "cents");
        at += named ? 2 : 1;
        return (cents ? number / 100 : number) * match.Groups["k"].Value switch { "k" => 1000, "m" => 1_000_000, _ => 1 };
    }

    /// <summary>"a month" makes it the bill; "per million tokens" is what prices are counted by anyway.</summary>
    private static string? Per(ConditionLine line, ref int at)
    {
        var start = at;
        if (line.Is(at, "a", "per", "each", "every", "/")) at++;
        if (line.Is(at, "month", "monthly", "mo"))
        {
            at++;
            return "cost";
        }
        if (line.Is(at, "1m", "million", "m", "mtok", "1m/tokens"))
        {
            at++;
            var kind = line.Is(at, "input") ? "input price" : line.Is(at, "output") ? "output price" : null;
            if (kind is not null) at++;
            if (line.Is(at, "tokens", "token", "tok")) at++;
            return kind ?? Kind(line, ref at);
        }
        at = start;
        return null;
    }

    [GeneratedRegex(@"^(?<sign>\$)?(?<n>\d{1,9}(,\d{3})*(\.\d{1,6})?)(?<k>[km])?(?<behind>\$|usd)?(/(1?m|mtok|1m tokens))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Money();
}
