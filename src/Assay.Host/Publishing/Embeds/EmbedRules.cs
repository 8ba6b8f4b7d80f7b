namespace Assay.Host.Publishing.Embeds;

/// <summary>What is made to stand on pages of others, and what their browsers may do with it. By path, so that the headers of a 304 are those of the 200.</summary>
internal static class EmbedRules
{
    /// <summary>
    /// An hour: a badge in a much-read text would otherwise be asked about by every reader, and each names its own day, so one that is an hour old says nothing false.
    /// </summary>
    public const int KeptSeconds = 3600;

    /// <summary>No script, nothing fetched, no form; framed by whoever likes.</summary>
    private const string FramePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    /// <param name="policy">Of the site's other pages.</param>
    public static void On(HttpContext context, string policy)
    {
        var (path, headers) = (context.Request.Path, context.Response.Headers);
        // The page of snippets shows what it offers.
        headers.ContentSecurityPolicy = IsFrame(path) ? FramePolicy : path == "/embed" ? policy + "; frame-src 'self'" : policy;
        if (IsForAnyone(path)) headers.AccessControlAllowOrigin = "*";
    }

    private static bool IsFrame(PathString path) => Under(path, "/embed/compare") || Under(path, "/embed/models") || Under(path, "/embed/badge");

    private static bool IsForAnyone(PathString path) => Under(path, "/embed/badge") || Under(path, "/cards") || path == "/oembed";

    private static bool Under(PathString path, string folder) => path.StartsWithSegments(folder, StringComparison.Ordinal);
}
