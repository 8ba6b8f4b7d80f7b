using Assay.Catalog;
using Assay.Catalog.Conflicts;

namespace Assay.Bench;

/// <summary>Conflicts of all real lists: how many of those that people looked at are found and classed as they did, and how long all of them take.</summary>
internal static class ConflictBench
{
    public static void Run(BenchRequest request)
    {
        if (request.Shared is not { } shared)
        {
            Console.WriteLine("## Conflicts\n\nNot measured: name the folder of the shared data with --shared FOLDER.");
            return;
        }
        var folder = Child.NewFolder();
        try
        {
            Print("The lists that were compared", JudgedConflicts.Catalogue(shared, Path.Combine(folder, "compared.db"), JudgedConflicts.Lists), shared, request.Runs);
            Print("With lists of other days", JudgedConflicts.Catalogue(shared, Path.Combine(folder, "all.db"), [.. JudgedConflicts.Lists, .. JudgedConflicts.MoreLists]), shared, request.Runs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string title, CatalogSnapshot catalog, string shared, int runs)
    {
        var judged = JudgedConflicts.Score(catalog, Path.Combine(shared, "conflicts", "conflicts_dev.csv"));
        var controls = JudgedConflicts.Score(catalog, Path.Combine(shared, "conflicts", "controls_agree.csv"));
        var all = ConflictFinder.In(catalog);
        Console.WriteLine($"## Conflicts: {title}\n");
        Console.WriteLine($"{catalog.Models.Sum(m => m.Offers.Count)} offers, {catalog.ClaimCount} claims, {all.Count} conflicts: {string.Join(", ", all.CountBy(c => c.Kind.Name).OrderByDescending(k => k.Value).Select(k => $"{k.Key} {k.Value}"))}.\n");
        Console.WriteLine($"Judged disagreements: {judged.Found} of {judged.Rows.Count} found ({100m * judged.Found / judged.Rows.Count:0.0} %), class right in {judged.Right} ({100m * judged.Right / judged.Rows.Count:0.0} %). Controls: {controls.Found} of {controls.Rows.Count} raised.\n");
        foreach (var row in judged.Missed) Console.WriteLine($"- missed: {row.Name}");
        foreach (var row in judged.Otherwise) Console.WriteLine($"- {row.Conflict!.Kind} for {row.Kind}: {row.Name}");
        foreach (var row in controls.Rows.Where(r => r.Conflict is not null)) Console.WriteLine($"- raised: {row.Name}; {row.Conflict!.Evidence.Text}");
        Timing.Print("All conflicts of the catalogue", [Timing.Of("found anew", runs, () => ConflictFinder.Find(catalog))]);
    }
}
