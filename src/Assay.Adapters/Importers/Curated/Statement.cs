using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.Curated;

/// <summary>A value with what its long form adds.</summary>
internal sealed record Statement(ClaimValue Value, YamlNode Printed)
{
    public string? Quoted { get; init; }
    public string? Note { get; init; }
    public bool Unconfirmed { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    private static readonly string[] LongForm = ["value", "quoted", "note", "unconfirmed", "from", "to"];

    /// <summary>Reads the short or the long form; null, and a fault told, when it is neither.</summary>
    public static Statement? Read(CuratedFile file, string key, YamlNode node, ValueKind kind)
    {
        if (node is not YamlNode.Map map) return ReadValue(file, key, node, kind) is { } simple ? new(simple, node) : null;

        file.Only(map, $"in the long form of '{key}'", LongForm);
        if (map.Find("value") is not { } inner)
        {
            file.Fault(map.Line, $"the long form of '{key}' has no 'value'; add it");
            return null;
        }
        var value = ReadValue(file, key, inner, kind);
        var where = $"of '{key}'";
        var statement = new Statement(value ?? ClaimValue.No, inner)
        {
            Quoted = file.Text(map, "quoted", where), Note = file.Text(map, "note", where),
            Unconfirmed = map.Find("unconfirmed") is { } unconfirmed && ReadValue(file, "unconfirmed", unconfirmed, ValueKind.Flag) == ClaimValue.Yes,
            From = Date(file, map, "from")?.Earliest, To = Date(file, map, "to")?.Earliest,
        };
        return value is null ? null : statement;
    }

    private static ClaimValue? ReadValue(CuratedFile file, string key, YamlNode node, ValueKind kind)
    {
        if (node is YamlNode.Text { Value: "not_applicable" }) return new ClaimValue.NotApplicable();
        var value = kind.Read(node);
        if (value is null) file.Fault(node.Line, $"'{key}' is {node.Shape}; it must be {kind.Expected}");
        return value;
    }

    private static PartialDate? Date(CuratedFile file, YamlNode.Map map, string key) =>
        map.Find(key) is { } node && ReadValue(file, key, node, ValueKind.Date) is ClaimValue.Date date ? date.Value : null;
}
