using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.Curated;

/// <summary>Reads the benchmark results that a source gives.</summary>
internal sealed class ResultReader(CuratedFile file, CuratedIds ids)
{
    public void Read(SourceBlock block, YamlNode node)
    {
        if (node is not YamlNode.Map map)
        {
            file.Fault(node.Line, $"a benchmark result is {node.Shape}; it must be a map: {{ benchmark: mmmu, value: 59.6 }}");
            return;
        }
        file.Only(map, "of a benchmark result", Vocabulary.Result.Keys);
        var read = new Dictionary<string, Statement>();
        foreach (var (_, name, value) in map.Entries)
            if (Vocabulary.Result.TryGetValue(name, out var kind) && Statement.Read(file, name, value, kind) is { } statement) read[name] = statement;

        if (!read.TryGetValue("benchmark", out var benchmark))
        {
            if (map.Find("benchmark") is null) file.Fault(map.Line, "a benchmark result names no 'benchmark'; add it");
            return;
        }
        var id = benchmark.Value.Text;
        if (!ids.Benchmarks.TryGetValue(id, out var unit))
        {
            file.Fault(benchmark.Printed.Line, $"unknown benchmark '{id}'; add benchmarks/{id}.yaml, or correct the name");
            return;
        }
        string? Words(string key) => read.GetValueOrDefault(key)?.Value.Text;
        decimal? Number(string key) => (read.GetValueOrDefault(key)?.Value as ClaimValue.Number)?.Value;
        int? Whole(string key) => (int?)Number(key);

        if (Value(map, Number("value"), Whole("passed"), Whole("n")) is not { } score) return;
        var stated = read.GetValueOrDefault("value") ?? new(ClaimValue.No, map);
        block.Add(file.Subject, Property.Result, stated with
        {
            Value = new ClaimValue.Score(new()
            {
                Benchmark = id, Value = score, Unit = Words("unit") ?? unit ?? "score", Metric = Words("metric"), Version = Words("version"), Settings = Words("settings"),
                Category = Words("category"), N = Whole("n"), Passed = Whole("passed"), MeasuredBy = Words("measured_by") ?? block.Source.Publisher,
                Date = (read.GetValueOrDefault("date")?.Value as ClaimValue.Date)?.Value, AverageSeconds = Number("average_seconds"),
                MedianInputTokens = Number("median_input_tokens"), MedianOutputTokens = Number("median_output_tokens"), UsdPerTask = Number("usd_per_task"),
            }),
            Note = Words("note") ?? stated.Note,
        });
    }

    /// <summary>The value given, or the share of items passed in percent.</summary>
    private decimal? Value(YamlNode.Map map, decimal? value, int? passed, int? n)
    {
        if (passed > n) file.Fault(map.Line, $"passed is {passed} of {n} items; it cannot be more than n");
        if (value is not null) return value;
        if (passed is { } some && n is { } all) return Math.Round(100m * some / all, 4);
        if (map.Find("value") is null) file.Fault(map.Line, "a benchmark result has no 'value', nor 'passed' and 'n'; add one or the other");
        return null;
    }
}
