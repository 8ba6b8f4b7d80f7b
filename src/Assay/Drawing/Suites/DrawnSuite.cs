namespace Assay.Drawing.Suites;

/// <summary>A suite that was made.</summary>
/// <param name="Items">In the order of the categories.</param>
public sealed record DrawnSuite(SuiteRecipe Recipe, ulong Seed, IReadOnlyList<DrawnItem> Items)
{
    public IReadOnlyList<DrawnSample> Samples { get; } = [.. Items.SelectMany(i => i.Samples())];

    /// <summary>Tells the suite that comes with the program from those of other seeds and sizes.</summary>
    public string Version => Seed == SuiteRecipe.UsualSeed && Samples.Count == Recipe.Items ? $"{Recipe.Version}" : $"{Recipe.Version}-seed{Seed}-items{Samples.Count}";
}

/// <param name="Id">Of its picture; samples are named after it.</param>
/// <param name="Shared">Several samples are about it.</param>
public sealed record DrawnItem(string Id, string Category, ItemKind Kind, Difficulty Difficulty, Item Item, bool Shared)
{
    /// <summary>Path of the picture within the suite; null where there is none.</summary>
    public string? Image => Item.Picture is null ? null : $"images/{Id}.png";

    internal IEnumerable<DrawnSample> Samples() => Item.Questions.Select(q =>
        new DrawnSample(Shared ? $"{Id}-{q.Name}" : Id, Category, q, Image, Shared ? Id : null, Difficulty));
}

/// <summary>One line of a suite.</summary>
/// <param name="Cluster">What samples about one picture share, since their answers are not independent; null for one alone.</param>
public sealed record DrawnSample(string Id, string Category, Question Question, string? Image, string? Cluster, Difficulty Difficulty);
