namespace Assay.Drawing.Suites;

/// <summary>A picture with what is asked about it, or questions of words alone.</summary>
/// <param name="Picture">Its ground is covered wholly; null where there is none.</param>
/// <param name="Questions">One or more, with different names.</param>
public sealed record Item(Sketch? Picture, params IReadOnlyList<Question> Questions)
{
    /// <summary>What is to be counted or told apart, from the bottom to the top; empty where nothing can lie over anything.</summary>
    public IReadOnlyList<Outline> Things { get; init; } = [];

    /// <summary>The least share, 0 to 1, of each of the things that may be seen.</summary>
    public double LeastSeen { get; init; }
}

/// <summary>Makes items of one kind. Same commission, same item.</summary>
public abstract class ItemKind
{
    /// <summary>Small letters and dashes; ids of samples and names of files begin with it, so it must not tell an answer.</summary>
    public abstract string Id { get; }

    /// <summary>What it tests and what makes it harder, a sentence for the docs.</summary>
    public abstract string Tests { get; }

    public abstract Item Draw(Commission wanted);
}
