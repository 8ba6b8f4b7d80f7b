namespace Assay.Adapters.Importers;

/// <summary>How large and how many things of somebody else's may be. Real snapshots stay far below; what is above is refused by name of the limit.</summary>
internal static class ImportLimits
{
    /// <summary>Bytes of all files of a snapshot: as many as <c>assay sync</c> takes of one answer.</summary>
    public const long SnapshotBytes = 48_000_000;

    /// <summary>Bytes of one file of a curated catalogue, which is about one thing.</summary>
    public const int CuratedFileBytes = 1_000_000;

    public const int Files = 5_000;

    /// <summary>Levels of lists and objects in each other.</summary>
    public const int Depth = 64;

    /// <summary>Characters of a text: a name, a licence, a remark.</summary>
    public const int Text = 2_000;

    /// <summary>Values that are refused one by one, and different notes; a file with more of them is none of its format.</summary>
    public const int Refusals = 100_000;

    public const long Tokens = 1_000_000_000;

    /// <summary>US dollars for our unit of what is paid for. Ten dollars a token: what is below may be a mistake of units, and is for the comparison of sources to find.</summary>
    public const decimal Usd = 10_000_000;

    /// <summary>How far a score may be from 0.</summary>
    public const decimal Score = 1_000_000_000;

    /// <summary>Items of a benchmark.</summary>
    public const int Items = 100_000_000;

    /// <summary>Years in which anything that we compare can have happened or is to happen.</summary>
    public static bool IsYear(int year) => year is >= 2000 and <= 2100;
}
