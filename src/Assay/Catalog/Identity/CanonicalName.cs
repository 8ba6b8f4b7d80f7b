namespace Assay.Catalog.Identity;

/// <summary>
/// One way of writing for what a name says: family, version, words in a fixed order, size, edition. It does not depend on the order in the
/// name, so <c>claude-4-sonnet</c> and <c>claude-sonnet-4</c> are one.
/// </summary>
internal static class CanonicalName
{
    public static string Of(Reading reading)
    {
        var parts = new List<string>();
        var lettered = reading.Family?.Name is "deepseek" or "mimo";
        var versions = string.Join('-', reading.Versions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(v => lettered && char.IsAsciiDigit(v[0]) ? "v" + v : v));
        var words = reading.Words.Distinct(StringComparer.Ordinal).Select(w => (Rank: Rank(w), Word: w)).OrderBy(w => w.Rank).ThenBy(w => w.Word, StringComparer.Ordinal).Select(w => w.Word).ToList();
        var family = reading.Family?.Name;
        if (family is "claude")
        {
            parts.Add(family);
            parts.AddRange(words);
            if (versions.Length > 0) parts.Add(versions);
        }
        else
        {
            var glued = family is "qwen" or "o" or "hy" && versions.Length > 0 && char.IsAsciiDigit(versions[0]);
            if (family is not null) parts.Add(glued ? family + versions : family);
            if (versions.Length > 0 && !glued) parts.Add(versions);
            parts.AddRange(words);
        }
        if (reading.Size is not null) parts.Add(reading.Size);
        if (reading.IsBase) parts.Add("base");
        if (reading.Edition is not null) parts.Add(reading.Edition);
        return parts.Count == 0 ? "unnamed" : string.Join('-', parts);
    }

    // What kind of model it is comes first, then which of the line.
    private static int Rank(string word) => word switch
    {
        "pro" or "flash" or "small" or "medium" or "large" or "air" => 1,
        "lite" or "mini" or "nano" or "max" or "plus" or "turbo" or "fast" => 2,
        "thinking" or "reasoning" or "instruct" or "preview" or "exp" => 3,
        _ => 0,
    };
}
