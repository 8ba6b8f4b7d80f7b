using Assay.Statistics;
using Shouldly;

namespace Assay.Tests.Statistics;

internal static class InferenceAssertions
{
    public static T ShouldBeEstimated<T>(this Inference<T> inference) where T : notnull => inference.ShouldBeOfType<Inference<T>.Estimated>().Value;

    public static string ShouldBeNotEnough<T>(this Inference<T> inference) where T : notnull => inference.ShouldBeOfType<Inference<T>.NotEnough>().Why;
}
