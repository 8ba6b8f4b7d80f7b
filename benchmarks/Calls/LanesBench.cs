namespace Assay.Bench.Calls;

internal static class LanesBench
{
    public static Task RunAsync(string address) => Task.CompletedTask;
}
