using Assay.Evaluation;
using Assay.Evaluation.Reports;

namespace Assay.Host.Evaluation;

/// <summary>What people say of the answers of a run, and how far one scoring of it agrees with them.</summary>
public sealed record RunLabelling(ILookup<int, HumanLabel> BySample, IReadOnlyList<EvalAgreementView> People)
{
    public static RunLabelling Of(RunReport report, IReadOnlyList<HumanLabel> labels) =>
        new(labels.ToLookup(l => l.Key.Sample), [.. LabelAgreement.Of(labels, key => report.Models[key.Model].Items.State(key.Sample, key.Repetition)).Select(a => EvalViews.Agreement(a, report.Items))]);
}
