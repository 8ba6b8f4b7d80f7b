namespace Assay.Adapters.Suites;

/// <summary>A folder is no suite that can be used. Lists every fault up to a bound, each with file, line, reason and fix.</summary>
public sealed class SuiteException : Exception
{
    public SuiteException(IReadOnlyList<string> faults) : base(string.Join('\n', faults)) => Faults = faults;

    public SuiteException(string fault) : this([fault])
    {
    }

    /// <summary>One line each, in the order of files and lines.</summary>
    public IReadOnlyList<string> Faults { get; }
}

/// <summary>Faults as they are found: the first hundred in words, the others counted.</summary>
internal sealed class SuiteFaults
{
    // Whoever has so many has made one mistake over and over.
    private const int Most = 100;

    private readonly List<(string File, int Line, string Text)> faults = [];
    private int more;

    public bool Any => faults.Count > 0;

    public void Add(string file, int line, string text)
    {
        if (faults.Count < Most) faults.Add((file, line, Units.Visible.Line(text, 1_000)));
        else more++;
    }

    /// <exception cref="SuiteException">There are any.</exception>
    public void ThrowIfAny()
    {
        if (!Any) return;
        throw new SuiteException([.. faults.Select(f => $"{f.File}:{f.Line}: {f.Text}"), .. more > 0 ? [$"and {more:#,0} more faults; correct these first"] : Array.Empty<string>()]);
    }
}
