using System.Collections.Concurrent;
using System.Text.Json;

namespace Assay.Evaluation.Scorers;

/// <summary>Options of a scorer as a suite wrote them, read with a fault for each that is not allowed.</summary>
internal sealed class OptionReader(string scorer, IReadOnlyList<ScorerOption> allowed, JsonElement options)
{
    private readonly List<string> faults = [];

    public string? Fault => faults.Count == 0 ? null : string.Join(' ', faults);

    public void Check()
    {
        foreach (var option in options.EnumerateObject())
            if (!allowed.Any(a => a.Name == option.Name))
                faults.Add($"The scorer '{scorer}' has no option '{option.Name}'; {(allowed.Count == 0 ? "it takes none. Take it away." : $"allowed are {string.Join(", ", allowed.Select(a => a.Name))}.")}");
    }

    public double Number(string name, double usual, double least, double most, bool above = false)
    {
        if (!options.TryGetProperty(name, out var value)) return usual;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && (above ? number > least : number >= least) && number <= most) return number;
        Wrong(name, value);
        return usual;
    }

    public decimal Exact(string name, decimal least)
    {
        if (!options.TryGetProperty(name, out var value)) return 0;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= least) return number;
        Wrong(name, value);
        return 0;
    }

    public bool Flag(string name, bool usual)
    {
        if (!options.TryGetProperty(name, out var value)) return usual;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong(name, value);
        return usual;
    }

    public string? Text(string name)
    {
        if (!options.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text)) return text;
        Wrong(name, value);
        return null;
    }

    public IReadOnlyList<string>? Texts(string name)
    {
        if (!options.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False || (v.ValueKind is JsonValueKind.String && !string.IsNullOrWhiteSpace(v.GetString()))))
            return [.. value.EnumerateArray().Select(v => v.ToString())];
        Wrong(name, value);
        return null;
    }

    public void Wrong(string name, string why) => faults.Add($"The option '{name}' of '{scorer}' {why}; allowed is {Allowed(name)}.");

    private void Wrong(string name, JsonElement value) => Wrong(name, $"is {Units.Visible.Line(value.GetRawText(), 60)}");

    private string Allowed(string name) => allowed.First(a => a.Name == name).Allowed;
}

/// <summary>Options once read, kept under their text: trials of a suite share a few.</summary>
internal sealed class ReadOptions<T>(string scorer, IReadOnlyList<ScorerOption> allowed, Func<OptionReader, T> read) where T : class
{
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, (T? Value, string? Fault)> known = new(StringComparer.Ordinal);

    /// <summary>The options, or what is wrong with them.</summary>
    public (T? Value, string? Fault) Of(ScorerChoice choice)
    {
        if (known.TryGetValue(choice.Options, out var found)) return found;
        if (known.Count >= Most) known.Clear();
        return known[choice.Options] = Read(choice.Options);
    }

    private (T?, string?) Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind is not JsonValueKind.Object) return (null, $"The options of '{scorer}' are {Units.Visible.Line(text, 60)}; they must be a map of options, or nothing.");
            var reader = new OptionReader(scorer, allowed, document.RootElement);
            reader.Check();
            var value = read(reader);
            return reader.Fault is { } fault ? (null, fault) : (value, null);
        }
        catch (JsonException)
        {
            return (null, $"The options of '{scorer}' are no JSON object: {Units.Visible.Line(text, 60)}. Write a map of options, or nothing.");
        }
    }
}
