using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Arena;
using Assay.Calls;
using Assay.Playground;

namespace Assay.Adapters.Storage.Arena;

/// <summary>A battle as its table has it.</summary>
internal sealed record BattleRow(
    string Id, string Turn, string Created, string Task, string Prompt, string? Image, string LeftRef, string LeftModel, string RightRef, string RightModel, string Pool, string Voter)
{
    public Battle Battle() => new()
    {
        Id = ReadId(Id), Turn = ReadId(Turn), Created = DateTimeOffset.Parse(Created, CultureInfo.InvariantCulture), Task = ModelTasks.Find(Task) ?? throw Damaged($"task '{Task}'"), Prompt = Prompt, Image = Image,
        Left = new(ReadRef(LeftRef), LeftModel), Right = new(ReadRef(RightRef), RightModel), Pool = JsonSerializer.Deserialize(Pool, ArenaJson.Default.IReadOnlyListString) ?? [], Voter = Voter,
    };

    private static TurnId ReadId(string text) => TurnId.TryParse(text, out var id) ? id : throw Damaged($"id '{text}'");
    private static ModelRef ReadRef(string text) => ModelRef.TryParse(text, out var found) ? found : throw Damaged($"model '{text}'");
    private static StoreException Damaged(string what) => new($"A battle in the store has the {what}, which this program did not write: the store is damaged. Put back a copy.");
}

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class ArenaJson : JsonSerializerContext;
