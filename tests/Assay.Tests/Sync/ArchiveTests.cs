using System.Formats.Tar;
using System.Text;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Adapters.Sync;
using Shouldly;
using Xunit;

namespace Assay.Tests.Sync;

/// <summary>A source of many files in one archive. The curated format stands in for one: a folder of files.</summary>
public sealed class ArchiveTests
{
    private const string Acme = "name: Acme\nsources:\n  - publisher: Acme\n    url: https://acme.example\n    rank: vendor\n    as_of: 2026-01-01\n    says:\n      country: AT\n";

    private static byte[] Tar(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, text) in files)
                writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "top-main/organizations/link.yaml") { LinkName = "/etc/passwd" });
        }
        return FetchTests.Gzip(stream.ToArray());
    }

    private static async Task<SyncOutcome> Sync(byte[] bytes, string type = "application/x-gzip")
    {
        await using var server = await SourceServer.Start();
        server.Answer = async c =>
        {
            c.Response.ContentType = type;
            await c.Response.Body.WriteAsync(bytes);
        };
        using var folder = new TemporaryFolder();
        var store = Store.Open(folder.In("assay.db"));
        var steps = new Steps();
        using var web = new WebFetch(Listing.Quick, TimeProvider.System, new Random(1), steps);
        var source = new SyncSource { Feed = "assay", Publisher = "Test", Files = [new("a.tar.gz", new(server.Address, "main"))], Folders = ["organizations", "models"], Mirrored = true, MostBytes = 100_000 };
        return await new Syncing(store, web, steps).Sync(source, dryRun: false, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_named_folders_are_imported_and_nothing_else()
    {
        var outcome = await Sync(Tar(("top-main/README.md", "x"), ("top-main/organizations/acme.yaml", Acme), ("top-main/other/bad.yaml", "?"), ("top-main/../models/evil.yaml", "?"), ("organizations/top.yaml", "?")));
        outcome.Attempt.Detail.ShouldBe("imported");
        outcome.Import!.Parsed!.Snapshot.Files.Files.Select(f => f.Name).ShouldBe(["organizations/acme.yaml"]);
    }

    [Fact]
    public async Task An_archive_without_the_folders_says_which() =>
        (await Sync(Tar(("top-main/data/x.json", "{}")))).Attempt.Detail.ShouldContain("has no files in organizations/ or models/");

    [Fact]
    public async Task A_cut_archive_and_one_that_is_none_are_refused()
    {
        var whole = Tar(("top-main/organizations/acme.yaml", Acme));
        (await Sync(whole[..(whole.Length / 2)])).Attempt.Detail.ShouldContain("broken gzip");
        (await Sync(Encoding.UTF8.GetBytes("<html>rate limit</html>"))).Result.ShouldBe(SyncResult.Failed);
        (await Sync(FetchTests.Gzip(Encoding.UTF8.GetBytes(new string('x', 3000))))).Result.ShouldBe(SyncResult.Failed);
        (await Sync(whole, "text/html")).Attempt.Detail.ShouldContain("of the type 'text/html'");
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_too_much_is_refused() =>
        (await Sync(Tar(("top-main/organizations/acme.yaml", new string('x', 200_000))))).Attempt.Detail.ShouldContain("unpacks to more than the 100,000 bytes");
}
