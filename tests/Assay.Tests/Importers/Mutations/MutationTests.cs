using System.Globalization;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers.Mutations;

/// <summary>
/// Thousands of damaged snapshots: each is imported, or refused with the reason; what is not damaged stays as it was; nothing is lost in silence.
/// A mutation follows from its number: ASSAY_MUTATION=litellm/1234 makes that one alone, ASSAY_MUTATIONS=5000 makes so many of each format.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int OfReal = 220;
    private const int OfOwn = 60;
    private static readonly ImportRequest Request = new() { Today = new(2026, 7, 2), Date = new(2026, 7, 2) };

    // Longer than any machine takes: what does not end by then never will.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private int refusedWhole;
    private int compared;

    [Theory]
    [InlineData("assay", "", "catalog")]
    [InlineData("benchmarks-csv", "benchmarks", "results_normalized.csv")]
    [InlineData("genai-prices", "catalogs", "genai-prices/asof-2026-07-01/prices")]
    [InlineData("langfuse", "catalogs", "langfuse")]
    [InlineData("litellm", "catalogs", "litellm/asof-2026-07-01")]
    [InlineData("llm-prices", "catalogs", "llm-prices/asof-2026-07-01/data")]
    [InlineData("models.dev", "models.dev", "")]
    [InlineData("models.dev-history", "models.dev", "")]
    [InlineData("openrouter", "catalogs", "openrouter/models-2026-05-13.json")]
    [InlineData("portkey", "catalogs", "portkey/asof-2026-07-01")]
    public void A_damaged_part_of_a_real_snapshot_is_imported_or_refused_and_the_rest_is_untouched(string format, string shared, string path) =>
        Run(format, Specimen.Of(format, Path.Combine(shared.Length == 0 ? TestData.Repository : TestData.Shared(shared), path)), OfReal, first: 1_000);

    [Theory]
    [InlineData("benchmarks-csv", "benchmarks-small")]
    [InlineData("genai-prices", "genai-prices-small")]
    [InlineData("langfuse", "langfuse-small")]
    [InlineData("litellm", "litellm-small")]
    [InlineData("llm-prices", "llm-prices-small")]
    [InlineData("models.dev", "models.dev-small")]
    [InlineData("models.dev-history", "models.dev-history-small")]
    [InlineData("openrouter", "openrouter-small")]
    [InlineData("portkey", "portkey-small")]
    public void A_damaged_part_of_a_small_snapshot_is_imported_or_refused_and_the_rest_is_untouched(string format, string folder) =>
        Run(format, Specimen.Of(format, Path.Combine(TestData.Folder, folder)), OfOwn, first: 9_000);

    private void Run(string format, Specimen specimen, int mutations, int first)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("ASSAY_MUTATIONS"), out var asked)) mutations = asked;
        IEnumerable<int> seeds = Enumerable.Range(first, mutations);
        if (Environment.GetEnvironmentVariable("ASSAY_MUTATION")?.Split('/') is [var only, var number])
            seeds = only == format && int.Parse(number, CultureInfo.InvariantCulture) is var seed && seeds.Contains(seed) ? [seed] : [];
        var faults = new List<string>();
        foreach (var seed in seeds)
        {
            var told = "";
            try
            {
                One(specimen, seed, ref told);
            }
            catch (Exception e)
            {
                faults.Add($"ASSAY_MUTATION={format}/{seed}: {told}\n  {e.GetType().Name}: {(e.Message.Length > 1_500 ? e.Message[..1_500] : e.Message)}\n  {e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Assay", StringComparison.Ordinal))?.Trim()}");
            }
        }
        output.WriteLine($"{seeds.Count()} mutations: {refusedWhole} snapshots refused whole, {compared} compared with the undamaged one");
        if (faults.Count > 0) Assert.Fail($"{faults.Count} of {mutations} mutations:\n{string.Join('\n', faults.Take(15))}");
    }

    private void One(Specimen specimen, int seed, ref string told)
    {
        var chance = new Chance(seed);
        var excerpt = specimen.Take(chance);
        var mutant = excerpt.Mutate(chance);
        told = mutant.Told;
        if (Parse(specimen, mutant.Files) is not { } parsed)
        {
            refusedWhole++;
            return;
        }
        ParsedSnapshot? Of(SnapshotFiles? files) => files is null ? null : Parse(specimen, files);
        if (mutant.Without is not null) Compare(specimen, parsed, Of(excerpt.Files)!, Of(mutant.Without), Of(mutant.Alone), Of(mutant.Before));
        if (seed % 5 == 0) CatalogBuilder.Build(parsed.Claims, Request.Today).Models.Count.ShouldBeGreaterThanOrEqualTo(0);
        if (seed % 20 == 0) Keep(parsed);
    }

    /// <summary>Null when it is refused as a whole; every other exception goes on, as does what never ends.</summary>
    private static ParsedSnapshot? Parse(Specimen specimen, SnapshotFiles files)
    {
        var parsing = Task.Run<ParsedSnapshot?>(() =>
        {
            try
            {
                return specimen.Importer.Parse(files, Request);
            }
            catch (ImportException refused)
            {
                Sound.Check(refused, files);
                return null;
            }
        });
        if (Task.WhenAny(parsing, Task.Delay(Patience)).GetAwaiter().GetResult() != parsing) throw new TimeoutException($"still parsing after {Patience}");
        var parsed = parsing.GetAwaiter().GetResult();
        if (parsed is not null) Sound.Check(parsed);
        return parsed;
    }

    /// <summary>The damaged entry is claimed or refused, and what the others say is what they said.</summary>
    private void Compare(Specimen specimen, ParsedSnapshot parsed, ParsedSnapshot whole, ParsedSnapshot? without, ParsedSnapshot? alone, ParsedSnapshot? undamaged)
    {
        if (alone is not null && !alone.Claims.Any(c => c.Subject.Kind is not SubjectKind.Provider) && alone.Refusals.Count == 0 && !alone.Counts.Any(c => c is { What: "item counts", Number: > 0 }))
            alone.Notes.ShouldContain(n => n.Text.Contains("is no entry of a model") || n.Text.Contains("says nothing we compare") || n.Text.Contains("stands for models without an entry") || n.Text.Contains("of the history is not read"), "the entry is lost");
        if (without is null) return;
        compared++;
        var (before, after, others) = (Said(specimen, whole), Said(specimen, parsed), Said(specimen, without));
        var touched = before.Keys.Where(k => !others.TryGetValue(k, out var said) || !said.SequenceEqual(before[k])).Concat(others.Keys.Where(k => !before.ContainsKey(k)))
            .Concat(((ParsedSnapshot?[])[alone, undamaged]).OfType<ParsedSnapshot>().SelectMany(p => Said(specimen, p).Keys))
            // A base that was missing or went in a circle may come to be there.
            .Concat(whole.Refusals.Where(r => r.Where.EndsWith(".base_model", StringComparison.Ordinal)).Select(r => r.What)).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, claims) in before)
            if (!touched.Contains(key) && !after.GetValueOrDefault(key, []).SequenceEqual(claims))
                Assert.Fail($"claims of '{key}' changed, which was not damaged; gone: {string.Join(" // ", claims.Except(after.GetValueOrDefault(key, [])))}; come: {string.Join(" // ", after.GetValueOrDefault(key, []).Except(claims))}");
    }

    private static Dictionary<string, string[]> Said(Specimen specimen, ParsedSnapshot parsed) =>
        parsed.Claims.Where(c => c.Subject.Kind is not SubjectKind.Benchmark).GroupBy(specimen.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(ClaimText.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>What was imported is what the store gives back.</summary>
    private static void Keep(ParsedSnapshot parsed)
    {
        using var temporary = new TemporaryFolder();
        var claims = new ClaimStore(Store.Open(temporary.In("assay.db")));
        claims.Import(parsed.Snapshot, parsed.Claims);
        // What came with the snapshot takes its dates from it; texts and values come back as they are.
        string[] Texts(IEnumerable<Claim> of) => [.. of.Select(c => $"{c.Subject} {c.Property} {c.Value.Text} {c.Quoted} {c.Note}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Texts(claims.LoadClaims()).ShouldBe(Texts(parsed.Claims.Where(c => c.To is null || c.To > c.From)));
    }
}
