namespace Assay.Host.Web;

/// <summary>
/// Marks a route whose answer is a pure function of catalogue, day and address, so that <see cref="CatalogTag"/> may answer for it with 304. A route without it never
/// gets the catalogue's tag: whoever forgets the mark loses a little time, and shows nothing stale.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OfTheCatalogueAttribute : Attribute
{
    /// <summary>How long it may be shown again without asking; 0 (the usual): not at all.</summary>
    public int KeptSeconds { get; init; }

    /// <summary>Whether it may be too long to be held whole.</summary>
    public bool Streams { get; init; }
}

internal static class CatalogRoutes
{
    /// <summary>Marks a route, or every route of a group.</summary>
    public static T OfTheCatalogue<T>(this T routes, int keptSeconds = 0, bool streams = false) where T : IEndpointConventionBuilder => routes.WithMetadata(new OfTheCatalogueAttribute { KeptSeconds = keptSeconds, Streams = streams });
}
