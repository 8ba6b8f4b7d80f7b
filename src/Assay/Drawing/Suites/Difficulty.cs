namespace Assay.Drawing.Suites;

/// <summary>How hard an item is by the way it is made: more things, closer together, more that distracts. Zero is "not decided".</summary>
public enum Difficulty
{
    NotDecided = 0,
    Easy = 1,
    Medium = 2,
    Hard = 3,
}

/// <summary>What one item is to be.</summary>
/// <param name="Dice">Its own.</param>
/// <param name="Difficulty">Decided.</param>
/// <param name="Yes">What a question of yes or no is to be answered with: dealt out in turn, so that the answers of a suite are balanced.</param>
public sealed record Commission(Dice Dice, Difficulty Difficulty, bool Yes)
{
    public T By<T>(T easy, T medium, T hard) => Difficulty switch
    {
        Difficulty.Easy => easy,
        Difficulty.Medium => medium,
        Difficulty.Hard => hard,
        _ => throw new InvalidOperationException("The difficulty is not decided."),
    };
}
