using System.Text.RegularExpressions;

namespace Assay.Adapters.Importers.LiteLlm;

/// <summary>
/// What the name of an entry tells: <c>azure/eu/gpt-4o</c>, <c>bedrock/us-east-1/1-month-commitment/anthropic.claude-v1</c>,
/// <c>hd/1024-x-1792/dall-e-3</c>. Region, commitment and the settings of images are qualifiers of one offer, not models.
/// </summary>
/// <param name="Offer">In the catalogue's form.</param>
/// <param name="ModelId">As the provider calls the model.</param>
/// <param name="Prefixed">Whether the name says its provider.</param>
internal sealed partial record EntryName(string Offer, string ModelId, bool Prefixed)
{
    private static readonly string[] Regions = ["eu", "us", "global", "global-standard"];

    public static EntryName Read(string name, string provider)
    {
        var steps = name.Split('/').ToList();
        var qualifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        TakeSettings(steps, qualifiers);
        var prefixed = steps.Count > 1 && ProviderNames.IsPrefix(steps[0], provider);
        if (prefixed) steps.RemoveAt(0);
        TakeSettings(steps, qualifiers);
        TakePlace(steps, qualifiers, provider);
        var id = string.Join('/', steps);
        var said = ((string[])["region", "commitment", "quality", "size", "steps"]).Where(qualifiers.ContainsKey).Select(q => $"{q}={qualifiers[q]}");
        var offer = $"{ProviderNames.IdOf(provider, id)}/{id}";
        return new(qualifiers.Count == 0 ? offer : $"{offer}#{string.Join('&', said)}", id, prefixed);
    }

    private static void TakePlace(List<string> steps, Dictionary<string, string> qualifiers, string provider)
    {
        if (steps.Count > 1 && provider.StartsWith("azure", StringComparison.Ordinal) && Regions.Contains(steps[0])) Take("region");
        if (steps.Count > 1 && provider.StartsWith("bedrock", StringComparison.Ordinal) && (steps[0] == "*" || AwsRegion().IsMatch(steps[0]))) Take("region");
        if (steps.Count > 1 && steps[0].EndsWith("-month-commitment", StringComparison.Ordinal)) Take("commitment");

        void Take(string qualifier)
        {
            if (steps[0] != "*") qualifiers[qualifier] = qualifier == "commitment" ? steps[0][..^"-commitment".Length] : steps[0];
            steps.RemoveAt(0);
        }
    }

    /// <summary>Quality, size and steps of images, in any order, in front of the rest.</summary>
    private static void TakeSettings(List<string> steps, Dictionary<string, string> qualifiers)
    {
        // A quality stands only in front of a size: "high" may be the name of something else.
        if (steps.Count > 2 && steps[0] is "hd" or "standard" or "low" or "medium" or "high" && Size().IsMatch(steps[1]))
        {
            qualifiers["quality"] = steps[0];
            steps.RemoveAt(0);
        }
        if (steps.Count > 1 && Size().IsMatch(steps[0]))
        {
            qualifiers["size"] = steps[0].Replace("-x-", "x", StringComparison.Ordinal);
            steps.RemoveAt(0);
            if (steps.Count > 1 && steps[0].EndsWith("-steps", StringComparison.Ordinal))
            {
                qualifiers["steps"] = steps[0][..^"-steps".Length];
                steps.RemoveAt(0);
            }
        }
    }

    [GeneratedRegex(@"^([0-9]+|max)-x-([0-9]+|max)\z")]
    private static partial Regex Size();

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+){1,2}-[0-9]\z")]
    private static partial Regex AwsRegion();
}
