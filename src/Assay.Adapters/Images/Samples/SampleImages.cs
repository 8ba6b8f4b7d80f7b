using System.Globalization;
using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>The pictures that ship with the program, and how each is drawn: what is asked about one is known from here.</summary>
public static class SampleImages
{
    private static readonly (SampleImage Sample, Func<Sketch> Draw)[] Drawn =
    [
        (Receipt.Sample, Receipt.Draw), (DeliveryForm.Sample, DeliveryForm.Draw), (TypePlate.Sample, TypePlate.Draw), (CountedShapes.Sample, CountedShapes.Draw),
        (Street.Sample, Street.Draw), (BarChart.Sample, BarChart.Draw), (BoltPlate.Sample, BoltPlate.Draw), (Gauge.Sample, Gauge.Draw), (Clock.Sample, Clock.Draw),
    ];

    public static IReadOnlyList<SampleImage> All { get; } = [.. Drawn.Select(d => d.Sample)];

    public static SampleImage? Find(string? id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>Those that are good for a task.</summary>
    public static IReadOnlyList<SampleImage> For(ModelTask task) => [.. All.Where(s => s.Tasks.Contains(task))];

    /// <summary>The drawing from which the file is made; the same each time.</summary>
    /// <exception cref="ArgumentException">No sample has this id.</exception>
    public static string Svg(string id)
    {
        foreach (var (sample, draw) in Drawn)
            if (sample.Id == id) return draw().Svg();
        throw new ArgumentException($"There is no sample '{id}'; there are {string.Join(", ", All.Select(s => s.Id))}.", nameof(id));
    }

    internal static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
