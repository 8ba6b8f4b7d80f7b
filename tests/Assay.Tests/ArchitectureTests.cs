using System.Reflection;
using System.Text.RegularExpressions;
using Assay.Adapters.Importers;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests;

/// <summary>What must hold of the code as a whole, so that it stays easy to find one's way in.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Core = typeof(Claim).Assembly, Adapters = typeof(IImporter).Assembly, Host = typeof(LiveCatalog).Assembly;

    private static readonly string[] Skipped = ["artifacts", "obj", "bin", "node_modules", ".git", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts"];

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !Skipped.Contains(Path.GetFileName(d))).SelectMany(Files));

    private static string[] Sources(params string[] path) => [.. Files(Path.Combine([TestData.Repository, .. path])).Where(f => f.EndsWith(".cs", StringComparison.Ordinal))];

    private static string Relative(string file) => Path.GetRelativePath(TestData.Repository, file).Replace('\\', '/');

    private static string[] References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(a => a.Name!)];

    [Fact]
    public void The_core_references_nothing_but_the_base_library()
    {
        // By name: what does input, output or time beyond these would show up as one more reference.
        // The two of threads let work on many things be done side by side; they hold neither clock nor timer, and results stand in the order of the things.
        // Hashes are functions of their bytes.
        string[] allowed = ["System.Security.Cryptography", "System.Threading", "System.Threading.Tasks.Parallel", "System.Runtime", "System.Collections", "System.Collections.Concurrent", "System.Collections.Immutable", "System.Linq", "System.Memory", "System.Text.RegularExpressions", "System.Text.Json", "System.Numerics.Vectors", "System.Runtime.Numerics", "System.Runtime.Intrinsics", "System.Runtime.InteropServices"];
        References(Core).Except(allowed).ShouldBeEmpty();
    }

    [Fact]
    public void References_go_from_host_to_adapters_to_core_and_never_back()
    {
        References(Adapters).ShouldContain("Assay.Core");
        References(Adapters).ShouldNotContain("assay");
        References(Adapters).ShouldAllBe(r => !r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        References(Host).ShouldContain("Assay.Adapters");
        References(Core).ShouldAllBe(r => !r.StartsWith("Assay", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Units", new[] { "Catalog", "Comparison", "Statistics" })]
    [InlineData("Statistics", new[] { "Catalog", "Comparison", "Units" })]
    [InlineData("Catalog", new[] { "Comparison", "Statistics" })]
    public void Parts_of_the_core_know_only_what_is_beneath_them(string part, string[] above)
    {
        foreach (var file in Sources("src", "Assay", part))
        {
            var text = Regex.Replace(File.ReadAllText(file), "//.*", "");
            foreach (var other in above)
                Regex.IsMatch(text, $@"using (static )?Assay\.{other}\b|\b(Assay\.)?{other}\.[A-Z]\w+").ShouldBeFalse($"{Relative(file)} speaks of Assay.{other}");
        }
    }

    [Fact]
    public void Clock_chance_and_disk_stay_out_of_the_core()
    {
        foreach (var file in Sources("src", "Assay"))
            Regex.Match(Regex.Replace(File.ReadAllText(file), "//.*", ""), @"\b(DateTime(Offset)?\.(Utc)?Now|Random\.Shared|new Random\(|Guid\.NewGuid|File\.|Directory\.|HttpClient|Environment\.|Task\.Run|Console\.)").Value.ShouldBeEmpty(Relative(file));
    }

    [Fact]
    public void Files_are_short()
    {
        var lengths = Sources("src").Select(f => (Lines: File.ReadLines(f).Count(), File: Relative(f))).OrderBy(f => f.Lines).ToArray();
        lengths.Where(f => f.Lines > 400).ShouldBeEmpty();
        lengths[lengths.Length / 2].Lines.ShouldBeLessThanOrEqualTo(60);
        lengths[lengths.Length * 95 / 100].Lines.ShouldBeLessThanOrEqualTo(220);
        Sources("tests").Where(f => File.ReadLines(f).Count() > 400).Select(Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Types_are_named_for_what_they_are() =>
        Core.GetTypes().Concat(Adapters.GetTypes()).Concat(Host.GetTypes())
            .Where(t => t.Namespace?.StartsWith("Assay", StringComparison.Ordinal) == true && Regex.IsMatch(t.Name, "(Manager|Helpers?|Utils?|Utilit(y|ies)|Common|Info)$"))
            .Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        var types = Core.GetTypes().Concat(Adapters.GetTypes()).Where(t => t is { IsClass: true } && t.Namespace?.StartsWith("Assay", StringComparison.Ordinal) == true).ToArray();
        var bases = types.Select(t => t.BaseType).OfType<Type>().Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet();
        types.Where(t => !t.IsSealed && !bases.Contains(t)).Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_and_every_importer_is_on_the_list_that_runs_it()
    {
        Core.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IComparisonRule))).ShouldBe(Comparer.AllRules.Select(r => r.GetType()).Distinct(), ignoreOrder: true);
        Adapters.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IImporter))).ShouldBe(ImportFormats.All.Select(i => i.GetType()).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void No_file_names_a_path_of_a_machine()
    {
        // Written in pieces, so that this file does not name them.
        string[] paths = ["/" + "work/", "/tmp/" + "wt", "/" + "root/", "/" + "home/runner", "C:" + "\\Users"];
        foreach (var file in Files(TestData.Repository).Where(f => Path.GetExtension(f) is not (".png" or ".db" or ".ico" or ".woff2") && Path.GetFileName(f) != ".git"))
        {
            var text = File.ReadAllText(file);
            foreach (var path in paths) text.Contains(path, StringComparison.Ordinal).ShouldBeFalse($"{Relative(file)} names '{path}'");
        }
    }

    [Fact]
    public void No_file_names_the_host_of_a_package_registry()
    {
        // Packages come from where the machine is set up to get them; a host written here would bind every clone to it. Lock files and sources alike.
        string[] hosts = ["api." + "nuget.org", "registry." + "npmjs.org", "registry." + "yarnpkg.com", "pypi" + ".org/simple", "files." + "pythonhosted.org", "artifactory", "proxy." + "golang.org"];
        foreach (var file in Files(TestData.Repository).Where(f => Path.GetExtension(f) is not (".png" or ".db" or ".ico" or ".woff2") && Relative(f) != "tests/Assay.Tests/ArchitectureTests.cs"))
        {
            var text = File.ReadAllText(file);
            foreach (var host in hosts) text.Contains(host, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{Relative(file)} names '{host}'");
        }
    }
}
