using Assay.Units;

namespace Assay.Host.Catalog;

/// <summary>What the properties of providers, organizations and benchmarks are called on a page.</summary>
public static class AboutLabels
{
    public static string Of(string key) => key switch
    {
        "api_base" => "API base address",
        "key_env" => "Variable that holds the API key",
        "docs" => "Documentation",
        "pricing" => "Price list",
        "caveats" => "Keep in mind",
        "higher_is_better" => "More is better",
        "organization" => "Serves first the models of",
        _ => Words.Sentence(key.Replace('_', ' ')),
    };
}
