using System.Text.Json.Serialization;
using Assay.Adapters.Logs;

namespace Assay.Host.Evaluation;

/// <summary>What became of the records of an import, on a surface.</summary>
/// <param name="PassedOver">Files of folders that are no records, or part of one.</param>
public sealed record EvalImportView(IReadOnlyList<ImportedLogView> Logs, int PassedOver)
{
    public static EvalImportView Of(IReadOnlyList<LogOutcome> outcomes, IReadOnlyList<string> passedOver) =>
        new([.. outcomes.Select(o => new ImportedLogView(o.Name, o.Format, [.. o.Runs.Select(ImportedRunView.Of)], o.Refused))], passedOver.Count);
}

/// <param name="Refused">Why nothing of it was taken; null where it was.</param>
public sealed record ImportedLogView(string File, string? Format, IReadOnlyList<ImportedRunView> Runs, string? Refused);

public sealed record ImportedRunView
{
    public required string Run { get; init; }

    /// <summary>The same record was imported before, and nothing changed.</summary>
    public required bool AlreadyThere { get; init; }
    public required string Suite { get; init; }
    public required IReadOnlyList<string> Models { get; init; }
    public required int Samples { get; init; }
    public required int Trials { get; init; }

    /// <summary>Trials with a score, and without an answer.</summary>
    public required int Scored { get; init; }
    public required int Errored { get; init; }

    /// <summary>What was left out or mended on reading.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public static ImportedRunView Of(KeptLog kept) => new()
    {
        Run = kept.Id, AlreadyThere = kept.WasThere, Suite = kept.Suite, Models = kept.Models, Samples = kept.Samples, Trials = kept.Trials, Scored = kept.Scored, Errored = kept.Errored, Notes = kept.Notes,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EvalImportView))]
internal sealed partial class EvalCliJson : JsonSerializerContext;
