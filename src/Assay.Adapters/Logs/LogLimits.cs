namespace Assay.Adapters.Logs;

/// <summary>How large and how many things of somebody else's log may be. Real logs stay far below; what is above is refused by name of the limit.</summary>
internal static class LogLimits
{
    /// <summary>Bytes of one file. A log is read piece by piece, so this is not memory.</summary>
    public const long FileBytes = 8_000_000_000;

    /// <summary>Bytes of one record: a sample with its messages, a line. It is held whole.</summary>
    public const int PieceBytes = 256_000_000;

    /// <summary>Bytes of the few small files that are read whole.</summary>
    public const int SmallFileBytes = 48_000_000;

    /// <summary>Levels of lists and objects in each other; agents that call agents nest deeper than price lists do.</summary>
    public const int Depth = 256;

    /// <summary>Entries of a zip file.</summary>
    public const int Entries = 2_000_000;

    /// <summary>Bytes that all entries of a zip file may come to, unpacked.</summary>
    public const long UnpackedBytes = 32_000_000_000;

    /// <summary>How many times larger than packed an entry may become once it is larger than <see cref="BombBytes"/>. JSON packs to a twentieth, rarely to a hundredth.</summary>
    public const int Ratio = 500;

    /// <summary>Bytes, unpacked, up to which the ratio does not matter: a megabyte of blanks does no harm.</summary>
    public const long BombBytes = 10_000_000;

    public const int Samples = 500_000;

    public const int Trials = 2_000_000;

    public const int Repetitions = 1_000;

    public const int Models = 1_000;

    /// <summary>Bytes of all images of one log.</summary>
    public const long ImageBytes = 1_000_000_000;

    /// <summary>Characters of a name: a model, a task, an id.</summary>
    public const int Name = 500;

    /// <summary>Characters of a category.</summary>
    public const int Category = 80;

    /// <summary>Files and folders looked at in one folder.</summary>
    public const int Files = 200_000;

    /// <summary>How far below the named folder files are looked for.</summary>
    public const int FolderDepth = 16;

    /// <summary>Bytes at the beginning of a file by which its format is told.</summary>
    public const int Head = 65_536;

    public const long Tokens = 1_000_000_000_000;

    /// <summary>US dollars that one trial may have cost.</summary>
    public const decimal Usd = 1_000_000;
}
