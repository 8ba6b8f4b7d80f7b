using System.Text;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Described;
using Assay.Host.Evaluation;
using Assay.Host.Web;

namespace Assay.Host.Decisions;

/// <summary>Records over HTTP: functions of catalogue and address, like the page they are of.</summary>
public static class DecisionApi
{
    public static void Add(IServiceCollection services) =>
        services.AddSingleton(s => new DecisionEvals(s.GetRequiredService<RunReports>)).AddSingleton<DecisionService>();

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/decisions", Record).OfTheCatalogue().WithTags("Comparison").WithName("GetDecisionRecord").WithSummary("A comparison as a record that can be checked later: verdict, cost, every claim with its hash, open questions.")
            .Produces<DecisionRecord>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).Takes([.. ComparisonParameters.All, .. Decided]);
        Route(".json", "json").Twin<DecisionRecord>("DecisionPage", "The comparison as a decision record.", missing: true).Takes([Parameters.Pair, .. Parameters.PageTraffic, Parameters.Baseline, Parameters.PageDay, .. Decided]).OfTheCatalogue();
        Route(".md", "markdown").ExcludeFromDescription().OfTheCatalogue();
        // A person in a browser gets the site's own page of errors.
        Route("", "html").AddEndpointFilter(PageFault.Instead).ExcludeFromDescription().OfTheCatalogue();

        RouteHandlerBuilder Route(string ending, string format) => app.MapGet($"/decide/{{pair}}{ending}", (ComparisonService comparisons, DecisionService decisions, HttpRequest request, string pair) =>
            Answer(comparisons, decisions, ComparisonService.SplitSlug(Uri.UnescapeDataString(pair), AskedDay.Of(request.HttpContext).Catalog), request, format));
    }

    /// <summary>What somebody decided.</summary>
    private static readonly Parameter[] Decided =
    [
        new("chosen", "The model that was chosen, one of those compared.", Parameters.Baseline.Example), new("by", "Who decided.", "Ada") { Most = DecisionService.LongestName }, new("because", "Why.", "It reads our receipts.") { Most = DecisionService.LongestReason },
    ];

    private static IResult Record(
        ComparisonService comparisons, DecisionService decisions, HttpRequest request, [AsParameters] ComparisonParameters asked,
        string? chosen,
        string? by,
        string? because) =>
        Answer(comparisons, decisions, asked.Names(), request, "json");

    private static IResult Answer(ComparisonService comparisons, DecisionService decisions, IReadOnlyList<string> names, HttpRequest request, string format) =>
        ComparisonApi.Answer(comparisons, names, request, compared =>
        {
            var (choice, problems) = DecisionService.Choice(compared, request.Query["chosen"], request.Query["by"], request.Query["because"]);
            if (problems.Count > 0) return Problems.Bad(problems);
            return new DecisionAnswer(decisions.Make(compared, choice), format, request.Query["download"] == "1");
        });

    /// <summary>The bytes that the command line writes, shown or, where asked for, to be kept as a file.</summary>
    private sealed class DecisionAnswer(DecisionRecord record, string format, bool download) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            var (type, ending) = format switch { "json" => ("application/json", "json"), "markdown" => ("text/markdown", "md"), _ => ("text/html", "html") };
            // It repeats the comparison page, and carries what somebody wrote into the address.
            headers["X-Robots-Tag"] = "noindex";
            if (download) headers.ContentDisposition = $"attachment; filename=\"{FileName(record)}.{ending}\"";
            return Results.Text(DecisionFile.Write(record, format), $"{type}; charset=utf-8", Encoding.UTF8).ExecuteAsync(httpContext);
        }

        /// <summary>Letters, digits and signs that mean nothing to any system of files.</summary>
        private static string FileName(DecisionRecord record) =>
            $"decision-{record.AsOf}-{string.Join("-vs-", record.Models.Select(m => new string([.. m.Id[(m.Id.IndexOf('/', StringComparison.Ordinal) + 1)..].Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.').Take(40)])))}";
    }
}
