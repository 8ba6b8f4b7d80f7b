using System.Diagnostics;
using Assay.Catalog.Identity;
using Assay.Host.Catalog;

namespace Assay.Bench.Identity;

/// <summary>
/// How well offers are put to models: on the labelled set beside the checkout where it is to be had, and on the set of our own. The matcher
/// gets the curated catalogue and what providers say; it never sees a link of a source.
/// </summary>
internal static class IdentityBench
{
    public static void Run()
    {
        Console.WriteLine("## Identity\n");
        Console.WriteLine("| set | rows | precision | recall | group | kind | release |\n|---|--:|--:|--:|--:|--:|--:|");
        var matcher = Curated();
        if (Above("tests") is { } root)
        {
            var own = LabelledOffer.Read(Path.Combine(root, "tests", "Assay.Tests", "Data", "identity-cases.csv"));
            var decided = Decide(matcher, own);
            foreach (var part in decided.GroupBy(r => r.Label.Part)) Print($"our own, {part.Key}", [.. part]);
        }
        if (Above("shared/data/gold") is { } above)
        {
            var folder = Path.Combine(above, "shared", "data", "gold");
            var gold = Decide(matcher, LabelledOffer.Read(Path.Combine(folder, "gold_dev.csv")));
            Print("gold_dev", gold);
            Print("gold_dev, sure labels", [.. gold.Where(r => !r.Label.Unsure)]);
            Print("gold_dev, unsure labels", [.. gold.Where(r => r.Label.Unsure)]);
            var (merged, found) = IdentityScore.OfPairs(gold.ToDictionary(r => r.Label.RowId, r => r.Decision, StringComparer.Ordinal), LabelledOffer.ReadPairs(Path.Combine(folder, "pairs_dev.csv")));
            Console.WriteLine($"\nPairs: {merged:P2} of different models merged, {found:P2} of one model found.");
        }
        else Console.WriteLine("\ngold_dev is not beside the checkout: measured on our own set alone.");
        Time(matcher);
    }

    private static void Print(string name, IReadOnlyList<(LabelledOffer Label, MatchDecision Decision)> rows)
    {
        var score = IdentityScore.Of(rows);
        Console.WriteLine($"| {name} | {score.Rows} | {score.Precision:0.0000} | {score.Recall:0.0000} | {score.GroupAccuracy:0.000} | {score.KindAccuracy:0.000} | {(score.ReleaseAccuracy is { } release ? $"{release:0.000}" : "–")} |");
    }

    private static IReadOnlyList<(LabelledOffer Label, MatchDecision Decision)> Decide(ModelMatcher matcher, IReadOnlyList<LabelledOffer> labels) =>
        [.. labels.Zip(matcher.Match([.. labels.Select(l => l.Offer)]))];

    private static void Time(ModelMatcher matcher)
    {
        if (Above("tests") is not { } root) return;
        var own = LabelledOffer.Read(Path.Combine(root, "tests", "Assay.Tests", "Data", "identity-cases.csv"));
        OfferDescription[] many = [.. Enumerable.Range(0, 12).SelectMany(_ => own.Select(l => l.Offer))];
        matcher.Match(many);
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        matcher.Match(many);
        Console.WriteLine($"\n{many.Length} offers decided in {watch.Elapsed.TotalMilliseconds:0} ms, {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:0} ms of them processor time.");
    }

    /// <summary>The matcher of the curated catalogue.</summary>
    private static ModelMatcher Curated()
    {
        var folder = Directory.CreateTempSubdirectory("assay-identity-");
        try
        {
            return new LiveCatalog(new Workspace(folder.FullName, null, TimeProvider.System), TimeProvider.System).Current.Matcher;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Above(string holds)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Directory.Exists(Path.Combine(folder, holds)) && (holds != "tests" || File.Exists(Path.Combine(folder, "Assay.slnx")))) return folder;
        return null;
    }
}
