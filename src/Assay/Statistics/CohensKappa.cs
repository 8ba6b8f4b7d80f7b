namespace Assay.Statistics;

/// <summary>How far two graders agree beyond chance.</summary>
/// <param name="Kappa">1 is full agreement, 0 what chance gives, below 0 less than that; with the 95 % interval.</param>
/// <param name="StandardError">In the large-sample form of Fleiss, Cohen and Everitt (1969).</param>
/// <param name="Agreed">Of <paramref name="Items"/>.</param>
public sealed record Agreement(Estimate Kappa, double StandardError, int Items, int Agreed);

public static class CohensKappa
{
    /// <param name="labels">What the two graders called each item.</param>
    public static Inference<Agreement> Of<TLabel>(IEnumerable<(TLabel First, TLabel Second)> labels) where TLabel : notnull
    {
        (TLabel First, TLabel Second)[] all = [.. labels];
        if (all.Length == 0) return Inference.NotEnough<Agreement>("No item was graded by both.");
        double Share(int count) => (double)count / all.Length;
        var first = all.CountBy(l => l.First).ToDictionary(g => g.Key, g => Share(g.Value));
        var second = all.CountBy(l => l.Second).ToDictionary(g => g.Key, g => Share(g.Value));
        var agreed = all.Count(l => Same(l.First, l.Second));
        if (agreed == all.Length)
        {
            return Inference.NotEnough<Agreement>(first.Count == 1
                ? $"Both gave all {all.Length} items the same label, which chance alone would give as well: kappa is not defined."
                : $"The two agree on all {all.Length} items: kappa is 1, but without a disagreement its interval cannot be had. State {agreed} of {all.Length} with the interval of a pass rate.");
        }
        var chance = first.Sum(f => f.Value * second.GetValueOrDefault(f.Key));
        var kappa = (Share(agreed) - chance) / (1 - chance);
        var variance = all.CountBy(l => l).Sum(cell => Share(cell.Value) * Weight(cell.Key));
        variance = (variance - Square(kappa - chance * (1 - kappa))) / (all.Length * Square(1 - chance));
        if (!(variance > 1e-15)) return Inference.NotEnough<Agreement>($"The labels of {all.Length} items show no spread to measure an interval of kappa from. Items that are labelled more variously are needed.");
        var error = Math.Sqrt(variance);
        var half = Proportion.Z95 * error;
        return Inference.Of(new Agreement(new(kappa, Math.Max(-1, kappa - half), Math.Min(1, kappa + half)), error, all.Length, agreed));

        double Weight((TLabel First, TLabel Second) cell)
        {
            return Same(cell.First, cell.Second)
                ? Square(1 - (first[cell.First] + second[cell.Second]) * (1 - kappa))
                : Square((1 - kappa) * (second.GetValueOrDefault(cell.First) + first.GetValueOrDefault(cell.Second)));
        }
    }

    private static bool Same<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);

    private static double Square(double x) => x * x;
}
