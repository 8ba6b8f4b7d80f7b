namespace Assay.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchRequest(IReadOnlyList<string> Names, string Program, string? Snapshot, int Runs, string? Shared = null)
{
    private static readonly string[] All = ["pages", "import", "start", "rebuild", "memory", "identity", "conflicts", "engines", "calls", "arena", "evals", "reports", "serve", "micro", "export"];

    public static BenchRequest? Read(string[] args)
    {
        var names = new List<string>();
        var (program, snapshot, runs, shared) = ("assay", (string?)null, 7, (string?)"../shared/data");
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--program" or "--snapshot" or "--runs" or "--shared" && i + 1 < args.Length)
            {
                var value = args[++i];
                switch (args[i - 1])
                {
                    case "--program": program = value; break;
                    case "--snapshot": snapshot = value; break;
                    case "--shared": shared = value; break;
                    default: runs = int.Parse(value); break;
                }
            }
            else if (All.Contains(args[i])) names.Add(args[i]);
            else
            {
                Console.Error.WriteLine($"'{args[i]}' is not a benchmark: give {string.Join(", ", All)}, and --snapshot PATH, --shared FOLDER or --runs N.");
                return null;
            }
        }
        if (snapshot is not null && !File.Exists(snapshot))
        {
            Console.Error.WriteLine($"'{snapshot}' is not a file: --snapshot names the api.json of models.dev, with models.json beside it.");
            return null;
        }
        return new(names.Count > 0 ? names : ["pages", "import", "start"], program, snapshot, runs, Directory.Exists(shared) ? shared : null);
    }
}
