using Assay.Catalog;
using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Publishing.Schema;
using Assay.Units;

namespace Assay.Host.Publishing;

/// <summary>Heads of the pages of the catalogue, from the views they show.</summary>
internal static class PageHeads
{
    public static PageHead Of(ComparisonView view, IReadOnlyList<Model> models, HttpRequest request)
    {
        var path = PublicAddress.Page(models);
        return new(view.Title)
        {
            Description = Words.Cut(view.Verdict.Text, PageHead.ShownOfDescription), Canonical = path, Json = $"{request.Path}.json{request.QueryString}",
            Card = new(PublicAddress.Card(models), $"{view.Title}: {view.Verdict.Text}"), Embeddable = true, Data = PageSchema.Of(view, path, SiteUrl.Of(request.HttpContext)),
        };
    }

    public static PageHead Of(ModelPageView view, Model model, HttpRequest request)
    {
        var path = PublicAddress.Page(model);
        var description = Describe(view);
        return new(view.Model.Name)
        {
            Description = Words.Cut(description, PageHead.ShownOfDescription), Canonical = path, Json = $"{path}.json{request.QueryString}", FeedQuery = "?model=" + Uri.EscapeDataString(model.Id), FeedOf = view.Model.Name,
            Card = new(PublicAddress.Card(model), description), Embeddable = true, Data = PageSchema.Of(view, path, SiteUrl.Of(request.HttpContext)),
        };
    }

    public static PageHead Of(ProviderPageView view, HttpRequest request)
    {
        var path = "/providers/" + view.Id;
        return new(view.Name)
        {
            Description = $"{view.Name} serves {Words.Plural(view.Offers.Select(o => o.Model).Distinct().Count(), "model")} of the catalogue in {Words.Plural(view.Offers.Count, "offer")}: prices and limits, each with its source and date.",
            Canonical = path, Json = $"{path}.json{request.QueryString}", FeedQuery = "?provider=" + Uri.EscapeDataString(view.Id), FeedOf = view.Name, Data = PageSchema.Of(view, path, SiteUrl.Of(request.HttpContext)),
        };
    }

    public static PageHead Of(BenchmarkPageView view, HttpRequest request)
    {
        var path = "/benchmarks/" + Uri.EscapeDataString(view.Id);
        var results = view.Variants.Sum(v => (long)v.Results) + view.Alone.Count;
        var description = $"{view.Name}: {Words.Plural(results, "published result")}, each with its source and date; only those measured in the same way are compared.";
        return new(view.Name) { Description = description, Canonical = path, Json = $"{path}.json{request.QueryString}", Data = PageSchema.Of(view, description, path, SiteUrl.Of(request.HttpContext)) };
    }

    public static PageHead Of(StartView view, HttpRequest request)
    {
        var description = $"{Words.Plural(view.Models, "AI model")}, {Words.Plural(view.Offers, "offer")} by {Words.Plural(view.Providers, "provider")}, {Words.Plural(view.Claims, "claim")}: every figure names its source and date, and what nobody says is unknown.";
        return new("Assay: compare AI models on evidence") { Description = description, Canonical = "/", Json = "/index.json" + request.QueryString, Data = PageSchema.Start(description, SiteUrl.Of(request.HttpContext)) };
    }

    /// <summary>What is known of it, in a line: what is unknown is left out, not made a no.</summary>
    private static string Describe(ModelPageView view)
    {
        string? Known(string spec, Func<string, string> words) => view.Model.Specs[spec] is { State: "known" or "disputed", Unconfirmed: false } fact ? words(fact.Display) : null;
        string?[] parts =
        [
            view.Model.Lifecycle.Stage is "retired" or "deprecated" or "preview" ? view.Model.Lifecycle.Stage : null,
            Known("context_window", c => $"context window {c} tokens"),
            view.Cost is { UsdPerMonth: not null } cost ? $"from {cost.Display} a month at {Format.Count(view.Traffic.InputTokens)} input and {Format.Count(view.Traffic.OutputTokens)} output tokens" : null,
            Known("released", d => $"released {d}"), Known("weights", w => $"{w} weights"),
        ];
        var known = parts.OfType<string>().ToArray();
        return $"{view.Model.Name} by {view.Model.OrganizationName}{(known.Length == 0 ? ": what sources say of it" : ": " + string.Join(", ", known))}.";
    }
}
