using Assay.Units;

namespace Assay.Adapters.Logs;

/// <summary>A log cannot be taken as a run; nothing of it was. The message says what it lacks, and what to do.</summary>
public sealed class LogRefusedException : Exception
{
    private const int Longest = 1_000;

    public LogRefusedException(string reason, Exception? inner = null) : base(Visible.Line(reason, Longest), inner)
    {
    }
}
