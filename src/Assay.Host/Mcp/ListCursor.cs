namespace Assay.Host.Mcp;

/// <summary>The cursor of tools whose view is one list: how many items were shown before.</summary>
internal static class ListCursor
{
    /// <summary>Pages of lists end here.</summary>
    private const int Furthest = 9_000;

    /// <summary>0 without one; a cursor that cannot be used is noted as a problem.</summary>
    public static int Read(ToolArguments asked)
    {
        if (asked.Text("cursor") is not { } text) return 0;
        if (Fitting.TryRead(text, out var list, out var from) && list == 0 && from <= Furthest) return from;
        asked.Add([$"cursor '{Units.Visible.Line(text, 40)}' is none that this tool gave: leave it out to begin."]);
        return 0;
    }
}
