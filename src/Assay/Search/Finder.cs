namespace Assay.Search;

/// <summary>The models that meet a question, and apart from them those that might: where nobody says, or not precisely enough.</summary>
public sealed record Found(IReadOnlyList<Candidate> Meet, IReadOnlyList<Candidate> Might);

/// <summary>Asks every model a question.</summary>
public static class Finder
{
    public static Found Find(IEnumerable<Candidate> candidates, Question question)
    {
        var (meet, might) = (new List<Candidate>(), new List<Candidate>());
        foreach (var candidate in candidates)
        {
            var truth = question.Of(candidate);
            if (truth is not Truth.No) (truth is Truth.Yes ? meet : might).Add(candidate);
        }
        return new(meet, might);
    }

    /// <summary>Where nothing meets the question: the clause without which most models do, and how many. Null where no single clause is to blame.</summary>
    public static (Question Clause, int Models)? Strictest(IReadOnlyCollection<Candidate> candidates, Question question)
    {
        (Question Clause, int Models)? strictest = null;
        if (question.Clauses.Count < 2) return null;
        foreach (var clause in question.Clauses)
        {
            var rest = Question.AllOf(question.Clauses.Where(c => !ReferenceEquals(c, clause)));
            var models = candidates.Count(c => rest.Of(c) is Truth.Yes);
            if (models > (strictest?.Models ?? 0)) strictest = (clause, models);
        }
        return strictest;
    }

    /// <summary>By a field that has an order. Unknown goes last whichever way: unknown is never the most or the least. Among equals by id.</summary>
    public static IEnumerable<Candidate> Sorted(IEnumerable<Candidate> candidates, Field field, bool down)
    {
        var keyed = candidates.Select(c => (Candidate: c, Span: field.Read(c) as Reading.Span)).OrderBy(x => x.Span is null);
        var sorted = down ? keyed.ThenByDescending(x => x.Span?.Low) : keyed.ThenBy(x => x.Span?.Low);
        return sorted.ThenBy(x => x.Candidate.Model.Id, StringComparer.Ordinal).Select(x => x.Candidate);
    }
}
