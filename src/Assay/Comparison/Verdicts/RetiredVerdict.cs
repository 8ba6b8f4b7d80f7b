using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Verdicts;

/// <summary>What can no longer be called is no one's pick.</summary>
internal static class RetiredVerdict
{
    public static Verdict? Decide(PairEvidence pair)
    {
        var gone = new[] { pair.First, pair.Second }.Where(m => pair.Context.StageOf(m) is LifecycleStage.Retired).ToArray();
        if (gone.Length == 0) return null;
        IReadOnlyList<Claim> claims = [.. gone.SelectMany(m => m.Lifecycle.Claims)];
        if (gone.Length == 2)
            return new(pair.First, pair.Second, null, VerdictDecision.CannotSay, "verdict-both-retired",
                $"Neither can be picked: {Ended(gone[0])} and {Ended(gone[1])}.{Instead(pair, gone[0])}{Instead(pair, gone[1])}", claims);

        var winner = pair.Other(gone[0]);
        var text = $"{winner.Name} is the pick, because {Ended(gone[0])} and can no longer be called.{Cost(pair, winner, gone[0])}{Instead(pair, gone[0])}";
        return new(pair.First, pair.Second, winner, VerdictDecision.FirstBetter, "verdict-retired", text,
            [.. claims, .. pair.CostOf(winner).Best?.Lines.SelectMany(l => l.Claims.Take(1)) ?? []]);
    }

    private static string Ended(Model model) => model.Lifecycle.Retires.TryGetConfirmed(out var end) ? $"{model.Name} was shut down {Words.On(end)}" : $"{model.Name} is retired";

    private static string Cost(PairEvidence pair, Model winner, Model gone)
    {
        if (pair.CostOf(winner).Best is not { UsdPerMonth: { } now and > 0 }) return "";
        var last = pair.CostOf(gone).LastKnown?.UsdPerMonth;
        var against = last > now ? $", {Format.PercentLower(last.Value, now)} below the {Format.Usd(last.Value)} that {gone.Name} would have cost at its last known prices"
            : last is > 0 ? $"; {gone.Name} would have cost {Format.Usd(last.Value)} at its last known prices" : "";
        return $" It costs {Format.Usd(now)} a month at this traffic{against}.";
    }

    private static string Instead(PairEvidence pair, Model gone)
    {
        if (!gone.Lifecycle.Successor.TryGetConfirmed(out var id)) return $" No source names a successor of {gone.Name}.";
        var successor = pair.Context.Catalog.ById(id);
        // A successor that has itself ended is a fact, but no place to go.
        if (successor is not null && pair.Context.IsRetired(successor)) return $" The successor named for {gone.Name}, {successor.Name}, is itself retired.";
        return successor is not null && ReferenceEquals(successor, pair.Other(gone))
            ? " It is also the successor named."
            : $" Where {gone.Name} was right, look first at {successor?.Name ?? id}, the successor named for it.";
    }
}
