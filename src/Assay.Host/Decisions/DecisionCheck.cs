using Assay.Catalog;
using Assay.Decisions;
using Assay.Host.Catalog.History;
using Assay.Host.Cli;
using Assay.Units;

namespace Assay.Host.Decisions;

/// <summary>Holds a record against one of the same models at the same traffic today.</summary>
internal static class DecisionCheck
{
    /// <param name="file">As it was read.</param>
    /// <param name="now">Made today; null where the catalogue lacks a model.</param>
    /// <param name="held">Claims that hold today on the things that the record speaks of: of several sources that say the same a comparison may show another one today.</param>
    /// <param name="missing">Models that it lacks.</param>
    /// <param name="runs">Runs of the record as they are kept today.</param>
    /// <exception cref="FormatException">A claim has a value that is none.</exception>
    public static DecisionCheckView Of(ReadDecision file, DecisionRecord? now, IReadOnlyList<DecisionClaim> held, DateOnly today, IReadOnlyList<string> missing, IReadOnlyList<DecisionEval> runs)
    {
        var then = file.Record;
        DecisionClaim[] said = [.. now?.Claims ?? [], .. held.ExceptBy((now?.Claims ?? []).Select(c => c.Sha256), c => c.Sha256)];
        var fates = now is null ? null : ClaimFates.Of([.. then.Claims.Select(c => c.Statement)], [.. said.Select(c => c.Statement)]);
        ClaimThenNow[] claims = fates is null ? [] :
        [
            .. fates.Fates.Select((f, i) => (f.Fate, Then: then.Claims[i], Now: f.Now is { } place ? said[place] : null)).Where(c => c.Fate is ClaimFate.Changed or ClaimFate.Ended)
                .Select(c => Told(c.Fate, c.Then, c.Now)).OrderBy(c => !c.Matters),
        ];
        // What no comparison shows bears on none.
        int[] added = [.. fates?.New.Where(i => i < now!.Claims.Count) ?? []];
        NewClaim[] news = fates is null ? [] : [.. DecisionNews.Of(then, added.Select(i => said[i]))];
        VerdictThenNow[] verdicts = now is null ? [] : [.. then.Verdicts.Select(v => Compare(v, now))];
        CostThenNow[] cost = now is null ? [] : [.. then.Cost.Select(c => Compare(c, now.Cost.First(n => n.Model == c.Model)))];
        var evals = now is null ? [] : Evals(then, now, runs).ToArray();
        var changed = missing.Count > 0 || evals.Length > 0 || Array.Exists(claims, c => c.Matters) || Array.Exists(news, n => n.Kind != "other") || Array.Exists(verdicts, v => !v.Same) || Array.Exists(cost, c => !c.Same);
        var (outcome, code) = !file.IsWhole ? ("edited", ExitCode.BadInput) : changed ? ("changed", ExitCode.Negative) : ("same", ExitCode.Done);
        int Count(ClaimFate fate) => fates?.Fates.Count(f => f.Fate == fate) ?? 0;
        return new()
        {
            Outcome = outcome, ExitCode = code, Title = then.Title, AsOf = then.AsOf, Today = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Integrity = new(file.IsWhole, file.Edits, file.TextEdited, then.Integrity?.Sha256), Missing = missing, Verdicts = verdicts, Cost = cost, Chosen = then.Decision?.Chosen,
            Counts = new(Count(ClaimFate.Holds), Count(ClaimFate.Reworded), Count(ClaimFate.Changed), Count(ClaimFate.Ended), added.Length), Claims = claims, New = news, Evals = evals,
        };
    }

    private static VerdictThenNow Compare(DecisionVerdict then, DecisionRecord record)
    {
        var now = record.Verdicts.First(v => v.Pair.SequenceEqual(then.Pair, StringComparer.Ordinal));
        return new(then.Pair, then.Decision == now.Decision && then.Winner == now.Winner, then.Winner, now.Winner, then.Decision, now.Decision, then.Text, now.Text);
    }

    private static CostThenNow Compare(DecisionCost then, DecisionCost now)
    {
        var difference = (then.UsdPerMonth, now.UsdPerMonth) switch
        {
            ({ } before, { } after) when after > before => $"{Format.Usd(after - before)} more a month{(before > 0 ? $", {Format.Percent((after - before) / before)}" : "")}",
            ({ } before, { } after) when after < before => $"{Format.Usd(before - after)} less a month, {Format.Percent((before - after) / before)}",
            _ => null,
        };
        return new(then.Model, then.UsdPerMonth == now.UsdPerMonth, then.UsdPerMonth, now.UsdPerMonth, then.Display, now.Display, difference, then.Offer, now.Offer, now.Why);
    }

    private static ClaimThenNow Told(ClaimFate fate, DecisionClaim then, DecisionClaim? now) => new(
        then.Id, fate is ClaimFate.Changed ? "changed" : "ended", then.Subject, then.Property, PropertyLabels.Of(new(then.Property)), then.Publisher, then.Display, then.AsOf, now?.Display, now?.AsOf, now?.Url ?? then.Url, then.CitedIn);

    private static IEnumerable<string> Evals(DecisionRecord then, DecisionRecord now, IReadOnlyList<DecisionEval> runs)
    {
        foreach (var eval in then.Evals)
        {
            if (runs.FirstOrDefault(r => r.Run == eval.Run) is not { } kept) yield return $"Run {eval.Run} of {eval.Suite} is no longer kept here.";
            else foreach (var score in eval.Scores)
                if (kept.Scores.FirstOrDefault(s => s.AskedAs == score.AskedAs) is var today && today?.Display != score.Display)
                    yield return $"Run {eval.Run} of {eval.Suite}, {score.AskedAs}: {score.Display} then, {today?.Display ?? "no score"} now: it was scored anew.";
        }
        foreach (var eval in now.Evals.Where(e => then.Evals.All(t => t.Run != e.Run)))
            yield return $"New: run {eval.Run} of {eval.Suite}, {string.Join(", ", eval.Scores.Select(s => $"{DecisionDocument.Name(now, s.Model)} {s.Display}"))}.";
    }
}
