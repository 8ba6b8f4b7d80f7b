using System.Globalization;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Arena;
using Assay.Arena;
using Assay.Statistics;

namespace Assay.Bench;

/// <summary>A million blind votes on 120 models: read from CSV, added up, rated; and the textbook's loop over single votes, in the same run.</summary>
internal static class ArenaBench
{
    private const int Votes = 1_000_000, Models = 120, Rounds = 100;

    public static void Run(BenchRequest request)
    {
        var folder = Child.NewFolder();
        try
        {
            var random = new Random(17);
            var votes = Enumerable.Range(0, Votes).Select(_ => Draw(random)).ToArray();
            var file = Path.Combine(folder, "votes.csv");
            Write(file, votes);
            var runs = Math.Min(request.Runs, 3);
            var store = Store.Open(Path.Combine(folder, "0.db"));
            Timing.Print($"A file of {Votes:#,0} votes, {new FileInfo(file).Length / 1_000_000.0:0} MB",
            [
                Timing.Of("read and checked, nothing kept (--dry-run)", runs, () => new VoteFiles(store).Import(file, dryRun: true), warmup: 0),
                Timing.Of("imported", 1, () => new VoteFiles(store).Import(file), warmup: 0),
                Timing.Of("imported again: known by its hash", runs, () => new VoteFiles(store).Import(file), warmup: 0),
                Timing.Of("added up by task, pair and side", runs, () => new ArenaStore(store).Sum(0, Votes), warmup: 0),
                Timing.Of("exported", 1, () => { using var output = new StreamWriter(Path.Combine(folder, "out.csv")); new VoteFiles(store).Export(output); }, warmup: 0),
            ]);
            Console.WriteLine($"\nThe store has {new FileInfo(store.Path).Length / 1_000_000.0:0} MB; the process took {Environment.WorkingSet / 1_000_000.0:0} MB with the list of votes in it.\n");
            Rate(votes, new ArenaStore(store).Sum(0, Votes), request.Runs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Rate((int A, int B, double Points)[] votes, IReadOnlyList<VoteTally> tallies, int runs)
    {
        var table = VoteTable.Of(tallies.Select(t => t.Count));
        var (logs, steps) = (Array.Empty<double>(), 0);
        var baseline = Timing.Of("plain loop (minorization) over every vote, to 1e-8", 1, () => (logs, steps) = Loop(votes), warmup: 0);
        var fit = BradleyTerry.Fit(table).Match(s => s, why => throw new InvalidOperationException(why));
        var apart = table.Models.Select((m, i) => Math.Abs(fit.Logs[i] - logs[int.Parse(m.AsSpan(6), CultureInfo.InvariantCulture)])).Max();
        Timing.Print($"Ratings of {Models} models",
        [
            baseline,
            Timing.Of("votes added up into a table", runs, () => VoteTable.Of(tallies.Select(t => t.Count))),
            Timing.Of("fit (Newton)", runs, () => BradleyTerry.Fit(table)),
            Timing.Of("fit and sandwich intervals", runs, () => RatingSandwich.Of(table, RatingScale.MeanOf1000)),
            Timing.Of($"fit and {Rounds} bootstrap rounds", Math.Min(runs, 3), () => RatingBootstrap.Of(table, RatingScale.MeanOf1000, new Random(1).NextDouble, Rounds)),
        ]);
        Console.WriteLine($"\nThe loop took {steps} rounds. The two fits differ by {apart:0.0e0} in the logarithm of a strength at most.");
    }

    /// <summary>Hunter's minorization-maximization (2004), written as in a textbook: each round goes over every vote.</summary>
    private static (double[] Logs, int Steps) Loop((int A, int B, double Points)[] votes)
    {
        var strength = Enumerable.Repeat(1.0, Models).ToArray();
        for (var step = 1; ; step++)
        {
            var (won, met) = (new double[Models], new double[Models]);
            foreach (var (a, b, points) in votes)
            {
                won[a] += points;
                won[b] += 1 - points;
                var share = 1 / (strength[a] + strength[b]);
                met[a] += share;
                met[b] += share;
            }
            var next = won.Select((w, i) => w / met[i]).ToArray();
            var mean = Math.Exp(next.Average(Math.Log));
            for (var i = 0; i < Models; i++) next[i] /= mean;
            var moved = next.Select((s, i) => Math.Abs(Math.Log(s / strength[i]))).Max();
            strength = next;
            if (moved < 1e-8) return ([.. strength.Select(s => Math.Log(s))], step);
        }
    }

    private static (int A, int B, double Points) Draw(Random random)
    {
        var a = random.Next(Models);
        var b = random.Next(Models - 1);
        if (b >= a) b++;
        return (a, b, random.NextDouble() < 0.2 ? 0.5 : random.NextDouble() < 1 / (1 + Math.Exp((a - b) * 0.03)) ? 1 : 0);
    }

    private static void Write(string file, (int A, int B, double Points)[] votes)
    {
        using var output = new StreamWriter(file);
        output.Write("model_a,model_b,winner,judge,tstamp,language\n");
        for (var i = 0; i < votes.Length; i++)
        {
            var (a, b, points) = votes[i];
            var winner = points switch { 1 => "model_a", 0 => "model_b", _ => i % 2 == 0 ? "tie" : "tie (bothbad)" };
            output.Write(string.Create(CultureInfo.InvariantCulture, $"model-{a:000},model-{b:000},{winner},judge_{i % 40_000},{1_700_000_000 + i}.25,English\n"));
        }
    }
}
