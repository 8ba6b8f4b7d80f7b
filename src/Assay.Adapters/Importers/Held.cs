namespace Assay.Adapters.Importers;

/// <summary>The days on which a source says a statement held.</summary>
/// <param name="From">First day; null: from the day of the snapshot on.</param>
/// <param name="To">First day it no longer held; null: it still does.</param>
internal readonly record struct Held(DateOnly? From, DateOnly? To)
{
    /// <summary>
    /// Stands for "from the beginning": a list that gives only the end of a first price. No model that these lists price was sold before.
    /// </summary>
    private static readonly DateOnly Beginning = new(2020, 1, 1);

    /// <summary>
    /// A first price without a start. One that has ended held from the beginning; one that still holds is only known to hold now,
    /// as is everything else in a list of one day.
    /// </summary>
    public static Held Until(DateOnly end, DateOnly asOf) => new(end <= asOf ? Beginning : null, end);

    /// <summary>What a reader must know of the start.</summary>
    public string? Note => From == Beginning ? $"a first price whose start the source does not tell; it held until {To:yyyy-MM-dd}" : null;
}
