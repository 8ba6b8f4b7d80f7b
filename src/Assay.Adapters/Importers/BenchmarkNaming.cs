using System.Text;

namespace Assay.Adapters.Importers;

/// <summary>How names, versions and units of benchmarks are read where a source only prints words.</summary>
internal static class BenchmarkNaming
{
    private static readonly string[] Rates = ["percent", "rate", "resolved", "pass@", "accuracy", "correct"];

    /// <summary>Percent where the metric is a rate or says percent, and for any other metric but an index when the score is 0 to 100 (said in the note).</summary>
    public static (string Unit, string? Note) Unit(string? metric, decimal score)
    {
        if (metric is not null && Rates.Any(r => metric.Contains(r, StringComparison.OrdinalIgnoreCase))) return ("percent", null);
        if (metric is not null && metric.Contains("index", StringComparison.OrdinalIgnoreCase)) return ("score", null);
        return score is >= 0 and <= 100 ? ("percent", "the unit is not printed: read as percent") : ("score", null);
    }

    /// <summary>In words, what <see cref="IsId"/> takes.</summary>
    public const string Allowed = "a name with letters or digits, whose id has at most 120 of them";

    /// <summary>Whether a benchmark can be named by it.</summary>
    public static bool IsId(string slug) => slug.Length is > 0 and <= 120 && slug.Any(char.IsAsciiLetterOrDigit) && Slug(slug) == slug;

    /// <summary>Why a score cannot be one, and what could; null where it can.</summary>
    public static (string Reason, string Allowed)? Objection(string unit, decimal score) => unit switch
    {
        "percent" when score is < 0 or > 100 => ("not a percentage", "a percentage of 0 to 100; correct the score or its unit"),
        _ when Math.Abs(score) > ImportLimits.Score => ("an absurd score", $"{-ImportLimits.Score:#,0} to {ImportLimits.Score:#,0}"),
        _ => null,
    };

    /// <summary>A version number at the end of the name is the version.</summary>
    public static (string Title, string? Version) SplitVersion(string name)
    {
        var space = name.LastIndexOf(' ');
        var last = name[(space + 1)..];
        return space > 0 && char.IsAsciiDigit(last[0]) && last.All(c => char.IsAsciiDigit(c) || c == '.') ? (name[..space], last) : (name, null);
    }

    /// <summary>The id that a name makes: small letters, digits and hyphens.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '.' or '_') slug.Append(c);
            else if (c == 'τ') slug.Append("tau");
            else if (c is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}
