using Microsoft.AspNetCore.Http.HttpResults;

namespace Assay.Host.Web;

/// <summary>For addresses that people open and no Razor page makes: a problem becomes the site's own page of errors, with the same status and words.</summary>
internal static class PageFault
{
    private static readonly object Key = new();

    public static async ValueTask<object?> Instead(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        if (answer is not ProblemHttpResult { ProblemDetails.Detail: { } words } problem) return answer;
        context.HttpContext.Items[Key] = words;
        return TypedResults.StatusCode(problem.StatusCode);
    }

    /// <summary>The words of the problem; null where there are none.</summary>
    public static string? Of(HttpContext context) => context.Items[Key] as string;
}
