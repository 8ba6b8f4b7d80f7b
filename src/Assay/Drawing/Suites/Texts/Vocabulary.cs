namespace Assay.Drawing.Suites.Texts;

/// <summary>Plain words in small letters, each of one kind only.</summary>
internal static class Vocabulary
{
    public static readonly string[]
        Fruits = ["apple", "cherry", "plum", "pear", "grape", "lemon", "fig", "melon"],
        Tools = ["hammer", "chisel", "wrench", "saw", "pliers", "drill", "trowel", "clamp"],
        Animals = ["heron", "badger", "otter", "salmon", "weasel", "raven", "adder", "beetle"],
        Plain = ["lantern", "river", "copper", "window", "meadow", "ladder", "button", "harbour", "kettle", "saddle", "thunder", "basket", "marble", "velvet", "cabbage", "parrot"];
}
