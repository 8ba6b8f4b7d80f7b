namespace Assay.Adapters.Logs;

/// <summary>Result files of EQ-Bench 2 (https://github.com/EQ-bench/EQ-Bench), which hold no trials that could be compared: recognised, so that the refusal says why.</summary>
public sealed class EqBench : ILogReader
{
    public string Id => "eq-bench";

    public string Expects => "nothing that can be read: its files are refused with the reason";

    public bool Recognises(LogSource source) => source.Head.Contains("\"benchmark_score\"", StringComparison.Ordinal) || source.Head.Contains("\"eqbench_version\"", StringComparison.Ordinal);

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        var file = LogJson.Whole(source.Name, source.Whole());
        var total = file.Word("benchmark_score");
        throw new LogRefusedException($"It holds replies without their questions, and points that reach below 0 on a scale the record does not state{(total is null ? "" : $" (their mean is not the benchmark's {total})")}: nothing in it can be set between 0 and 1. EQ-Bench has no option that writes more.");
    }
}
