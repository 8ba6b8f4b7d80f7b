using System.Diagnostics.CodeAnalysis;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Web;

namespace Assay.Host.Publishing;

/// <summary>A model at a traffic and as of a day.</summary>
internal sealed record AskedModel(ModelPageView View, Model Model, CatalogSnapshot Catalog);

/// <summary>Why an address cannot be answered.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Sentence">With the value, what is allowed and the fix.</param>
/// <param name="Result">The same for programs.</param>
internal sealed record AskedFault(int Status, string Sentence, IResult Result);

/// <summary>
/// What an address for others asks for: a comparison or a model, at a traffic and as of a day. Cards, badges, embeds and oEmbed read it in the same way, strictly:
/// nobody looks at what a program fetched and sees that a part of its question was passed over.
/// </summary>
internal static class Asked
{
    /// <param name="pair">As in the address of the page: <c>a-vs-b</c>.</param>
    /// <param name="query">The traffic and the day.</param>
    /// <param name="fault">Why there is none; null where there is.</param>
    public static ComparisonAnswer.Compared? Comparison(HttpContext context, string pair, IQueryCollection query, out AskedFault? fault)
    {
        if (!Question(context, query, out var traffic, out var asked, out fault)) return null;
        var comparisons = context.RequestServices.GetRequiredService<ComparisonService>();
        var answer = comparisons.Compare(ComparisonService.SplitSlug(Uri.UnescapeDataString(pair), asked.Catalog), traffic, asked.Day);
        fault = answer switch
        {
            ComparisonAnswer.NamesUnclear unclear => Names(unclear.Names),
            ComparisonAnswer.Refused refused => Bad(refused.Problems),
            _ => null,
        };
        return answer as ComparisonAnswer.Compared;
    }

    /// <inheritdoc cref="Comparison"/>
    /// <param name="id">A name of the model.</param>
    public static AskedModel? Model(HttpContext context, string id, IQueryCollection query, out AskedFault? fault)
    {
        if (!Question(context, query, out var traffic, out var asked, out fault)) return null;
        var lookup = asked.Catalog.Find(id);
        if (lookup is NameLookup.Found { Model: var found }) return new(ModelPageView.Of(asked.Catalog, found, traffic), found, asked.Catalog);
        fault = Names([(id, lookup)]);
        return null;
    }

    /// <summary>Whether a request came by another address than the one of the thing.</summary>
    public static bool IsElsewhere(HttpRequest request, string path) => !string.Equals(request.Path.Value, path, StringComparison.Ordinal);

    private static bool Question(HttpContext context, IQueryCollection query, [NotNullWhen(true)] out TrafficProfile? traffic, [NotNullWhen(true)] out AskedDay? asked, out AskedFault? fault)
    {
        var read = ComparisonQuery.From(query);
        (traffic, var problems) = read.ReadTraffic();
        asked = AskedDay.Read(read.AsOf, context.RequestServices.GetRequiredService<LiveCatalog>());
        if (asked.Problem is not null) problems = [.. problems, asked.Problem];
        fault = problems.Count > 0 ? Bad(problems) : null;
        return fault is null;
    }

    private static AskedFault Bad(IReadOnlyList<string> problems) => new(StatusCodes.Status400BadRequest, string.Join(" ", problems), Problems.Bad(problems));

    private static AskedFault Names(IReadOnlyList<(string Name, NameLookup Lookup)> names) => new(
        names.Any(n => n.Lookup is NameLookup.NotFound) ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
        string.Join(" ", names.Where(n => n.Lookup is not NameLookup.Found).Select(n => Problems.Sentence(n.Name, n.Lookup))), Problems.Names(names));
}
