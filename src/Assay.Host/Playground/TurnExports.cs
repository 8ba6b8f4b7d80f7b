using System.Text;
using Assay.Adapters.Storage.Turns;
using Assay.Host.Cli.Text;
using Assay.Host.Described;
using Assay.Host.Web;
using Assay.Playground;

namespace Assay.Host.Playground;

/// <summary>A turn as a file: JSON, Markdown, the picture with its boxes; and the raw bytes of a lane.</summary>
internal static class TurnExports
{
    public static void Map(WebApplication app, RouteGroupBuilder turns)
    {
        turns.MapGet("/turns/{id}/export.{format}", Export).WithName("ExportTurn").WithSummary("A turn as a file: json, md or png (the picture with its boxes).").Produces<TurnView>().AnswersAs("text/markdown", "image/png")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).Takes([Parameters.Turn, new("format", "The form.", "json") { Allowed = ["json", "md", "png"] }, .. Parameters.Reading]);
        app.MapGet("/playground/{id}/export.{format}", Export).ExcludeFromDescription();
        app.MapGet("/playground/{id}/lanes/{lane:int}/{side:regex(^(request|reply)$)}", Raw).ExcludeFromDescription();
    }

    private static async Task<IResult> Export(HttpContext context, TurnRunner runner, TurnViewBuilder views, BoxPicture picture, string id, string format)
    {
        if (!TurnId.TryParse(id, out var known) || runner.Look(known) is not { } turn) return PlaygroundApi.NotFound(id);
        var query = ReadingQuery.From(context.Request.Query, turn);
        if (query.Problems.Count > 0) return Problems.Bad(query.Problems);
        var view = views.Of(turn, runner.Runs(known), query);
        var name = $"assay-{view.Task}-{view.Created.UtcDateTime:yyyy-MM-dd-HHmm}";
        switch (format)
        {
            case "json":
                return TypedResults.File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(view, AssayJson.Default.TurnView), "application/json; charset=utf-8", name + ".json");
            case "md":
                return TypedResults.File(Encoding.UTF8.GetBytes(Markdown.Write(TurnDocument.Of(view, query.Min))), "text/markdown; charset=utf-8", name + ".md");
            case "png":
                var (png, problem) = await picture.Draw(view, query.Min, context.RequestAborted);
                return png is { } bytes ? TypedResults.File(bytes.ToArray(), "image/png", name + ".png") : Problems.Bad([problem!]);
            default:
                return Problems.NotFound($"'{format}' is not a form of export. Allowed: json, md, png.", []);
        }
    }

    /// <summary>As plain text, whatever it claims to be.</summary>
    private static IResult Raw(TurnStore store, string id, int lane, string side)
    {
        if (!TurnId.TryParse(id, out var known) || store.Exchange(known, lane) is not { } exchange) return PlaygroundApi.NotFound(id);
        var bytes = side == "request" ? exchange.Request : exchange.Reply;
        return bytes is { } found ? TypedResults.Bytes(found, "text/plain; charset=utf-8") : Problems.NotFound($"No reply came for lane {lane} of turn '{id}'.", []);
    }
}
