using System.Text.RegularExpressions;

namespace Assay.Search.Box;

/// <summary>"what is being retired", "upcoming deprecations", "when is gpt-4o retired".</summary>
internal static partial class EndsWords
{
    public static Meaning.Ends? Read(NameIndex names, string line)
    {
        var text = line.TrimEnd('?', '!', '.', ' ');
        if (All().IsMatch(text)) return new((NamedSide?)null);
        return One().Match(text) is { Success: true } match && NamedSide.Of(names, match.Groups["name"].Value, NamedKind.Model) is var side && (side.Found is not null || side.Choices.Count > 0) ? new(side) : null;
    }

    private const string Ending = "(retired|retiring|deprecated|shut ?down|shutting down|sunset|sunsetted|discontinued|switched off|turned off|ending|going away)";

    [GeneratedRegex(
        $"^((what|which)('s| is| are|s)?( models?)?( is| are| will be| get| gets)?( being| getting| going to be| about to be| to be| soon| next)* {Ending}( next| soon| this year)?|(upcoming|next|announced|planned)? ?(retirements?|deprecations?|shutdowns?|shut-downs|sunsets)|end of life|eol|(models )?(being|about to be|soon to be|going to be|next to be) {Ending}|retiring( soon| models)?|models ending( soon)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex All();

    [GeneratedRegex(
        $"^((when (is|does|will|was)|is|will|was) (?<name>.+?)( being| going to be| be)? ({Ending}|end|retire|go away)|(retirement|shutdown|end of life|deprecation|end) of (?<name>.+)|(?<name>.+?) (retirement|shutdown|end of life|eol|deprecation)( date)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex One();
}
