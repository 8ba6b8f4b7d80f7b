using Assay.Catalog;
using Assay.Host.Pages.Compare;
using Assay.Host.Web;

namespace Assay.Host.Publishing;

/// <summary>The addresses under which a comparison or a model is known to others: page, card, embed, badge.</summary>
internal static class PublicAddress
{
    public const string SiteCard = "/cards/site";

    /// <summary>Of two models the one address of both orders; of more, their order counts, for the first is what the others are compared with.</summary>
    public static string Page(IReadOnlyList<Model> models) => models is [var one, var other] ? SiteAddresses.OfPair(one, other) : PairModel.PathOf(models);

    public static string Page(Model model) => "/models/" + model.Id;

    /// <summary>Without its ending.</summary>
    public static string Card(IReadOnlyList<Model> models) => "/cards/" + Slugs(models);

    /// <inheritdoc cref="Card(IReadOnlyList{Model})"/>
    public static string Card(Model model) => "/cards" + Page(model);

    public static string Embed(IReadOnlyList<Model> models) => "/embed" + Page(models);

    public static string Embed(Model model) => "/embed" + Page(model);

    public static string Badge(IReadOnlyList<Model> models) => $"/embed/badge/{Slugs(models)}.svg";

    public static string Badge(Model model, string what) => $"/embed/badge{Page(model)}/{Uri.EscapeDataString(what)}.svg";

    /// <summary>The page that shows what to copy.</summary>
    public static string Snippets(IEnumerable<Model> models) => "/embed?" + string.Join('&', models.Select(m => "m=" + Uri.EscapeDataString(m.Slug)));

    private static string Slugs(IReadOnlyList<Model> models) => Page(models)["/compare/".Length..];
}
