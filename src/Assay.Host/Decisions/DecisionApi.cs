using System.ComponentModel;
using System.Text;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
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
            .Produces<DecisionRecord>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        foreach (var (ending, format) in new[] { (".json", "json"), (".md", "markdown"), ("", "html") })
            app.MapGet($"/decide/{{pair}}{ending}", (ComparisonService comparisons, DecisionService decisions, HttpRequest request, string pair) =>
                Answer(comparisons, decisions, ComparisonService.SplitSlug(Uri.UnescapeDataString(pair), AskedDay.Of(request.HttpContext).Catalog), request, format)).ExcludeFromDescription().OfTheCatalogue();
    }

    private static IResult Record(
        ComparisonService comparisons, DecisionService decisions, HttpRequest request, [AsParameters] ComparisonParameters asked,
        [Description("The model that was chosen, one of those compared.")] string? chosen,
        [Description("Who decided, up to 200 letters.")] string? by,
        [Description("Why, up to 4,000 letters.")] string? because) =>
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
