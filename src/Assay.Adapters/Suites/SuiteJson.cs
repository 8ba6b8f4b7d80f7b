using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Adapters.Suites;

[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class SuiteJson : JsonSerializerContext;
