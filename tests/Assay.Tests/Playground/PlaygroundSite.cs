using Assay.Calls;
using Assay.Catalog;
using Assay.Host.Playground;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assay.Tests.Playground;

/// <summary>The site over the curated catalogue, with models that do what a test says in the place of every other.</summary>
public sealed class PlaygroundSite : IDisposable
{
    private readonly Site site;

    // Whoever listens on a port must do so before the first client is made.
    private readonly Lazy<HttpClient> client, plain;

    public PlaygroundSite() : this(scripted: true)
    {
    }

    /// <param name="scripted">False: the models are those that this machine really has.</param>
    internal PlaygroundSite(bool scripted)
    {
        site = new(FixedClaims.Curated)
        {
            Replace = services =>
            {
                // The clock of the site stands still; what waits here must not.
                services.RemoveAll<TimeProvider>().AddSingleton(TimeProvider.System);
                if (!scripted) return;
                services.RemoveAll<CallModel>().AddSingleton(Models.Call);
                services.RemoveAll<Func<CatalogSnapshot, IReadOnlyList<Candidate>>>().AddSingleton<Func<CatalogSnapshot, IReadOnlyList<Candidate>>>(_ => All);
            },
        };
        (client, plain) = (new(() => site.CreateClient()), new(site.Plain));
    }

    internal ScriptedModels Models { get; } = new();
    public HttpClient Client => client.Value;
    public HttpClient Plain => plain.Value;
    public string Data => site.Data;
    public IServiceProvider Services => site.Services;

    /// <summary>Three that can be called, one that needs a key, one that cannot see.</summary>
    internal static IReadOnlyList<Candidate> All { get; } =
    [
        Make("local/eye", "Eye", "This machine"), Make("acme/owl", "Owl 7B", "Acme"), Make("birch/heron", "Heron", "Birch"),
        Make("locked/lynx", "Lynx", "Locked") with { Ready = false, Words = "Set LOCKED_API_KEY to your key of Locked.", Variable = "LOCKED_API_KEY" },
        Make("acme/mole", "Mole", "Acme") with { Can = task => task is ModelTask.Chat ? new(true, "It takes text and gives text.") : new(false, "It takes no images.") },
        Make("acme/newt", "Newt", "Acme") with { Can = _ => new(null, "No source we hold says whether it takes images.") },
    ];

    /// <summary>The site on a port of its own, for browsers.</summary>
    public string Listen()
    {
        site.UseKestrel(0);
        site.StartServer();
        return site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    public void Dispose() => site.Dispose();

    private static Candidate Make(string reference, string name, string provider) =>
        new(ScriptedModels.Request(reference).Model, name, provider) { Ready = true, Words = "At https://example.org/v1.", Can = _ => new(true, "It takes images and gives text.") };
}
