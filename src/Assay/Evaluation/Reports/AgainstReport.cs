namespace Assay.Evaluation.Reports;

/// <summary>Two runs side by side: what each model that is in both made of the items of both.</summary>
public static class AgainstReport
{
    /// <summary>For each item here its place there; null where it is not there.</summary>
    public static IReadOnlyList<int?> Places(SuiteItems here, SuiteItems there) => [.. here.Ids.Select(there.Find)];

    /// <summary>The model as it fares on the items of another suite.</summary>
    public static ModelReport At(ModelReport model, IReadOnlyList<int?> places) => model with { Items = model.Items.At(places) };

    /// <summary>Models of the same name, this run minus the other; p corrected over all of them.</summary>
    /// <param name="here">This run.</param>
    /// <param name="there">The run it is held against.</param>
    /// <param name="places">As of <see cref="Places"/>; null where both are of the same suite.</param>
    public static IReadOnlyList<(ModelReport Here, ModelReport There, PairTest Test)> Of(RunReport here, RunReport there, IReadOnlyList<int?>? places)
    {
        var both = here.Models.Select(m => (Here: m, There: there.Models.FirstOrDefault(o => o.Name == m.Name))).Where(p => p.There is not null)
            .Select(p => (p.Here, There: places is null ? p.There! : At(p.There!, places))).ToArray();
        var tests = PairTest.Correct([.. both.Select(p => PairTest.Of(p.Here, p.There, here.Items, here.Items.All))]);
        return [.. both.Select((p, i) => (p.Here, p.There, tests[i]))];
    }
}
