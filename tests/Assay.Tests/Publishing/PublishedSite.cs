using Assay.Adapters.Settings;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

[assembly: AssemblyFixture(typeof(Assay.Tests.Publishing.PublishedSite))]

namespace Assay.Tests.Publishing;

/// <summary>The site over the curated catalogue as the world sees it, under an address of its own; started once for all tests.</summary>
public sealed class PublishedSite : IDisposable
{
    public const string Root = "https://models.example.org";

    private readonly TemporaryFolder folder = new();
    private readonly Site site;

    public PublishedSite()
    {
        var settings = new SettingsLocation(folder.Path, folder.Path, new Dictionary<string, string> { ["ASSAY_SITE_BASE_URL"] = Root });
        site = new(FixedClaims.Curated) { Replace = services => services.RemoveAll<SettingsLocation>().AddSingleton(settings) };
        (Client, Plain) = (site.CreateClient(), site.Plain());
    }

    /// <summary>Follows redirects.</summary>
    public HttpClient Client { get; }

    /// <summary>Shows redirects as they are.</summary>
    public HttpClient Plain { get; }

    public IServiceProvider Services => site.Services;

    public void Dispose()
    {
        site.Dispose();
        folder.Dispose();
    }
}
