namespace Assay.Adapters.Storage.Runs;

/// <summary>Finds samples of a run by words in their id, their prompt, or the newest reply of any model to them. Case does not matter in English letters.</summary>
public sealed class SampleSearch(Store store)
{
    private const int MostWords = 8;

    /// <param name="run">Its whole id.</param>
    /// <param name="suiteHash">Of the run's suite.</param>
    /// <param name="words">Each of the first eight must occur in one of the three.</param>
    /// <returns>Places, ascending. Reads the texts of the run once for each word, and no more than that.</returns>
    public IReadOnlyList<int> Places(string run, string suiteHash, string words)
    {
        HashSet<int>? found = null;
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var places = With(run, suiteHash, word);
            if (found is null) found = places;
            else found.IntersectWith(places);
            if (found.Count == 0) return [];
        }
        return found is null ? [] : [.. found.Order()];
    }

    private HashSet<int> With(string run, string suiteHash, string word) => store.Guard(() =>
    {
        using var connection = store.Connect();
        using var rows = SqliteDialect.Read(connection, """
            select place from eval_sample where suite_sha256 = ?1 and (id like ?2 escape '\' or json_extract(sample, '$.input') like ?2 escape '\')
            union
            select c.sample from eval_call c join eval_answer a on a.call_id = c.id
            where c.run_id = ?3 and a.outcome = 'replied' and a.text like ?2 escape '\'
              and not exists (select 1 from eval_call n where n.run_id = c.run_id and n.model = c.model and n.sample = c.sample and n.repetition = c.repetition and n.try > c.try)
            """);
        rows.With(suiteHash).With($"%{word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%").With(run);
        var places = new HashSet<int>();
        while (rows.Next()) places.Add(rows.Int(0));
        return places;
    });
}
