namespace Assay.Drawing.Suites;

/// <summary>Names of no real person, firm or place, and how amounts and days are written.</summary>
internal static class MadeUp
{
    public static readonly string[]
        Shops = ["CORNER GROCER", "MILL LANE STORES", "HARBOUR DELI", "GREEN BASKET", "STATION MARKET"],
        Firms = ["Brightwater Ltd", "Alder & Moss", "Kestrel Works", "Northwick Pumps", "Fernhill Studio", "Copperfield Tools"],
        Towns = ["Northwick", "Hazelmoor", "Sunderley", "Fernhill", "Oakmere", "Brambleton", "Kestrel Bay", "Westerfield"],
        People = ["Ada Brook", "Tom Ferris", "Lena Marsh", "Omar Vance", "Ruth Alder", "Ivo Stone", "Nina Clay", "Paul Reed"];

    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Money(decimal amount) => amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>From 2024 to 2026; the day exists in every month.</summary>
    public static DateOnly Date(Dice dice) => new(dice.Between(2024, 2026), dice.Between(1, 12), dice.Between(1, 28));

    public static string Long(DateOnly date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    public static string Iso(DateOnly date) => $"{date.Year:0000}-{date.Month:00}-{date.Day:00}";
}
