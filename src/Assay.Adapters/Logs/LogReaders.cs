using Assay.Adapters.Logs.Inspect;
using Assay.Adapters.Logs.Own;

namespace Assay.Adapters.Logs;

/// <summary>Every reader, in the order they are asked whether a file is theirs. A new one is one class and one line here; a test holds that none is forgotten.</summary>
public static class LogReaders
{
    /// <summary>Stands for "whichever recognises it".</summary>
    public const string Auto = "auto";

    public static IReadOnlyList<ILogReader> All { get; } =
    [
        new AssayRuns(), new InspectLogs(), new OpenAiEvals(), new PromptfooResults(), new HelmRuns(), new LmEvalSamples(), new EveryEvalEver(), new MmmuAnswers(), new TerminalBench(), new EqBench(),
    ];

    public static IReadOnlyList<string> Names { get; } = [Auto, .. All.Select(r => r.Id)];

    /// <summary>Null for <see cref="Auto"/>.</summary>
    /// <exception cref="LogRefusedException">No such format; the message lists those there are.</exception>
    public static ILogReader? Named(string format) => format == Auto ? null : All.FirstOrDefault(r => r.Id == format)
        ?? throw new LogRefusedException($"'{format}' is not a format of eval records. Allowed: {string.Join(", ", Names)}.");

    /// <exception cref="LogRefusedException">No reader recognises it; the message says what is in it.</exception>
    public static ILogReader For(LogSource source) => All.FirstOrDefault(r => r.Recognises(source))
        ?? throw new LogRefusedException($"It is none of the records read here ({string.Join(", ", All.Select(r => r.Id))}): {source.Looks}. If it is one of them, name its format instead of 'auto'.");
}
