using Assay.Catalog;

namespace Assay.Host.Web;

/// <summary>Errors of the API as RFC 9457 problem details.</summary>
internal static class Problems
{
    /// <summary>400: one sentence for each fault, with the value, what is allowed and the fix.</summary>
    public static IResult Bad(IReadOnlyList<string> problems) =>
        TypedResults.Problem(string.Join(" ", problems), statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be understood", extensions: [new("problems", problems.ToArray())]);

    public static IResult NotFound(string detail, string[] nearest) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found", extensions: [new("nearest", nearest)]);

    /// <summary>413 for a body that says itself that it is longer than is taken; null for any other.</summary>
    public static IResult? TooLarge(HttpRequest request, long most) => request.ContentLength <= most || request.ContentLength is null ? null
        : TooLarge($"The body has {request.ContentLength:#,0} bytes; at most {most:#,0} are taken. Send a smaller image, or fewer lines at a time.");

    public static IResult TooLarge(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status413PayloadTooLarge, title: "The body is too large");

    /// <summary>404 for names that no model has, 400 for names that several have; both list the candidates.</summary>
    public static IResult Names(IReadOnlyList<(string Name, NameLookup Lookup)> names)
    {
        var unclear = names.Where(n => n.Lookup is not NameLookup.Found).ToArray();
        var missing = unclear.Any(n => n.Lookup is NameLookup.NotFound);
        return TypedResults.Problem(string.Join(" ", unclear.Select(n => Sentence(n.Name, n.Lookup))),
            statusCode: missing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
            title: missing ? "No such model" : "Several models have this name",
            extensions: [new("nearest", unclear.SelectMany(n => Candidates(n.Lookup)).Select(m => m.Id).ToArray())]);
    }

    /// <summary>What is wrong with a name, and which names were near: for every surface.</summary>
    public static string Sentence(string name, NameLookup lookup) => lookup switch
    {
        NameLookup.Ambiguous => $"'{name}' means several models: {List(lookup)}. Give the full id of one.",
        NameLookup.NotFound { Nearest.Count: > 0 } => $"No model is called '{name}'. The nearest names: {List(lookup)}.",
        _ => $"No model is called '{name}', and none has a name like it. Search for a part of the name.",
    };

    public static IReadOnlyList<Model> Candidates(NameLookup lookup) => lookup switch
    {
        NameLookup.Ambiguous several => several.Candidates,
        NameLookup.NotFound none => none.Nearest,
        _ => [],
    };

    private static string List(NameLookup lookup) => string.Join(", ", Candidates(lookup).Take(8).Select(m => m.Id));
}
