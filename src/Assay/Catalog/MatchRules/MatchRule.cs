using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Units;

namespace Assay.Catalog.MatchRules;

/// <summary>
/// Which model ids a row of a price list speaks for, as the list itself says it: <c>{"or":[{"equals":"a"},{"starts_with":"b"}]}</c>.
/// Letter case is passed over everywhere but in a <c>regex</c>, as the lists' own programs do.
/// </summary>
public abstract record MatchRule
{
    private const int LongestId = 300;

    private MatchRule() { }

    /// <summary>The part of the rule that takes in the id, for the reader of a note; null when the rule does not.</summary>
    public abstract MatchRule? Hit(string id);

    /// <summary>The ids that the rule takes in by name, and whether it may take in others too.</summary>
    public abstract (IEnumerable<string> Ids, bool Others) Named { get; }

    public sealed record Text(TextTest Test, string Value) : MatchRule
    {
        public override MatchRule? Hit(string id) => Test switch
        {
            TextTest.Equals => id.Equals(Value, StringComparison.OrdinalIgnoreCase),
            TextTest.StartsWith => id.StartsWith(Value, StringComparison.OrdinalIgnoreCase),
            TextTest.EndsWith => id.EndsWith(Value, StringComparison.OrdinalIgnoreCase),
            TextTest.Contains => id.Contains(Value, StringComparison.OrdinalIgnoreCase),
            _ => false,
        } ? this : null;

        public override (IEnumerable<string> Ids, bool Others) Named => Test is TextTest.Equals ? ([Value], false) : ([], true);

        public override string ToString() => $"{Words.First(w => w.Value == Test).Key} '{Value}'";
    }

    /// <summary>Somebody else's pattern, held to a form that cannot run away (<see cref="BoundedPattern"/>).</summary>
    public sealed record Pattern : MatchRule
    {
        private readonly Regex regex;

        internal Pattern(string value, Regex regex) => (Value, this.regex) = (value, regex);

        public string Value { get; }

        public override MatchRule? Hit(string id) => regex.IsMatch(id) ? this : null;

        public override (IEnumerable<string> Ids, bool Others) Named => ([], true);

        public override string ToString() => $"regex '{Value}'";
    }

    public sealed record Any(IReadOnlyList<MatchRule> Rules) : MatchRule
    {
        public override MatchRule? Hit(string id)
        {
            foreach (var rule in Rules)
                if (rule.Hit(id) is { } hit) return hit;
            return null;
        }

        public override (IEnumerable<string> Ids, bool Others) Named => (Rules.SelectMany(r => r.Named.Ids), Rules.Any(r => r.Named.Others));
    }

    public sealed record All(IReadOnlyList<MatchRule> Rules) : MatchRule
    {
        public override MatchRule? Hit(string id) => Rules.All(r => r.Hit(id) is not null) ? this : null;

        public override (IEnumerable<string> Ids, bool Others) Named => ([], true);

        public override string ToString() => string.Join(" and ", Rules);
    }

    private static readonly Dictionary<string, TextTest> Words = new(StringComparer.Ordinal)
    {
        ["equals"] = TextTest.Equals, ["starts_with"] = TextTest.StartsWith, ["ends_with"] = TextTest.EndsWith, ["contains"] = TextTest.Contains,
    };

    /// <summary>Reads a rule.</summary>
    /// <param name="rule">An object with one key.</param>
    /// <param name="read">The rule.</param>
    /// <param name="fault">What is wrong with it, with what is allowed.</param>
    public static bool TryRead(JsonElement rule, [NotNullWhen(true)] out MatchRule? read, [NotNullWhen(false)] out string? fault)
    {
        (read, fault) = (null, null);
        if (rule.ValueKind is not JsonValueKind.Object || rule.EnumerateObject().ToArray() is not [var clause]) fault = "a rule has one key";
        else if (clause.Name is "or" or "and") read = Several(clause.Name, clause.Value, out fault);
        else if (clause.Value.ValueKind is not JsonValueKind.String || clause.Value.GetString() is not { Length: > 0 } text) fault = $"'{clause.Name}' needs a text";
        else if (clause.Name == "equals" && !CanBeId(text)) fault = $"'equals' needs an id: at most {LongestId} characters that can be seen, without '#' and blanks at its ends";
        else if (Words.TryGetValue(clause.Name, out var test)) read = new Text(test, text);
        else if (clause.Name == "regex") read = Regular(text, out fault);
        else fault = $"'{clause.Name}' is no rule: equals, starts_with, ends_with, contains, regex, or, and";
        return read is not null;
    }

    /// <summary>Reads a rule from JSON text; false when it is none.</summary>
    public static bool TryParse(string json, [NotNullWhen(true)] out MatchRule? rule)
    {
        rule = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return TryRead(document.RootElement, out rule, out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Ids that rules name become offers, so an offer must be able to have them.</summary>
    private static bool CanBeId(string text) => text.Length <= LongestId && text.Trim() == text && !text.Contains('#', StringComparison.Ordinal) && !text.StartsWith('/') && Visible.Is(text);

    private static MatchRule? Several(string name, JsonElement list, out string? fault)
    {
        fault = list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() == 0 ? $"'{name}' needs a list of rules" : null;
        if (fault is not null) return null;
        var rules = new List<MatchRule>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (!TryRead(item, out var rule, out fault)) return null;
            rules.Add(rule);
        }
        return name == "or" ? new Any(rules) : new All(rules);
    }

    private static Pattern? Regular(string pattern, out string? fault) => BoundedPattern.TryRead(pattern, out var regex, out fault) ? new(pattern, regex) : null;
}

/// <summary>How the text of a rule is looked for in an id.</summary>
public enum TextTest
{
    NotDecided = 0,
    Equals = 1,
    StartsWith = 2,
    EndsWith = 3,
    Contains = 4,
}
