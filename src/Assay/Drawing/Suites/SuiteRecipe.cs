namespace Assay.Drawing.Suites;

/// <summary>How a suite is made: which kinds of items, in which categories.</summary>
/// <param name="Id">Small letters and dashes.</param>
/// <param name="Title">A few words.</param>
/// <param name="Description">A sentence.</param>
/// <param name="Task">What models are asked to do, as files name it: <c>ask</c> with pictures, <c>chat</c> without.</param>
/// <param name="Version">Raised whenever the same seed would no longer give the same suite.</param>
/// <param name="Items">How many samples the suite has that comes with the program.</param>
/// <param name="Categories">In order.</param>
public sealed record SuiteRecipe(string Id, string Title, string Description, string Task, int Version, int Items, IReadOnlyList<SuiteCategory> Categories)
{
    /// <summary>Seed of the suites that come with the program.</summary>
    public const ulong UsualSeed = 1;

    /// <summary>More than anyone has a use for, and few enough to be made in minutes.</summary>
    public const int MostItems = 10_000;

    /// <summary>All that can be drawn.</summary>
    public static IReadOnlyList<SuiteRecipe> All { get; } = [VisionBasics.Recipe, TextBasics.Recipe];

    /// <summary>The suite of a seed. The first items of a larger one are those of a smaller one with the same seed, category by category.</summary>
    /// <param name="seed">Any; another gives other items.</param>
    /// <param name="items">Samples: one a category at least, <see cref="MostItems"/> at most. Categories differ by one at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not allowed.</exception>
    public DrawnSuite Draw(ulong seed, int items)
    {
        if (items < Categories.Count || items > MostItems) throw new ArgumentOutOfRangeException(nameof(items), items, $"The suite {Id} can have {Categories.Count} to {MostItems} items.");
        return new(this, seed, [.. Categories.SelectMany((category, i) => category.Draw(seed, items / Categories.Count + (i < items % Categories.Count ? 1 : 0)))]);
    }
}

/// <summary>Kinds of items that are counted together.</summary>
/// <param name="Kinds">Taken in turn.</param>
public sealed record SuiteCategory(string Name, params IReadOnlyList<ItemKind> Kinds)
{
    private static readonly Difficulty[] Levels = [Difficulty.Easy, Difficulty.Medium, Difficulty.Hard];

    /// <summary>Items in rounds: each kind once a round, the next time with another difficulty and another answer of yes and no.</summary>
    internal IEnumerable<DrawnItem> Draw(ulong seed, int samples)
    {
        for (var serial = 0; samples > 0; serial++)
        {
            for (var kind = 0; kind < Kinds.Count && samples > 0; kind++)
            {
                var id = $"{Kinds[kind].Id}-{serial + 1:00}";
                var wanted = new Commission(Dice.For(seed, id), Levels[(serial + kind) % Levels.Length], (serial + kind) % 2 == 0);
                var item = Kinds[kind].Draw(wanted);
                var asked = Asked(Dice.For(seed, id + " questions"), item.Questions);
                var drawn = new DrawnItem(id, Name, Kinds[kind], wanted.Difficulty, item with { Questions = [.. asked.Take(samples)] }, asked.Count > 1);
                samples -= drawn.Item.Questions.Count;
                yield return drawn;
            }
        }
    }

    /// <summary>All questions about two pictures of five, one about the others: many pictures tell more than many questions about one.</summary>
    private static IReadOnlyList<Question> Asked(Dice dice, IReadOnlyList<Question> questions)
    {
        if (dice.Below(5) < 2) return questions;
        // Those of yes or no are dealt out in turn, which only balances if each is asked.
        return questions[0].Target is ["yes" or "no"] ? [questions[0]] : [dice.Pick(questions)];
    }
}
