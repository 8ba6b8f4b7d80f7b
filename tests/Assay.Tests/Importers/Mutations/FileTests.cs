using System.Text;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers.Mutations;

/// <summary>Files and folders as a whole: empty, far too large, a folder where a file should be; and what is in the store when an import is refused.</summary>
public sealed class FileTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 7, 2);
    private readonly TemporaryFolder temporary = new();

    /// <summary>Format, its small snapshot, and the file that there has to be.</summary>
    public static TheoryData<string, string> Formats => new()
    {
        { "benchmarks-csv", "results_normalized.csv" }, { "genai-prices", "data.json" }, { "langfuse", "default-model-prices.json" }, { "litellm", "model_prices_and_context_window.json" },
        { "llm-prices", "acme.json" }, { "models.dev", "api.json" }, { "models.dev-history", "price_history.csv" }, { "openrouter", "models.json" }, { "portkey", "pricing/open-ai.json" },
    };

    private static string Small(string format) => Path.Combine(TestData.Folder, format == "benchmarks-csv" ? "benchmarks-small" : $"{format}-small");

    /// <summary>A copy of the small snapshot, to damage.</summary>
    private string Copy(string format)
    {
        var from = Small(format);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("golden.txt", StringComparison.Ordinal)))
            temporary.Write(Path.Combine(format, Path.GetRelativePath(from, file)), File.ReadAllText(file));
        return temporary.In(format);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_refused_snapshot_leaves_the_store_as_it_was(string format, string name)
    {
        var store = Store.Open(temporary.In("assay.db"));
        var (importing, claims, importer) = (new Importing(store), new ClaimStore(store), ImportFormats.Get(format));
        importing.Import(importer, Small(format), Day);
        var (snapshots, before) = (claims.Snapshots().Count, ClaimText.Of(claims.LoadClaims()));
        var folder = Copy(format);
        var file = Path.Combine(folder, name);
        var whole = File.ReadAllBytes(file);
        foreach (var damaged in (byte[][])[[], whole[..(whole.Length / 2)], [.. whole, 0xff], [.. "\""u8, .. whole], Encoding.Unicode.GetBytes("{}"), Encoding.ASCII.GetBytes(Hostile.Deep(100_000, "[", "]")), "null"u8.ToArray(), "NaN"u8.ToArray()])
        {
            File.WriteAllBytes(file, damaged);
            try
            {
                importing.Import(importer, folder, Day.AddDays(1));
                // Half a table may be a whole one: then it is another snapshot.
                format.ShouldBeOneOf("benchmarks-csv", "models.dev-history");
                return;
            }
            catch (ImportException refused)
            {
                refused.Problems.ShouldNotBeEmpty();
            }
            (claims.Snapshots().Count, ClaimText.Of(claims.LoadClaims())).ShouldBe((snapshots, before));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Two_hundred_megabytes_are_refused_with_the_limit(string format, string name)
    {
        var folder = Copy(format);
        using (var file = new FileStream(Path.Combine(folder, name), FileMode.Open)) file.SetLength(200_000_000);
        Should.Throw<ImportException>(() => ImportFormats.Get(format).Read(folder)).Message.ShouldContain("at most 48,000,000 bytes");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_folder_in_place_of_the_file_and_nothing_at_all_are_refused(string format, string name)
    {
        var folder = Copy(format);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToArray()) File.Delete(file);
        Should.Throw<ImportException>(() => ImportFormats.Get(format).Read(folder));
        Directory.CreateDirectory(Path.Combine(folder, name));
        Should.Throw<ImportException>(() => ImportFormats.Get(format).Read(folder)).Message.ShouldContain(folder);
        Should.Throw<ImportException>(() => ImportFormats.Get(format).Read(temporary.In("nothing"))).Message.ShouldContain("nothing");
    }

    [Fact]
    public void More_files_than_a_snapshot_has_are_refused_with_the_limit()
    {
        for (var i = 0; i <= 5_000; i++) temporary.Write($"many/{i}.json", "{}");
        Should.Throw<ImportException>(() => ImportFormats.Get("llm-prices").Read(temporary.In("many"))).Message.ShouldContain("more than 5,000 files");
    }

    [Fact]
    public void A_file_without_its_sibling_says_what_it_says_itself()
    {
        var folder = Copy("models.dev");
        var both = ImportFormats.Get("models.dev").Parse(ImportFormats.Get("models.dev").Read(folder), new() { Today = Day });
        File.Delete(Path.Combine(folder, "models.json"));
        var alone = ImportFormats.Get("models.dev").Parse(ImportFormats.Get("models.dev").Read(folder), new() { Today = Day });
        alone.Claims.Count.ShouldBeInRange(1, both.Claims.Count - 1);
        alone.Refusals.ShouldContain(r => r.Reason.Contains("does not exist"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_doubled_key_is_told_and_the_first_one_counts(string format, string name)
    {
        if (name.EndsWith(".csv", StringComparison.Ordinal)) return;
        var importer = ImportFormats.Get(format);
        var files = importer.Read(Small(format));
        // Every key of every object, however deep, a second time with another value.
        var doubled = new SnapshotFiles(files.Files.Select(f => f.Name == name ? f with { Bytes = Doubled(Tree.Parse(f.Bytes)).Bytes() } : f));
        var request = new ImportRequest { Today = Day, Date = Day };
        var (once, twice) = (importer.Parse(files, request), importer.Parse(doubled, request));
        ClaimText.Of(twice.Claims).ShouldBe(ClaimText.Of(once.Claims));
        twice.Refusals.Count(r => r.Reason.StartsWith("the key is doubled", StringComparison.Ordinal)).ShouldBe(once.Refusals.Count(r => r.Reason.StartsWith("the key is doubled", StringComparison.Ordinal)) + Keys(Tree.Parse(files.Find(name)!)));
    }

    private static Tree Doubled(Tree tree) => tree.With(tree.Members.SelectMany(m => tree.Kind == '{' ? [(m.Key, Doubled(m.Value)), (m.Key, Tree.Leaf("-77"))] : ((string, Tree)[])[(m.Key, Doubled(m.Value))]));

    private static int Keys(Tree tree) => tree.All().Where(t => t.Kind == '{').Sum(t => t.Members.Count);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Depth_is_refused_with_the_limit(string open, string close)
    {
        foreach (var depth in (int[])[65, 100_000])
            Should.Throw<ImportException>(() => Parse("litellm", "model_prices_and_context_window.json", Hostile.Deep(depth, open, close))).Message.ShouldContain("nested deeper than 64 levels, at line 1");
        Should.Throw<ImportException>(() => Parse("assay", "models/acme/lark.yaml", "name: " + new string('[', 100_000))).Message.ShouldContain("models/acme/lark.yaml:1: maps and lists are nested deeper than 64 levels");
    }

    [Fact]
    public void A_flood_of_refusals_ends_the_import() =>
        Should.Throw<ImportException>(() => Parse("openrouter", "models.json", "{\"data\":[" + string.Join(',', Enumerable.Repeat("0", 150_000)) + "]}")).Message.ShouldContain("more than 100,000 values are refused");

    [Fact]
    public void Bases_in_a_long_row_are_refused()
    {
        var models = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"a/m{i}\":{{\"name\":\"m{i}\",\"base_model\":\"a/m{i + 1}\"}}"));
        Parse("models.dev", "catalog.json", $"{{\"providers\":{{}},\"models\":{{{models}}}}}").Refusals.Count(r => r.Reason == "base_model leads over more than 10 bases").ShouldBeGreaterThan(19_000);
    }

    [Fact]
    public void A_number_that_cannot_be_kept_is_none_and_never_0()
    {
        foreach (var number in (string[])["1e-400", "1.5e-2147483648", "0." + new string('0', 300) + "1", "1e400"])
        {
            var parsed = Parse("litellm", "model_prices_and_context_window.json", $$"""{ "m": { "litellm_provider": "acme", "input_cost_per_token": {{number}}, "max_input_tokens": {{number}}, "mode": "chat" } }""");
            parsed.Claims.ShouldHaveSingleItem().Property.Name.ShouldBe("about.mode");
            parsed.Refusals.Select(r => r.Reason).ShouldBe(["a number out of range", "a number out of range"], number);
        }
    }

    private static ParsedSnapshot Parse(string format, string name, string text) => ImportFormats.Get(format).Parse(new([new(name, Encoding.UTF8.GetBytes(text))]), new() { Today = Day, Date = Day });

    public void Dispose() => temporary.Dispose();
}
