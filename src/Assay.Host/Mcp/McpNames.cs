using Assay.Catalog;
using Assay.Host.Catalog;
using ModelContextProtocol.Protocol;

namespace Assay.Host.Mcp;

/// <summary>Completes names of models and makers while somebody types them into a prompt or a resource's address.</summary>
public sealed class McpNames(LiveCatalog live)
{
    /// <summary>What the protocol allows in one answer is a hundred; people read fewer.</summary>
    private const int Most = 50;

    public CompleteResult Complete(CompleteRequestParams? asked)
    {
        var typed = asked?.Argument?.Value ?? "";
        var models = live.Current.Models;
        var of = asked?.Context?.Arguments?.TryGetValue("org", out var maker) == true ? maker : null;
        IEnumerable<string> names = (asked?.Argument?.Name, asked?.Ref) switch
        {
            ("org", _) => models.Select(m => m.Organization.Id).Distinct(StringComparer.Ordinal),
            ("model", ResourceTemplateReference) => Curated(of is null ? models : models.Where(m => m.Id.StartsWith(of + "/", StringComparison.Ordinal))).Select(m => m.Id[(m.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]),
            ("a" or "b", ResourceTemplateReference) => Curated(models).Select(m => m.Slug),
            ("model" or "instead_of" or "candidate", _) => Curated(models).Select(m => m.Id),
            _ => [],
        };
        // What begins so goes first; the order among equals stays.
        string[] found = [.. names.Where(n => n.Contains(typed, StringComparison.OrdinalIgnoreCase)).OrderBy(n => !n.StartsWith(typed, StringComparison.OrdinalIgnoreCase))];
        return new() { Completion = new() { Values = [.. found.Take(Most)], Total = found.Length, HasMore = found.Length > Most } };
    }

    private static IEnumerable<Model> Curated(IEnumerable<Model> models) => models.OrderBy(m => !m.Curated);
}
