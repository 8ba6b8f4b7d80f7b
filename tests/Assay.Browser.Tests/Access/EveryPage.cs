using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Xunit;

namespace Assay.Browser.Tests.Access;

/// <summary>
/// Every page of the site in every state that looks different: one line each. What a test of access promises, it holds on all of them. Names in brackets
/// stand for things that <see cref="FullSite"/> has made. A page whose route is not met by a line here fails a test.
/// </summary>
internal static class EveryPage
{
    private const string Run = "/evals/" + Assay.Tests.Evaluation.Reports.RunSite.First;
    private const string Boxes = "/evals/" + Assay.Tests.Evaluation.Reports.SeededReplies.Boxes, Judged = "/evals/" + Assay.Tests.Evaluation.Reports.SeededReplies.Judged;

    public static readonly string[] Paths =
    [
        "/", "/?asof=2026-01-15",
        "/models", "/models?filter=vision, context >= 200K&might=1&m=gpt-4o", "/models?filter=visoin&against=mmlu-pro", "/models?q=zzzz",
        "/models/google/gemma-3-12b-it", "/models/upstage/solar-pro2", "/models/google/gema",
        "/compare", "/compare?m=gemma-3-12b-itt&m=gpt-4o",
        Chromium.Scenario, Chromium.Scenario + "?in=many", Chromium.Three, Chromium.Six,
        "/decide/gemma-3-12b-it-vs-gpt-4-vision-preview",
        "/providers/azure", "/offers/of-no-model",
        "/benchmarks", "/benchmarks/swe-bench-verified",
        "/changes?since=2026", "/changes?since=never", "/changes?model=upstage/solar-pro2&since=2026-11-20",
        "/lifecycle", "/lifecycle?model=upstage/solar-pro2", "/conflicts", "/conflicts?model=upstage/solar-pro2&class=price",
        "/sources", "/methodology", "/api",
        "/search?q=vision under $1", "/search?q=gpt-4o vs claude", "/search?q=zzzzqqq",
        "/embed?m=gpt-4o&m=gpt-4o-mini", "/embed/compare/gpt-4o-vs-gpt-4o-mini", "/embed/models/openai/gpt-4o?theme=dark",
        "/playground?task=detect", "/playground?task=chat&m=acme/owl", "/playground/{boxes}", "/playground/{texts}", "/playground/{labels}", "/playground/history", "/playground/history?q=zzzz", "/playground/nothing",
        "/arena", "/arena/battles/{open}", "/arena/battles/{voted}", "/arena/leaderboard?task=ask", "/arena/leaderboard?task=ocr",
        "/evals", "/evals?suite=nothing", Run, Run + "?against=" + Assay.Tests.Evaluation.Reports.RunSite.Newer + "&by=id&state=failed&q=times", Run + "?q=zzzz", "/evals/" + Assay.Tests.Evaluation.Reports.RunSite.Stopped,
        Judged, Judged + "/samples/e0", Run + "/samples/q00003", Boxes + "/samples/street", "/evals/suites/vision-basics",
        "/nothing/here", "/status/500",
    ];

    public static TheoryData<string> Theory => [.. Paths];

    /// <summary>The route of a page that answers a path: of those that fit, the one with the most words of its own.</summary>
    public static string? RouteOf(string path, IEnumerable<RoutePattern> routes) => routes
        .Where(r => new TemplateMatcher(new RouteTemplate(r), []).TryMatch(path.Split('?')[0], []))
        .OrderByDescending(r => r.PathSegments.Count(s => s.Parts.All(p => p.IsLiteral))).FirstOrDefault()?.RawText;
}
