using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Adapters.Images;
using Assay.Adapters.Suites;
using Assay.Drawing.Suites;
using Assay.Host.Evaluation;
using Assay.Tests.Images;
using Shouldly;
using Xunit;

namespace Assay.Tests.Suites;

/// <summary>The suites in the repository are what their recipes give.</summary>
public sealed class BuiltInSuiteTests
{
    private static readonly Version Pinned = new(8, 18, 7);

    private static readonly string[] Keys = ["id", "category", "input", "images", "target", "scorer", "cluster", "difficulty"];

    private static bool Update => Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Ids => [.. SuiteRecipe.All.Select(r => r.Id)];

    private static string Folder(string id) => Path.Combine(TestData.Repository, "suites", id);

    private static string[] Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_known_attack_gets_through(string id) => LintView.Of(Folder(id)).Findings.Where(f => f.Severity == "error").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Words_of_a_suite_are_written_again_byte_for_byte(string id)
    {
        var suite = DrawnSuiteTests.Usual(id);
        if (Update)
        {
            Directory.CreateDirectory(Folder(id));
            File.WriteAllText(Path.Combine(Folder(id), "suite.yaml"), DrawnSuiteFiles.About(suite));
            File.WriteAllText(Path.Combine(Folder(id), "samples.jsonl"), DrawnSuiteFiles.Samples(suite));
        }
        File.ReadAllText(Path.Combine(Folder(id), "suite.yaml")).ShouldBe(DrawnSuiteFiles.About(suite));
        File.ReadAllText(Path.Combine(Folder(id), "samples.jsonl")).ShouldBe(DrawnSuiteFiles.Samples(suite));
    }

    /// <summary>Holds on machines without libvips too.</summary>
    [Fact]
    public void Drawings_of_a_suite_are_the_same_on_every_machine() => TestData.ShouldBeGolden(
        string.Concat(DrawnSuiteTests.Usual("vision-basics").Items.Select(i => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(i.Item.Picture!.Svg())))} {i.Id}.svg\n")),
        Path.Combine("Suites", "vision-basics.sha256"));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_suite_is_drawn_again_byte_for_byte(string id)
    {
        TestImages.NeedLibrary();
        Assert.SkipWhen(TestImages.Work.Library.Library!.Version != Pinned, $"The files were made with libvips {Pinned}: {TestImages.Work.Library.Library.Description} may encode otherwise.");
        using var folder = new TemporaryFolder();
        await DrawnSuiteFiles.Write(DrawnSuiteTests.Usual(id), folder.In(id), new(TestImages.Work), TestContext.Current.CancellationToken);
        if (Update)
        {
            if (Directory.Exists(Folder(id))) Directory.Delete(Folder(id), recursive: true);
            foreach (var file in Files(folder.In(id)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder(id), file))!);
                File.Copy(Path.Combine(folder.In(id), file), Path.Combine(Folder(id), file));
            }
        }
        Files(folder.In(id)).ShouldBe(Files(Folder(id)));
        foreach (var file in Files(folder.In(id)))
            File.ReadAllBytes(Path.Combine(folder.In(id), file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Folder(id), file))).ShouldBeTrue($"{file} is not what is drawn; ASSAY_UPDATE_GOLDEN=1 draws it anew");
    }

    [Fact]
    public void Pictures_are_small()
    {
        var sizes = Directory.EnumerateFiles(Path.Combine(Folder("vision-basics"), "images")).Select(f => (File: f, new FileInfo(f).Length)).ToArray();
        sizes.Where(s => s.Length > 70_000).ShouldBeEmpty();
        sizes.Sum(s => s.Length).ShouldBeLessThan(3_000_000);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_line_has_known_keys_its_picture_and_a_category_of_the_suite(string id)
    {
        foreach (var line in File.ReadLines(Path.Combine(Folder(id), "samples.jsonl")))
        {
            var sample = JsonDocument.Parse(line).RootElement;
            sample.EnumerateObject().Select(p => p.Name).Except(Keys).ShouldBeEmpty(line);
            DrawnSuiteTests.Recipe(id).Categories.Select(c => c.Name).ShouldContain(sample.GetProperty("category").GetString());
            if (sample.TryGetProperty("images", out var images)) File.Exists(Path.Combine(Folder(id), images[0].GetString()!)).ShouldBeTrue(line);
        }
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/note.txt", "mine");
        var refused = await Should.ThrowAsync<ArgumentException>(() => DrawnSuiteFiles.Write(DrawnSuiteTests.Usual("text-basics"), folder.In("mine"), new(new ImageWork(null)), TestContext.Current.CancellationToken));
        refused.Message.ShouldContain("is not an empty folder");
        Files(folder.In("mine")).ShouldBe(["note.txt"]);
    }
}
