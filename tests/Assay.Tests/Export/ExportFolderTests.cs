using System.Text;
using Assay.Adapters.Exports;
using Shouldly;
using Xunit;

namespace Assay.Tests.Export;

public sealed class ExportFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Root => folder.In("site");

    private (long Written, int Deleted) Export(params (string Path, string Text)[] files) => Export(force: false, files);

    private (long Written, int Deleted) Export(bool force, params (string Path, string Text)[] files)
    {
        using var export = ExportFolder.Open(Root, force);
        export.Begin(files.Select(f => f.Path));
        foreach (var (path, text) in files) export.Write(path, Encoding.UTF8.GetBytes(text));
        var deleted = export.Finish();
        return (export.Written, deleted);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    [Fact]
    public void A_second_export_of_the_same_writes_nothing_and_keeps_dates()
    {
        Export(("a/index.html", "one"), ("b.json", "two")).ShouldBe((2, 0));
        var before = Directory.GetFiles(Root, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc);
        foreach (var file in before.Keys) File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Export(("a/index.html", "one"), ("b.json", "two")).ShouldBe((0, 0));
        before.Keys.ShouldAllBe(f => File.GetLastWriteTimeUtc(f).Year == 2020);
        Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Order().ShouldBe(before.Keys.Order());
    }

    [Fact]
    public void What_differs_is_written_and_what_is_gone_is_deleted_with_its_empty_folders()
    {
        Export(("a/b/index.html", "one"), ("c.json", "two"));
        Export(("c.json", "three"), ("d/index.html", "new")).ShouldBe((2, 1));
        Read("c.json").ShouldBe("three");
        Directory.Exists(Path.Combine(Root, "a")).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Order().ShouldBe([".assay-export.json", "c.json", "d"]);
    }

    [Fact]
    public void A_file_that_no_export_wrote_stays_as_it_is()
    {
        Export(("a/index.html", "one"));
        File.WriteAllText(Path.Combine(Root, "a", "mine.txt"), "mine");
        Export(("b/index.html", "two"));
        Read("a/mine.txt").ShouldBe("mine");
        File.Exists(Path.Combine(Root, "a", "index.html")).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_that_no_export_made_is_refused_and_the_error_names_the_fix()
    {
        folder.Write("site/mine.txt", "mine");
        Should.Throw<ExportRefusedException>(() => Export(("a.html", "x"))).Message.ShouldContain("give --force");
        Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).ShouldBe(["mine.txt"]);
        Export(force: true, ("a.html", "x")).ShouldBe((1, 0));
        Read("mine.txt").ShouldBe("mine");
    }

    [Fact]
    public void A_file_in_the_way_is_refused_unless_forced()
    {
        Export(("a.html", "x"));
        folder.Write("site/b.html", "mine");
        Should.Throw<ExportRefusedException>(() => Export(("a.html", "x"), ("b.html", "ours"))).Message.ShouldContain("b.html");
        Read("b.html").ShouldBe("mine");
        Export(force: true, ("a.html", "x"), ("b.html", "ours")).ShouldBe((1, 0));
        Read("b.html").ShouldBe("ours");
    }

    [Fact]
    public void An_interrupted_export_is_repeated_and_leaves_no_file_that_nobody_knows()
    {
        Export(("a.html", "old"), ("b.html", "old"));
        using (var export = ExportFolder.Open(Root, force: false))
        {
            export.Begin(["a.html", "c.html", "d.html"]);
            export.Write("a.html", "new"u8);
            export.Write("c.html", "new"u8);
        }
        // The catalogue went back to what it was: the list alone would take the file for the old one.
        Export(("a.html", "old")).ShouldBe((1, 2));
        Read("a.html").ShouldBe("old");
        Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Order().ShouldBe([".assay-export.json", "a.html"]);
    }

    [Fact]
    public void A_first_export_that_was_interrupted_can_be_repeated()
    {
        using (var export = ExportFolder.Open(Root, force: false))
        {
            export.Begin(["a.html", "b.html"]);
            export.Write("a.html", "one"u8);
        }
        Export(("a.html", "one"), ("b.html", "two")).ShouldBe((1, 0));
    }

    [Fact]
    public void Two_exports_into_one_folder_at_once_are_refused()
    {
        using var first = ExportFolder.Open(Root, force: false);
        Should.Throw<ExportRefusedException>(() => ExportFolder.Open(Root, force: false)).Message.ShouldContain("Another export");
    }

    [Theory]
    [InlineData("../out.html")]
    [InlineData("a/../../out.html")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData(".assay-export.json")]
    [InlineData("")]
    public void No_path_leads_out_of_the_folder(string path)
    {
        ExportFolder.MayBeWritten(path).ShouldBeFalse();
        using var export = ExportFolder.Open(Root, force: false);
        Should.Throw<ArgumentException>(() => export.Begin([path]));
    }

    [Fact]
    public void A_list_of_files_that_leads_out_of_the_folder_is_refused()
    {
        folder.Write("site/.assay-export.json", """{"format":1,"complete":true,"files":{"../mine.txt":{"size":1,"sha256":"00"}}}""");
        folder.Write("mine.txt", "mine");
        Should.Throw<ExportRefusedException>(() => Export(("a.html", "x"))).Message.ShouldContain("../mine.txt");
        File.Exists(folder.In("mine.txt")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("not json", "not a list")]
    [InlineData("""{"format":9,"complete":true,"files":{}}""", "format 9")]
    public void A_list_that_cannot_be_read_is_an_error_that_names_the_fix(string text, string says)
    {
        folder.Write("site/.assay-export.json", text);
        Should.Throw<ExportRefusedException>(() => Export(("a.html", "x"))).Message.ShouldContain(says);
    }
}
