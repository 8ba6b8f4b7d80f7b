namespace Assay.Adapters.Storage.Runs;

/// <summary>Finds samples of a run by a word in their id, their prompt, or the newest reply of any model to them. Case does not matter in English letters.</summary>
public sealed class SampleSearch(Store store)
{
    /// <param name="run">Its whole id.</param>
    /// <param name="suiteHash">Of the run's suite.</param>
    /// <param name="word">Must occur in one of the three.</param>
    /// <returns>Places, ascending. Reads the texts of the run once.</returns>
    public IReadOnlyList<int> Places(string run, string suiteHash, string word) => store.Guard(() =>
    {
        using var connection = store.Connect();
        // Plain letters and digits stand in the JSON of a sample as they are: what lacks them there is not taken apart. Which tries are the newest is asked of what was found alone.
        var input = word.All(char.IsAsciiLetterOrDigit) ? "case when sample like ?2 escape '\\' then json_extract(sample, '$.input') like ?2 escape '\\' end" : "json_extract(sample, '$.input') like ?2 escape '\\'";
        using var rows = SqliteDialect.Read(connection, $"""
            with found as materialized (
              select c.model, c.sample, c.repetition, c.try from eval_call c join eval_answer a on a.call_id = c.id where c.run_id = ?3 and a.outcome = 'replied' and a.text like ?2 escape '\')
            select place from eval_sample where suite_sha256 = ?1 and (id like ?2 escape '\' or {input})
            union
            select f.sample from found f where not exists (select 1 from eval_call n where n.run_id = ?3 and n.model = f.model and n.sample = f.sample and n.repetition = f.repetition and n.try > f.try)
            order by 1
            """);
        rows.With(suiteHash).With($"%{word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%").With(run);
        var places = new List<int>();
        while (rows.Next()) places.Add(rows.Int(0));
        return places;
    });
}
