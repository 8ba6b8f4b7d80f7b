using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Decisions;
using Assay.Host.Web;

namespace Assay.Host.Decisions;

/// <summary>Hashes over a record and its parts, and what they tell of a file.</summary>
internal static class DecisionSealing
{
    public const string Canonical = "assay-canonical/1";
    private const string Member = "integrity";

    public static DecisionRecord Seal(DecisionRecord record)
    {
        var json = Node(record);
        string[] open = record.Decision.IsEmpty ? ["decision"] : [];
        return record with { Integrity = new(Canonical, Whole(json, open), Parts(json, open), open) };
    }

    public static JsonObject Node(DecisionRecord record)
    {
        var json = JsonSerializer.SerializeToNode(record, AssayJson.Default.DecisionRecord)!.AsObject();
        if (record.Integrity is null) json.Remove(Member);
        return json;
    }

    /// <summary>Which parts were edited since the record was made, in words; empty where none was.</summary>
    /// <exception cref="FormatException">It holds a number that cannot be hashed.</exception>
    public static IReadOnlyList<string> Edits(JsonObject json, DecisionRecord record)
    {
        if (record.Integrity is not { } seal) return ["integrity: it is missing, so nothing tells whether the rest was edited"];
        var parts = Parts(json, seal.Open);
        var edited = parts.Keys.Union(seal.Parts.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(p => parts.GetValueOrDefault(p) != seal.Parts.GetValueOrDefault(p))
            .Select(p => !parts.ContainsKey(p) ? $"{p}: it is missing" : !seal.Parts.ContainsKey(p) ? $"{p}: it was put in afterwards" : p == "claims" ? $"claims: {Claims(record)}" : $"{p}: not what was written").ToList();
        // Of claims alone more is known: each has a hash of its own, and it may not fit although the parts were hashed again.
        if (!edited.Exists(e => e.StartsWith("claims", StringComparison.Ordinal)) && Broken(record).Length > 0) edited.Add($"claims: {Claims(record)}");
        if (edited.Count == 0 && Whole(json, seal.Open) != seal.Sha256) edited.Add("integrity: the hash over the whole was edited");
        return edited;
    }

    private static string Claims(DecisionRecord record) => Broken(record) is { Length: > 0 } broken
        ? string.Join(", ", broken.Take(5).Select(c => $"{c.Id} ({c.Property} of {c.Subject})")) + (broken.Length > 5 ? $" and {broken.Length - 5} more" : "") + " not as hashed"
        : "what each says is as hashed, but a date, a note or the list was edited";

    private static DecisionClaim[] Broken(DecisionRecord record) => [.. record.Claims.Where(c => c.Statement.Hash != c.Sha256)];

    private static Dictionary<string, string> Parts(JsonObject json, IReadOnlyList<string> open) =>
        json.Where(m => m.Key != Member && !open.Contains(m.Key)).ToDictionary(m => m.Key, m => CanonicalJson.Hash(m.Value), StringComparer.Ordinal);

    private static string Whole(JsonObject json, IReadOnlyList<string> open)
    {
        var covered = json.DeepClone().AsObject();
        foreach (var name in open.Append(Member)) covered.Remove(name);
        return CanonicalJson.Hash(covered);
    }
}
