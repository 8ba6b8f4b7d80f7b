using Assay.Catalog;
using Assay.Comparison.Tags;
using Assay.Units;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>Says what all models are tagged for, and then what each is tagged for beyond that and from which facts.</summary>
internal sealed class TradeoffTags : IComparisonRule
{
    public string Id => "tradeoff-tags";
    public Section Section => Section.Tradeoffs;
    public int Order => 7;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        Model[] models = [.. context.Canonical];
        string[] shared = [.. TagTable.Names.Where(name => models.All(m => context.TagsOf(m).Any(t => t.Name == name)))];
        if (shared.Length > 0)
            yield return Say("shared", $"{Everyone(models)} tagged {Words.List(shared)}, each by facts of its own.",
                [.. models.SelectMany(context.TagsOf).Where(t => shared.Contains(t.Name))], models);
        foreach (var model in context.Models)
        {
            var tags = context.TagsOf(model);
            Tag[] own = [.. tags.Where(t => !shared.Contains(t.Name))];
            if (tags.Count == 0) yield return Say("unknown", $"{model.Name} has no tag: no confirmed fact gives one.", [], [model]);
            else if (own.Length > 0)
                yield return Say("tagged", $"{model.Name} is {(shared.Length > 0 ? "also " : "")}tagged {string.Join("; ", own.Select(t => $"{t.Name} ({t.Reason})"))}.", own, [model]);
        }
    }

    private static string Everyone(Model[] models) => models is [var first, var second] ? $"Both {first.Name} and {second.Name} are" : $"All {models.Length} models are";

    private Finding Say(string decision, string text, IReadOnlyList<Tag> tags, IReadOnlyList<Model> models) => new()
    {
        Rule = Id, Section = Section, Decision = decision, Text = text, Claims = [.. tags.SelectMany(t => t.Claims)], Models = [.. models.Select(m => m.Id)],
    };
}
