using System.Text.Json.Serialization;

namespace Assay.Host.Cli;

/// <summary>JSON of what only the command line answers; everything else is the JSON of the API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ImportView))]
[JsonSerializable(typeof(DoctorView))]
[JsonSerializable(typeof(Evaluation.DrawnView))]
[JsonSerializable(typeof(EnginesView))]
[JsonSerializable(typeof(Adapters.Storage.Arena.VoteImport))]
[JsonSerializable(typeof(VoteExport))]
[JsonSerializable(typeof(IReadOnlyList<MatchRow>))]
[JsonSerializable(typeof(Sync.SyncView))]
[JsonSerializable(typeof(Export.ExportView))]
internal sealed partial class CliJson : JsonSerializerContext;
