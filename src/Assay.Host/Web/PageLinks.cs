using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Assay.Host.Web;

/// <summary>The header <c>Link</c> of an answer that is one page of several: the pages before and after it (RFC 8288).</summary>
internal static class PageLinks
{
    /// <param name="page">From 1.</param>
    /// <param name="pages">How many there are.</param>
    public static void Set(HttpContext context, int page, int pages)
    {
        string[] links = [.. page > 1 ? [Of(context.Request, Math.Min(page - 1, pages), "prev")] : Array.Empty<string>(), .. page < pages ? [Of(context.Request, page + 1, "next")] : Array.Empty<string>()];
        if (links.Length > 0) context.Response.Headers.Link = string.Join(", ", links);
    }

    public static int PagesOf(int total, int pageSize) => total == 0 ? 1 : (total - 1) / pageSize + 1;

    private static string Of(HttpRequest request, int page, string relation)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value).Where(q => q.Key != "page").SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        return $"<{QueryHelpers.AddQueryString(request.PathBase + request.Path, query.Append(KeyValuePair.Create<string, string?>("page", page.ToString(CultureInfo.InvariantCulture))))}>; rel=\"{relation}\"";
    }
}
