using System.Globalization;
using System.Text.Json;
using Assay.Host.Catalog;

namespace Assay.Bench;

/// <summary>The six real lists imported into one store, one after the other, each a process of its own; then all again, which must change nothing.</summary>
internal static class ListsBench
{
    public static void Run(BenchRequest request, string shared)
    {
        var folder = Child.NewFolder();
        try
        {
            Child.Run(request.Program, "models", "nothing-has-this-name", "--data", folder);
            Console.WriteLine("\n## All lists into one store, whole processes\n\n| list | ms | peak MB | claims added | again, ms | peak MB | added, changed, ended |\n|---|---:|---:|---:|---:|---:|---:|");
            var first = RealLists.Six.Select(l => Import(request.Program, shared, l, folder)).ToArray();
            var before = Claims(folder);
            var again = RealLists.Six.Select(l => Import(request.Program, shared, l, folder)).ToArray();
            var after = Claims(folder);
            for (var i = 0; i < first.Length; i++)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {RealLists.Six[i].Format} | {first[i].Run.Milliseconds:0} | {first[i].Run.PeakMegabytes} | {first[i].Added} | {again[i].Run.Milliseconds:0} | {again[i].Run.PeakMegabytes} | {again[i].Added + again[i].Changed + again[i].Ended} |"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| together | {first.Sum(f => f.Run.Milliseconds):0} | {first.Max(f => f.Run.PeakMegabytes)} | {first.Sum(f => f.Added)} | {again.Sum(f => f.Run.Milliseconds):0} | {again.Max(f => f.Run.PeakMegabytes)} | {again.Sum(f => f.Added + f.Changed + f.Ended)} |"));
            if (before != after || again.Any(a => a.Added + a.Changed + a.Ended > 0)) throw new InvalidOperationException($"The same files again changed the store: {before} claims before, {after} after.");
            Console.WriteLine($"\nThe store holds {before} claims, and the same after the second time.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (ChildRun Run, int Added, int Changed, int Ended) Import(string program, string shared, (string Format, string Path) list, string folder)
    {
        var run = Child.Measure(program, "import", list.Format, Path.Combine(shared, list.Path), "--data", folder, "--json");
        using var document = JsonDocument.Parse(run.Output);
        var claims = document.RootElement.GetProperty("claims");
        int Count(string what) => claims.GetProperty(what).GetInt32();
        return (run, Count("added"), Count("changed"), Count("ended"));
    }

    /// <summary>Every claim ever made.</summary>
    private static int Claims(string folder) => new Workspace(folder, null, TimeProvider.System).LoadClaims().Count;
}
