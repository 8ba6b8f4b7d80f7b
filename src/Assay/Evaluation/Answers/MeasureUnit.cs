namespace Assay.Evaluation.Answers;

/// <summary>A unit of measurement. Units of one kind are converted exactly; money is not converted.</summary>
/// <param name="Kind">What is measured; of money the currency.</param>
/// <param name="Factor">How many of the kind's smallest unit one is.</param>
internal sealed record MeasureUnit(string Name, string Kind, decimal Factor)
{
    private static readonly Dictionary<string, MeasureUnit> Known = Table();

    /// <summary>Names that are words of prose too: they count only where the passage goes on with punctuation or ends.</summary>
    private static readonly HashSet<string> Doubtful = new(StringComparer.Ordinal) { "in", "m", "s", "h", "l", "g", "t", "c", "min", "second", "p", "k" };

    /// <summary>Every name, for messages.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    public static MeasureUnit? Find(string name) => Known.GetValueOrDefault(name.Trim().ToLowerInvariant());

    public static bool IsDoubtful(string name) => Doubtful.Contains(name);

    private static Dictionary<string, MeasureUnit> Table()
    {
        Dictionary<string, MeasureUnit> table = new(StringComparer.Ordinal);
        void Add(string kind, decimal factor, params string[] names)
        {
            var unit = new MeasureUnit(names[0], kind, factor);
            foreach (var name in names) table[name] = unit;
        }
        Add("length", 1, "μm", "um", "micron", "microns");
        Add("length", 1_000, "mm", "millimeter", "millimeters", "millimetre", "millimetres");
        Add("length", 10_000, "cm", "centimeter", "centimeters", "centimetre", "centimetres");
        Add("length", 1_000_000, "m", "meter", "meters", "metre", "metres");
        Add("length", 1_000_000_000, "km", "kilometer", "kilometers", "kilometre", "kilometres");
        Add("length", 25_400, "in", "inch", "inches", "\"");
        Add("length", 304_800, "ft", "foot", "feet");
        Add("length", 914_400, "yd", "yard", "yards");
        Add("length", 1_609_344_000, "mi", "mile", "miles");
        Add("mass", 1, "μg");
        Add("mass", 1_000, "mg", "milligram", "milligrams");
        Add("mass", 1_000_000, "g", "gram", "grams", "gr");
        Add("mass", 1_000_000_000, "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms");
        Add("mass", 1_000_000_000_000, "t", "tonne", "tonnes");
        Add("mass", 453_592_370, "lb", "lbs", "pound-mass");
        Add("mass", 28_349_523.125m, "oz", "ounce", "ounces");
        Add("volume", 1, "ml", "milliliter", "milliliters", "millilitre", "millilitres");
        Add("volume", 10, "cl");
        Add("volume", 1_000, "l", "liter", "liters", "litre", "litres");
        Add("time", 1, "ms", "millisecond", "milliseconds");
        Add("time", 1_000, "s", "sec", "secs", "second", "seconds");
        Add("time", 60_000, "min", "mins", "minute", "minutes");
        Add("time", 3_600_000, "h", "hr", "hrs", "hour", "hours");
        Add("time", 86_400_000, "d", "day", "days");
        Add("time", 604_800_000, "week", "weeks");
        Add("angle", 1, "°", "degree", "degrees", "deg");
        Add("celsius", 1, "°c");
        Add("fahrenheit", 1, "°f");
        Add("percent", 1, "%", "percent", "pct");
        Add("dollar", 1, "$", "usd", "dollar", "dollars", "us$");
        Add("dollar", 0.01m, "cent", "cents", "¢");
        Add("euro", 1, "€", "eur", "euro", "euros");
        Add("pound", 1, "£", "gbp", "pound sterling");
        Add("pound", 0.01m, "p", "pence");
        Add("yen", 1, "¥", "jpy", "yen");
        Add("power", 1, "w", "watt", "watts");
        Add("power", 1_000, "kw", "kilowatt", "kilowatts");
        Add("voltage", 1, "v", "volt", "volts");
        Add("data", 1, "byte", "bytes");
        Add("data", 1_000, "kb");
        Add("data", 1_000_000, "mb");
        Add("data", 1_000_000_000, "gb");
        return table;
    }
}
