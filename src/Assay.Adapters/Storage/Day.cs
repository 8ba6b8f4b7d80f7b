namespace Assay.Adapters.Storage;

/// <summary>A day as the store writes it: the integer 20260702.</summary>
internal static class Day
{
    public static int Write(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    public static DateOnly Read(int day) => new(day / 10_000, day / 100 % 100, day % 100);

    public static DateOnly? Read(int? day) => day is { } known ? Read(known) : null;
}
