using Assay.Adapters.Storage.Arena;
using Assay.Calls;
using Dapper;

namespace Assay.Adapters.Storage.Turns;

/// <summary>Which turns of the history; what is null or empty asks for nothing.</summary>
/// <param name="Text">Words that must all occur in the prompt, the reference or a reply; case does not matter in English letters.</param>
/// <param name="Model">A part of a model's reference.</param>
/// <param name="Voter">Who asks: turns of battles that this voter has yet to vote on are left out, and with null those of all battles that can be voted on.</param>
public sealed record TurnSearch(string? Text = null, string? Model = null, ModelTask? Task = null, string? Voter = null)
{
    internal (string Where, DynamicParameters Values) Sql()
    {
        var (conditions, values) = (new List<string> { $"not exists (select 1 from battle b where b.turn_id = turn.id and {BlindTurns.Still})" }, new DynamicParameters());
        values.Add("Voter", Voter);
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
        return ("where " + string.Join(" and ", conditions), values);
    }

    private static string Like(string part) => $"%{part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
