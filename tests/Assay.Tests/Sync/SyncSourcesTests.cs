using Assay.Adapters.Importers;
using Assay.Adapters.Sync;
using Shouldly;
using Xunit;

namespace Assay.Tests.Sync;

public sealed class SyncSourcesTests
{
    [Fact]
    public void Every_importer_takes_part_or_says_why_not()
    {
        foreach (var format in ImportFormats.All.Select(f => f.Format))
            (SyncSources.All.Any(s => s.Feed == format) ^ SyncSources.Without.ContainsKey(format)).ShouldBeTrue($"{format}: give it an address in SyncSources, or a reason why it has none");
    }

    [Fact]
    public void The_sources_are_the_approved_ones_that_an_importer_reads()
    {
        string[] approved = ["genai-prices", "langfuse", "litellm", "llm-prices", "models.dev", "openrouter", "portkey"];
        SyncSources.All.Select(s => s.Feed).ShouldBe(approved.Where(a => ImportFormats.All.Any(f => f.Format == a)));
    }

    [Fact]
    public void Addresses_are_https_and_public()
    {
        foreach (var file in SyncSources.All.SelectMany(s => s.Files))
        {
            file.Address.Scheme.ShouldBe("https");
            file.Address.IsLoopback.ShouldBeFalse();
            file.Name.ShouldNotContain("/");
        }
    }

    [Fact]
    public void Every_source_is_in_the_docs_with_its_addresses()
    {
        var docs = File.ReadAllText(Path.Combine(TestData.Repository, "docs", "sync.md"));
        foreach (var source in SyncSources.All)
        {
            docs.ShouldContain($"| `{source.Feed}` |");
            foreach (var file in source.Files) docs.ShouldContain(file.Address.AbsoluteUri);
        }
    }
}
