using Assay.Catalog;
using Assay.Comparison;
using Assay.Search;
using Shouldly;

namespace Assay.Tests.Search;

/// <summary>A catalogue that is asked questions.</summary>
internal sealed class Asked(CatalogSnapshot catalog, TrafficProfile? traffic = null)
{
    public Asked(TestCatalog catalog) : this(catalog.Snapshot()) { }

    public Vocabulary Vocabulary { get; } = new(catalog);

    public IReadOnlyList<Candidate> Candidates { get; } = [.. catalog.Models.Select(m => new Candidate(m, catalog.AsOf, traffic ?? TrafficProfile.Default))];

    public Question Question(string text)
    {
        QuestionReader.TryRead(Vocabulary, text, out var question, out var problem).ShouldBeTrue(problem);
        return question;
    }

    public string Problem(string text)
    {
        QuestionReader.TryRead(Vocabulary, text, out _, out var problem).ShouldBeFalse(text);
        return problem.ShouldNotBeNull();
    }

    /// <summary>"yes: a b; might: c", by the names behind the slash.</summary>
    public string Answer(string text)
    {
        var found = Finder.Find(Candidates, Question(text));
        static string Names(IReadOnlyList<Candidate> models) => string.Join(' ', models.Select(c => c.Model.Id.Split('/')[1]));
        return $"yes: {Names(found.Meet)}; might: {Names(found.Might)}";
    }
}
