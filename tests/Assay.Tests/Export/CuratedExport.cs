using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Export;
using Assay.Tests.Web;
using Xunit;

namespace Assay.Tests.Export;

/// <summary>The curated catalogue as files, written once for all tests: with a group of three, served under a path.</summary>
public sealed class CuratedExport : IAsyncLifetime
{
    public const string Site = "https://models.example/some/where/";

    /// <summary>A small part of the catalogue, where what matters is what becomes of files.</summary>
    public static readonly ICatalogSource OfOneMaker = new FixedClaims([.. FixedClaims.Curated.LoadClaims().Where(c => c.Subject.Kind is not (SubjectKind.Model or SubjectKind.Offer) || c.Subject.Id.StartsWith("openai/", StringComparison.Ordinal))]);

    private readonly TemporaryFolder folder = new();

    public string Root => folder.In("site");
    public string Data => folder.In("data");
    public string Pairs => folder.In("pairs.txt");
    public ExportView View { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        folder.Write("pairs.txt", "# what people ask for\ngpt-4o-vs-gemini-2.5-pro\nopenai/gpt-4o, openai/gpt-4o-mini\n\ngpt-4o,gemini-2.5-pro,claude-sonnet-4-5\ngemma-3-12b-it,gpt-4-vision-preview\n");
        Directory.CreateDirectory(Data);
        // A process that has once loaded the library of pictures has it for good: no two exports may stand on either side of that.
        using (var pictures = ImageWork.With(EngineFolder.Of(Path.Combine(Folders.Repository, "artifacts")))) _ = pictures.Library;
        View = await Write(Root, Pairs);
    }

    /// <summary>Exports the same catalogue once more.</summary>
    public async Task<ExportView> Write(string root, string pairs, string? site = Site, int? workers = null, DateOnly? day = null, ICatalogSource? claims = null)
    {
        await using var export = new SiteExport(Ask(root, pairs, site, workers, day), claims ?? FixedClaims.Curated);
        return await export.Run(CancellationToken.None);
    }

    public ExportAsk Ask(string root, string pairs, string? site = Site, int? workers = null, DateOnly? day = null) => new()
    {
        Folder = root, Pairs = pairs, Site = site is null ? null : new(site), Day = day ?? Web.Site.Today, IsPast = day is not null, Workers = workers ?? 3, DataFolder = Data,
        ContentRoot = Path.Combine(TestData.Repository, "src", "Assay.Host"),
    };

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
