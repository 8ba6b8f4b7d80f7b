using Assay.Adapters.Importers;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>docs/importers is held to the code.</summary>
public sealed class ImporterPagesTests
{
    private static readonly string Folder = Path.Combine(TestData.Repository, "docs", "importers");

    /// <summary>All but our own, whose format has its page elsewhere.</summary>
    public static TheoryData<string> Formats => [.. ImportFormats.All.Select(i => i.Format).Where(f => f != "assay")];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_importer_has_its_page_and_its_line_in_the_list(string format)
    {
        File.ReadAllText(Path.Combine(Folder, $"{format}.md")).ShouldContain($"assay import {format} PATH");
        File.ReadAllText(Path.Combine(Folder, "README.md")).ShouldContain($"({format}.md)");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_page_names_every_reason_that_the_small_snapshot_is_refused_for(string format)
    {
        Assert.SkipWhen(format == "models.dev", "its reasons are in the golden file of its snapshot");
        if (!Directory.Exists(Path.Combine(TestData.Folder, $"{format}-small"))) return;
        var page = string.Join(' ', File.ReadAllText(Path.Combine(Folder, $"{format}.md")).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var reason in PriceListTests.Small(format).Refusals.Select(r => r.Reason.Split([':', ';'])[0]).Distinct()) page.ShouldContain(reason);
    }
}
