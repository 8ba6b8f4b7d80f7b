using System.Text;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Runs;

/// <summary>People's labels stand beside the scores: they measure a judge and change nothing.</summary>
public sealed class RunLabelTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunStore runs;
    private readonly Run run;

    /// <summary>Ten answers of one model: six right by the score, the eighth unscored, the last not answered.</summary>
    public RunLabelTests()
    {
        runs = new(Store.Open(folder.In("assay.db")));
        var trials = Enumerable.Range(0, 10).Select(i => new RecordedTrial
        {
            Key = new(0, i, 0), Outcome = i == 9 ? new CallOutcome.Failed(new(FailureKind.ProviderError, "500")) : new CallOutcome.Replied("x", StopReason.Complete),
            Score = i == 9 ? null : i == 7 ? new Score.Unscored("The judge did not end with a verdict.") : i < 6 ? Score.Pass("right") : Score.Fail("wrong"), Scorer = "judge 1",
        });
        var kept = runs.Import(new()
        {
            Suite = new() { Id = "essays", Version = "1", Title = "Essays", Licence = "MIT", Categories = ["all"], DefaultScorer = new("judge") },
            Samples = [.. Enumerable.Range(0, 10).Select(i => new Sample { Place = i, Id = $"s{i}", Category = "all", Input = $"{i}?", Target = ["x"] })],
            Models = ["a/one"], Settings = new(), Trials = [.. trials], Origin = new("inspect", "a.json", new string('a', 64), null),
        });
        run = runs.Find(kept.Run)!;
    }

    private IReadOnlyList<HumanLabel> Read(string csv) => LabelFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "labels.csv", run, id => int.TryParse(id.AsSpan(1), out var at) && at < 10 ? at : null, null);

    private TrialState State(TrialKey key) => runs.Results(run.Id).First(r => r.Key == key).State;

    [Fact]
    public void Agreement_is_kappa_with_an_interval_and_the_answers_they_differ_on()
    {
        var labels = Read("sample,label,person\ns0,pass,Ann\ns1,pass,Ann\ns2,pass,Ann\ns3,pass,Ann\ns4,pass,Ann\ns5,fail,Ann\ns6,fail,Ann\ns8,pass,Ann\ns7,pass,Ann\n");
        new RunLabels(runs).Put(run.Id, labels).ShouldBeEmpty();
        var agreement = LabelAgreement.Of(new RunLabels(runs).Of(run.Id), State).ShouldHaveSingleItem();
        (agreement.Person, agreement.Items, agreement.BothRight, agreement.BothWrong, agreement.WithoutVerdict).ShouldBe(("Ann", 8, 5, 1, 1));
        agreement.OnlyScore.ShouldBe([new TrialKey(0, 5, 0)]);
        agreement.OnlyPerson.ShouldBe([new TrialKey(0, 8, 0)]);
        // Six of eight alike; chance alike 6/8 · 6/8 + 2/8 · 2/8 = 0.625; (0.75 − 0.625) / 0.375.
        var kappa = agreement.Kappa.ShouldBeOfType<Inference<Agreement>.Estimated>().Value;
        kappa.Kappa.Value.ShouldBe(1.0 / 3, 1e-12);
        kappa.Kappa.Low.ShouldBeLessThan(0);
        kappa.Kappa.High.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Full_agreement_is_told_without_an_invented_interval()
    {
        new RunLabels(runs).Put(run.Id, Read("sample,label\ns0,pass\ns6,fail\n"));
        LabelAgreement.Of(new RunLabels(runs).Of(run.Id), State)[0].Kappa.ShouldBeOfType<Inference<Agreement>.NotEnough>().Why.ShouldContain("kappa is 1");
    }

    [Fact]
    public void A_second_word_of_a_person_takes_the_place_of_the_first_and_no_score_changes()
    {
        var before = runs.Results(run.Id);
        new RunLabels(runs).Put(run.Id, Read("sample,label\ns0,pass\n"));
        new RunLabels(runs).Put(run.Id, Read("sample,label\ns0,fail\n"));
        new RunLabels(runs).Of(run.Id).ShouldHaveSingleItem().Passed.ShouldBeFalse();
        runs.Results(run.Id).ShouldBe(before);
    }

    [Fact]
    public void Labels_of_calls_without_an_answer_are_refused_and_nothing_is_kept()
    {
        new RunLabels(runs).Put(run.Id, Read("sample,label\ns0,pass\ns9,fail\n")).ShouldHaveSingleItem().Key.Sample.ShouldBe(9);
        new RunLabels(runs).Of(run.Id).ShouldBeEmpty();
    }

    [Fact]
    public void A_note_says_why_and_goes_with_the_word_it_is_of()
    {
        var labels = new RunLabels(runs);
        labels.Put(run.Id, Read("sample,label,person,note\ns0,fail,Ann,\"It says x, and means y.\nSee the target.\"\ns1,pass,Ann,\n"));
        labels.Of(run.Id).Select(l => l.Note).ShouldBe(["It says x, and means y.\nSee the target.", null]);
        labels.Put(run.Id, Read("sample,label,person\ns0,pass,Ann\n"));
        labels.Of(run.Id)[0].Note.ShouldBeNull("it was of the word that was taken back");
        Should.Throw<ImportException>(() => Read($"sample,label,note\ns0,pass,{new string('n', 1001)}\n")).Message.ShouldContain("labels.csv:2: The note has 1,001 letters; allowed are at most 1,000. Shorten it.");
        Read($"sample,label,note\ns0,pass,{new string('n', 1000)}\n").ShouldHaveSingleItem().Note!.Length.ShouldBe(1000);
    }

    [Fact]
    public void Labels_change_no_figure_so_the_run_stays_at_its_version()
    {
        var (version, labelled) = (runs.Version(run.Id), runs.LabelsVersion(run.Id));
        new RunLabels(runs).Put(run.Id, Read("sample,label\ns0,fail\n"));
        runs.Version(run.Id).ShouldBe(version);
        runs.LabelsVersion(run.Id).ShouldBe(labelled + 1);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("sample,verdict\n", "labels.csv:1: the heading is 'sample,verdict'")]
    [InlineData("sample,label\ns0,right\n", "labels.csv:2: 'right' is no label; allowed: pass, fail.")]
    [InlineData("sample,label\ns77,pass\n", "labels.csv:2: the suite has no sample 's77'.")]
    [InlineData("sample,label,model\ns0,pass,b/two\n", "the run has no model 'b/two'; allowed: a/one.")]
    [InlineData("sample,label,repetition\ns0,pass,2\n", "'2' is no repetition of this run; allowed: 1 to 1.")]
    [InlineData("sample,label\ns0,pass\ns0,fail\n", "labels.csv:3: a second label")]
    [InlineData("sample,label\ns0\n", "labels.csv:2: 1 fields where the heading has 2.")]
    public void What_is_no_label_is_told_with_its_line(string csv, string says) => Should.Throw<ImportException>(() => Read(csv)).Message.ShouldContain(says);

    public void Dispose() => folder.Dispose();
}
