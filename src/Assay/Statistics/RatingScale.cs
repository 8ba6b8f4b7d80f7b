namespace Assay.Statistics;

/// <summary>
/// Points as people know them from Elo: 400·log10 of the strength, so that 400 points more are ten wins to one. The data tell differences alone;
/// what they are counted from is part of the scale and has to be shown with it.
/// </summary>
/// <param name="Anchor">The model that has exactly <paramref name="Points"/>; null for the mean of all models.</param>
/// <param name="Points">What the anchor has.</param>
public sealed record RatingScale(string? Anchor, double Points)
{
    /// <summary>Points for each unit of the natural logarithm of strength.</summary>
    public const double PointsPerLog = 400 / 2.302585092994046;

    /// <summary>The mean of all models is 1000.</summary>
    public static RatingScale MeanOf1000 { get; } = new(null, 1000);

    /// <summary>In words, to be shown with the points.</summary>
    public string Words => Anchor is null ? $"the mean of all models is {Points:0.##}" : $"{Anchor} is {Points:0.##}";

    /// <returns>The anchor's place; -1 for the mean; a reason where the anchor has no votes.</returns>
    internal Inference<int> Place(VoteTable votes) => Anchor is null ? Inference.Of(-1)
        : votes.Models.IndexOf(Anchor) is var place and >= 0 ? Inference.Of(place)
        : Inference.NotEnough<int>($"The anchor '{Anchor}' has no votes here; choose a model that has, such as '{votes.Models.FirstOrDefault()}', or the mean of all models.");

    internal double Of(IReadOnlyList<double> logs, int model, int anchor) => Points + PointsPerLog * (logs[model] - (anchor < 0 ? 0 : logs[anchor]));
}
