using System.Text.Json.Serialization;

namespace Assay.Host.Evaluation;

/// <summary>JSON of the commands on suites.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PromptsImportView))]
[JsonSerializable(typeof(LintView))]
internal sealed partial class SuiteToolsJson : JsonSerializerContext;
