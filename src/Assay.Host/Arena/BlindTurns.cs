using Assay.Adapters.Storage.Arena;
using Assay.Playground;
using Microsoft.AspNetCore.Routing;

namespace Assay.Host.Arena;

/// <summary>
/// Keeps the turn of a battle from whoever has yet to vote on it: every route of the playground that names a turn answers as if there were none. Here, and not in each
/// of them, so that a new one cannot forget it.
/// </summary>
internal static class BlindTurns
{
    private static readonly string[] OfTurns = ["playground/{", "api/v1/playground/turns/{"];

    public static Task Hide(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route } && OfTurns.Any(p => route.TrimStart('/').StartsWith(p, StringComparison.OrdinalIgnoreCase))
            && TurnId.TryParse((context.GetRouteValue("turn") ?? context.GetRouteValue("id")) as string, out var turn)
            && context.RequestServices.GetRequiredService<ArenaStore>().Hides(turn, Voters.Of(context.Request)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        return next(context);
    }
}
