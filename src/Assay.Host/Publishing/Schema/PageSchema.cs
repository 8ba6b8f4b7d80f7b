using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Web.Html;
using Assay.Units;

namespace Assay.Host.Publishing.Schema;

/// <summary>What pages say of themselves in the words of schema.org, from the views they show.</summary>
internal static class PageSchema
{
    private const string Json = "application/json";

    public static IReadOnlyList<SchemaThing> Of(ComparisonView view, string path, SiteUrl site) =>
    [
        new FaqPage([.. view.Faq.Select(q => new Question(q.Question, new(q.Answer)))]),
        Crumbs(site, ("Compare", "/compare"), (view.Title, path)),
        new Dataset
        {
            Name = view.Title, Description = $"{Claims(view.Provenance)} on {Words.List([.. view.Models.Select(m => m.Name)])}: prices, limits, capabilities, benchmark results and lifecycle, each with its source and date.",
            Url = site.To(path), DateModified = view.AsOf, Distribution = [new(Json, site.To(path + ".json"))], IsBasedOn = Works(view.Provenance), About = [.. view.Models.Select(Application)],
        },
    ];

    public static IReadOnlyList<SchemaThing> Of(ModelPageView view, string path, SiteUrl site) =>
    [
        Crumbs(site, ("Models", "/models"), (view.Model.Name, path)),
        new Dataset
        {
            Name = view.Model.Name, Description = $"{Claims(view.Provenance)} on {view.Model.Name}: prices, limits, capabilities, benchmark results and lifecycle, each with its source and date.",
            Url = site.To(path), DateModified = view.Provenance.AsOf, Distribution = [new(Json, site.To(path + ".json"))], IsBasedOn = Works(view.Provenance), About = [Application(view.Model)],
        },
    ];

    public static IReadOnlyList<SchemaThing> Of(BenchmarkPageView view, string description, string path, SiteUrl site) =>
    [
        Crumbs(site, ("Benchmarks", "/benchmarks"), (view.Name, path)),
        new Dataset { Name = $"{view.Name} results", Description = description, Url = site.To(path), DateModified = view.AsOf, Distribution = [new(Json, site.To(path + ".json"))] },
    ];

    public static IReadOnlyList<SchemaThing> Of(ProviderPageView view, string path, SiteUrl site) => [Crumbs(site, ("Models", "/models"), (view.Name, path))];

    public static IReadOnlyList<SchemaThing> Start(string description, SiteUrl site) => [new WebSite("Assay", site.To("/"), description, new(new(site.To("/models?q={search_term_string}"))))];

    private static BreadcrumbList Crumbs(SiteUrl site, params ReadOnlySpan<(string Name, string Path)> steps)
    {
        var crumbs = new List<Crumb> { new(1, "Assay", site.To("/")) };
        foreach (var (name, path) in steps) crumbs.Add(new(crumbs.Count + 1, name, site.To(path)));
        return new(crumbs);
    }

    private static string Claims(ProvenanceView provenance) => $"{Words.Plural(provenance.Sources.Sum(s => (long)s.Claims), "claim")} from {Words.Plural(provenance.Sources.Count, "source")}";

    private static SoftwareApplication Application(ModelView model) =>
        new(model.Name, model.Id, new(model.OrganizationName), model.Specs["released"] is { State: "known", Unconfirmed: false } released ? released.Display : null);

    /// <summary>Sources that can be read somewhere, each page once.</summary>
    private static CreativeWork[]? Works(ProvenanceView provenance) =>
        provenance.Sources.Where(s => s.Url is not null && EvidenceHtml.IsWeb(s.Url)).DistinctBy(s => s.Url).Select(s => new CreativeWork(s.Source, s.Url!)).ToArray() is { Length: > 0 } works ? works : null;
}
