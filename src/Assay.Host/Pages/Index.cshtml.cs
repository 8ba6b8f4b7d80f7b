using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

public sealed class IndexModel(LiveCatalog live, Comparer comparer) : PageModel
{
    /// <summary>Pairs people ask about; one whose models the catalogue does not hold is left out.</summary>
    private static readonly (string, string)[] Pairs =
    [
        ("google/gemma-3-12b-it", "openai/gpt-4-vision-preview"), ("google/gemma-4-26b-a4b-it", "openai/gpt-5.2"), ("openai/gpt-4o", "openai/gpt-4o-mini"),
        ("anthropic/claude-sonnet-4-5", "openai/gpt-5"), ("google/gemini-2.5-pro", "google/gemini-2.5-flash"), ("deepseek/deepseek-v3.2", "openai/gpt-5-mini"),
    ];

    public sealed record Pair(string Title, string Path, string Verdict, string Decision);

    public CatalogSnapshot Catalog { get; private set; } = null!;
    public IReadOnlyList<Pair> Examples { get; private set; } = [];
    public int Offers { get; private set; }

    public void OnGet()
    {
        Catalog = live.Current;
        Offers = Catalog.Models.Sum(m => m.Offers.Count);
        Examples = [.. Pairs.Select(p => (A: Catalog.ById(p.Item1), B: Catalog.ById(p.Item2))).Where(p => p is { A: not null, B: not null })
            .Select(p => (p, Verdict: comparer.Compare(Catalog, [p.A!, p.B!], TrafficProfile.Default).Verdicts[0]))
            .Select(x => new Pair($"{x.p.A!.Name} vs {x.p.B!.Name}", Compare.PairModel.PathOf([x.p.A, x.p.B!]), x.Verdict.Text, x.Verdict.Decision.ToString()))];
    }
}
