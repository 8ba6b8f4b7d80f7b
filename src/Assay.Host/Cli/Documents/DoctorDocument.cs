using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>What <c>assay doctor</c> found.</summary>
public static class DoctorDocument
{
    /// <param name="quiet">Only what failed.</param>
    public static Document Of(DoctorView view, bool quiet)
    {
        var document = new Document("Doctor");
        var failed = view.Checks.Count(c => !c.Passed);
        if (quiet) return document.Bullets(view.Checks.Where(c => !c.Passed).Select(Check));
        document.Paragraph($"Assay {view.Version} on {view.Runtime}, {view.System}.").Bullets(view.Checks.Select(Check));
        document.Table(new([new("Source"), new("Snapshots", Number: true), new("Newest"), new("Days old", Number: true), new("Imported")],
            [.. view.Feeds.Select(f => new Row([new(f.Feed), new(Format.Exact(f.Snapshots)), new(f.Newest), new(Format.Exact(f.AgeDays)), new(f.ImportedAt)]))]));
        if (view.Catalogue is { } c)
        {
            document.Paragraph($"Catalogue: {Words.Plural(c.Models, "model")} ({Format.Exact(c.CuratedModels)} in a list of models), {Words.Plural(c.Offers, "offer")} of {Words.Plural(c.Providers, "provider")}, "
                + $"{Words.Plural(c.Benchmarks, "benchmark")}, {Words.Plural(c.Claims, "claim")}, {Format.Exact(c.Unattributed)} of them on no model.");
        }
        document.Bullets(Providers(view.Providers).Select(p => (BulletItem)p));
        document.Bullets(view.Notes.Select(n => (BulletItem)$"note: {n}"));
        return document.Paragraph(new(failed == 0 ? "All checks passed." : $"{Words.Plural(failed, "check")} failed.", Tone.Strong));
    }

    private static IEnumerable<string> Providers(IReadOnlyList<DoctorProvider> all)
    {
        foreach (var provider in all.Where(p => p.State == "callable")) yield return $"models can be called at {provider.Id}: {provider.Text}";
        var keys = all.Where(p => p.State == "needs_key").ToArray();
        if (keys.Length > 0) yield return $"models can be called at {Words.Plural(keys.Length, "more provider")} once a key is set: {string.Join(", ", keys.Select(p => $"{p.Id} ({p.Variable})"))}";
        var others = all.Where(p => p.State is "needs_address" or "unknown_protocol").ToArray();
        if (others.Length > 0) yield return $"models cannot be called at {Words.Plural(others.Length, "provider")}: {string.Join(", ", others.Select(p => p.Id))}; assay.yaml can say how";
    }

    private static BulletItem Check(DoctorCheck check) => new(
        new($"{(check.Passed ? "✓ ok" : "✗ failed")} · {check.Name}: {check.Text}", check.Passed ? Tone.Plain : Tone.No), null, check.Fix is null ? null : [check.Fix]);
}
