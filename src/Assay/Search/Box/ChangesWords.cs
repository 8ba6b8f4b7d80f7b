using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Units;

namespace Assay.Search.Box;

/// <summary>"what changed for gpt-4o", "price changes at azure since 2026-06", "what is new this week", "price history of gpt-4o".</summary>
internal static partial class ChangesWords
{
    public static Meaning? Read(NameIndex names, DateOnly today, string line)
    {
        var text = line.TrimEnd('?', '!', '.', ' ');
        if (History().Match(text) is { Success: true } history && Known(names, history.Groups["name"].Value, NamedKind.Model) is { } model) return new Meaning.History(model);
        var (rest, since) = Period(text, today);
        var match = All().Match(rest);
        if (!match.Success) match = One().Match(rest);
        if (!match.Success) return null;
        var kind = match.Groups["kind"].Value.ToLowerInvariant() switch { "price" or "prices" => "price", "limit" or "limits" or "context" => "limit", "capability" or "capabilities" => "capability", "lifecycle" => "lifecycle", _ => null };
        if (match.Groups["name"].Value is not { Length: > 0 } name) return new Meaning.Changes(null, kind, since);
        return Known(names, name, NamedKind.Model, NamedKind.Provider) is { } of ? new Meaning.Changes(of, kind, since) : null;
    }

    /// <summary>Null where nothing is like the name: then the line asks something else.</summary>
    private static NamedSide? Known(NameIndex names, string name, params ReadOnlySpan<NamedKind> kinds) =>
        NamedSide.Of(names, name.Trim(' ', '"'), kinds) is var side && (side.Found is not null || side.Choices.Count > 0) ? side : null;

    /// <summary>Takes a period off the end: as the page of changes writes it.</summary>
    private static (string Question, string? Since) Period(string text, DateOnly today)
    {
        if (Since().Match(text) is not { Success: true } match) return (text, null);
        var (rest, words) = (text[..match.Index], match.Groups["when"].Value.ToLowerInvariant());
        var since = words switch
        {
            "today" => "0d", "yesterday" => "1d", "this week" or "last week" or "in the last week" => "7d", "this month" => today.ToString("yyyy-MM", CultureInfo.InvariantCulture), "last month" => "30d",
            "this year" => today.ToString("yyyy", CultureInfo.InvariantCulture), "recently" or "lately" => null, _ when match.Groups["days"].Value is { Length: > 0 } days => days + "d", _ => match.Groups["day"].Value,
        };
        return since is { Length: > 0 } day && char.IsAsciiDigit(day[^1]) && !PartialDate.TryParse(day, out _) ? (text, null) : (rest, since);
    }

    [GeneratedRegex(@"^(price |context )?history (of|for) (?<name>.+)$|^(?<name>.+?) (price |context )?history$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex History();

    [GeneratedRegex(
        @"^((what|which)('s|s| has| have| is)?( (?<kind>prices|limits|capabilities))?( been)? (changed|new)|(recent |latest |all |the )?((?<kind>price|limit|context|capability|lifecycle) )?changes)( (for|in|with|at|to|of|on|about|by) (?<name>.+))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex All();

    [GeneratedRegex(@"^(?<name>.+?) ((?<kind>price|limit|context|capability|lifecycle) )?changes$|^(did|has) (?<name>.+?) chang(e|ed)( its)?( (?<kind>prices?|limits?))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex One();

    [GeneratedRegex(@" (?<when>today|yesterday|recently|lately|this week|last week|in the last week|this month|last month|this year|(in |over )?(the )?last (?<days>\d{1,4}) days|since (?<day>\d{4}(-\d\d){0,2}))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Since();
}
