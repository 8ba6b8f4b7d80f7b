using Assay.Catalog;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary>Names that mean no model or several, with the nearest: the words of every surface.</summary>
internal static class NameText
{
    public static string Sentence(string name, NameLookup lookup) =>
        Problems.Sentence(name, lookup) + (lookup is NameLookup.NotFound { Nearest.Count: 0 } ? " 'assay models PART' lists the names with it." : "");
}
