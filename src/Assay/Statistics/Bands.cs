namespace Assay.Statistics;

/// <summary>The three bands in which shares of passed items are told.</summary>
public enum Band
{
    NotDecided = 0,

    /// <summary>Below 40 %.</summary>
    Lower = 1,

    /// <summary>40 % to below 75 %.</summary>
    Middle = 2,

    /// <summary>75 % and above.</summary>
    Upper = 3,
}

public static class Bands
{
    /// <summary>On exact ratios: 50 of 67 is 74.63 % and lies in the middle band, however it is rounded.</summary>
    /// <param name="percent">0 to 100.</param>
    public static Band Of(decimal percent) => percent >= 75 ? Band.Upper : percent >= 40 ? Band.Middle : Band.Lower;

    /// <param name="passed">0 to <paramref name="items"/>.</param>
    /// <param name="items">1 and above.</param>
    public static Band Of(int passed, int items) => Of(100m * passed / items);

    public static string Words(Band band) => band switch
    {
        Band.Upper => "upper band (75 % and more)",
        Band.Middle => "middle band (40 % to less than 75 %)",
        Band.Lower => "lower band (less than 40 %)",
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, "Not a band."),
    };
}
