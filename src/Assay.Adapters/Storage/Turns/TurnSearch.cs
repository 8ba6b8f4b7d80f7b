using Assay.Calls;
using Dapper;

namespace Assay.Adapters.Storage.Turns;

/// <summary>Which turns of the history; what is null or empty asks for nothing.</summary>
/// <param name="Text">Words that must all occur in the prompt, the reference or a reply; case does not matter in English letters.</param>
/// <param name="Model">A part of a model's reference.</param>
public sealed record TurnSearch(string? Text = null, string? Model = null, ModelTask? Task = null)
{
    internal (string Where, DynamicParameters Values) Sql()
    {
        var (conditions, values) = (new List<string>(), new DynamicParameters());
        if (Task is { } task)
        {
            conditions.Add("task = @task");
            values.Add("task", task.Name());
        }
        if (!string.IsNullOrWhiteSpace(Model))
        {
            conditions.Add(@"exists (select 1 from turn_lane l where l.turn_id = turn.id and l.model like @model escape '\')");
            values.Add("model", Like(Model.Trim()));
        }
        foreach (var (word, i) in (Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8).Select((w, i) => (w, i)))
        {
            conditions.Add($@"(prompt like @w{i} escape '\' or reference like @w{i} escape '\' or exists (select 1 from turn_lane_end e where e.turn_id = turn.id and e.text like @w{i} escape '\'))");
            values.Add($"w{i}", Like(word));
        }
        return (conditions.Count == 0 ? "" : "where " + string.Join(" and ", conditions), values);
    }

    private static string Like(string part) => $"%{part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
