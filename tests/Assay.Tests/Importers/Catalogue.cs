using Assay.Adapters.Importers;
using Assay.Adapters.Storage;

namespace Assay.Tests.Importers;

/// <summary>A small curated catalogue of invented things, to change one file of.</summary>
internal static class Catalogue
{
    public const string Model = """
        name: Lark 7B
        organization: acme
        family: lark
        aliases: [lark]

        sources:
          - publisher: Acme
            url: https://acme.example/lark
            rank: vendor
            as_of: 2025-03-12
            retrieved: 2025-04-01
            says:
              released: 2025-03
              context_window: { value: 131072, quoted: 128K }
              parameters_total: 7.2B
              architecture: not_applicable
              modalities_in: [text, image]
              licence: { value: Apache-2.0, unconfirmed: yes, note: "Announced, not published yet." }
              capabilities: { multimodal: no, reasoning: yes }
              tasks: { ocr: yes }
              lifecycle: { status: deprecated, retires: 2026-01-31, successor: acme/owl }
              claims_of_rank: ["first of its class at launch"]
            offers:
              acme-cloud/lark-7b:
                input: { value: 0.1, from: 2025-03-12, to: 2025-06-01 }
                output: 0.4
                cache_read: 0.01
                batch_input: 0.05
                tiers: [{ above: 100000, input: 0.2, output: 0.8 }]
                modalities_in: [text]
                free_tier: 100 requests a day
              acme-cloud/lark-7b#region=eu&tier=flex: { input: 0.3, output: 0.9 }
            benchmarks:
              - { benchmark: quiz, value: 61.5, settings: zero-shot, note: "Table 2." }
              - { benchmark: quiz, passed: 2, n: 3, version: v2 }
        """;

    private static readonly Dictionary<string, string> Others = new()
    {
        ["organizations/acme.yaml"] = "name: Acme\nsources:\n  - { publisher: Acme, url: https://acme.example, rank: vendor, as_of: 2025, says: { country: NO } }\n",
        ["providers/acme-cloud.yaml"] = "name: Acme Cloud\naliases: [acme]\nsources:\n  - { publisher: Acme, no_url: a printed price list, rank: provider, as_of: 2025-02, says: { protocol: openai-chat, organization: acme } }\n",
        ["benchmarks/quiz.yaml"] = "name: Quiz\nsources:\n  - { publisher: Quiz, url: https://quiz.example, rank: vendor, as_of: 2024, says: { unit: percent, higher_is_better: yes } }\n",
        ["unattributed/page.yaml"] = "name: A page\nsources:\n  - { publisher: Somebody, url: https://page.example, rank: community, as_of: 2026-06, benchmarks: [{ benchmark: quiz, value: 50 }] }\n",
        ["models/acme/lark-7b.yaml"] = Model,
    };

    /// <summary>The catalogue with one file changed, added, or (null) taken away.</summary>
    public static ParsedSnapshot Parse(string? name = null, string? text = null)
    {
        var files = new Dictionary<string, string>(Others);
        if (text is not null) files[name!] = text;
        else if (name is not null) files.Remove(name);
        return new AssayCatalogue().Parse(new(files.Select(f => new SnapshotFile(f.Key, System.Text.Encoding.UTF8.GetBytes(f.Value)))), new() { Today = new(2026, 7, 2) });
    }

    public static void Write(TemporaryFolder folder, string? name = null, string? text = null)
    {
        foreach (var (file, content) in Others) folder.Write($"catalog/{file}", file == name ? text! : content);
    }
}
