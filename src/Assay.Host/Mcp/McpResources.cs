using System.Reflection;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Web;
using Assay.Units;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assay.Host.Mcp;

/// <summary>What a client may attach to a conversation: the methodology, a model, a comparison of two; each as Markdown.</summary>
public sealed class McpResources(McpCatalog catalog, ComparisonService comparisons)
{
    private const string Methodology = "assay://methodology", Models = "assay://models/", Comparisons = "assay://compare/", Markdown = "text/markdown";

    public static ListResourcesResult List { get; } = new()
    {
        Resources = [new() { Uri = Methodology, Name = "methodology", Title = "Methodology", Description = "How claims become facts, how disagreements are settled, how cost and verdict are worked out.", MimeType = Markdown }],
    };

    public static ListResourceTemplatesResult Templates { get; } = new()
    {
        ResourceTemplates =
        [
            new() { UriTemplate = Models + "{org}/{model}", Name = "model", Title = "A model", Description = "One model: lifecycle, specs, capabilities, cost, cheapest offers, results, each figure with source and date.", MimeType = Markdown },
            new() { UriTemplate = Comparisons + "{a}-vs-{b}", Name = "comparison", Title = "A comparison", Description = "Two models at the default traffic: verdict, scorecard, trade-offs, cost, what a switch takes.", MimeType = Markdown },
        ],
    };

    /// <exception cref="McpProtocolException">There is no such resource; the message has the nearest names.</exception>
    public ReadResourceResult Read(string uri)
    {
        var path = Uri.UnescapeDataString(uri);
        var text = path == Methodology ? Method()
            : path.StartsWith(Models, StringComparison.Ordinal) ? Model(path[Models.Length..])
            : path.StartsWith(Comparisons, StringComparison.Ordinal) ? Comparison(path[Comparisons.Length..])
            : throw None($"There is no resource '{Visible.Line(uri, 120)}'. Allowed: {Methodology}, {Models}{{org}}/{{model}}, {Comparisons}{{a}}-vs-{{b}}.");
        return new() { Contents = [new TextResourceContents { Uri = uri, MimeType = Markdown, Text = text }] };
    }

    private string Model(string name)
    {
        var day = catalog.On(null).Catalog;
        return ShowModelTool.Words(day, Find(day, name));
    }

    private string Comparison(string pair)
    {
        var day = catalog.On(null);
        var models = ComparisonService.SplitSlug(pair, day.Catalog).Select(n => Find(day.Catalog, n)).ToArray();
        return comparisons.Compare(day.Catalog, models, TrafficProfile.Default) switch
        {
            ComparisonAnswer.Compared compared => CompareModelsTool.Words(compared.View),
            ComparisonAnswer.Refused refused => throw None(string.Join(' ', refused.Problems)),
            _ => throw new InvalidOperationException("The models are there."),
        };
    }

    private static Model Find(CatalogSnapshot day, string name) => day.Find(name) is NameLookup.Found found ? found.Model : throw None(Problems.Sentence(Visible.Line(name, 200), day.Find(name)));

    private static string Method()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("methodology.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static McpProtocolException None(string why) => new(why, McpErrorCode.InvalidParams);
}
