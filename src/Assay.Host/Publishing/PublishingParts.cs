using Assay.Host.Publishing.Cards;
using Assay.Host.Publishing.Embeds;
using Assay.Host.Publishing.Sitemaps;

namespace Assay.Host.Publishing;

/// <summary>What is made for others: search engines, those who show links, pages of others.</summary>
internal static class PublishingParts
{
    public static void Add(IServiceCollection services) => services.AddSingleton<SiteRoot>().AddSingleton<CardPictures>();

    public static void Map(WebApplication app)
    {
        CardApi.Map(app);
        BadgeApi.Map(app);
        OEmbedApi.Map(app);
        SitemapApi.Map(app);
    }
}
