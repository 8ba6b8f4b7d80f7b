using Assay.Adapters.Settings;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assay.Tests.Publishing;

/// <summary>The site over the curated catalogue as the world sees it: under an address of its own.</summary>
internal static class PublishedSite
{
    public const string Root = "https://models.example.org";

    public static Site Curated(string baseUrl = Root) => new(FixedClaims.Curated)
    {
        Replace = services =>
        {
            var folder = Directory.CreateTempSubdirectory("assay-published-").FullName;
            services.RemoveAll<SettingsLocation>().AddSingleton(new SettingsLocation(folder, folder, new Dictionary<string, string> { ["ASSAY_SITE_BASE_URL"] = baseUrl }));
        },
    };
}
