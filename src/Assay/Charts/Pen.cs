namespace Assay.Charts;

/// <summary>What charts draw with. Across, places are shares of the width; down, they are pixels. How a mark looks is told by its class, see <see cref="ChartStyle"/>.</summary>
internal abstract class Pen
{
    public abstract void Line(double x1, double y1, double x2, double y2, string css);

    /// <param name="hint">What the dot says in full: shown by the browser when pointed at.</param>
    /// <param name="entry">The entry that the dot links to, if any.</param>
    public abstract void Dot(double x, double y, double radius, string css, string hint, string? entry = null);

    /// <param name="place">Of a model in its comparison, from 0: its shape and colour.</param>
    /// <param name="hint">What the mark says in full.</param>
    public abstract void Mark(double x, double y, int place, string hint);

    /// <summary>Marks up to <see cref="Close"/> belong together; a null key does nothing.</summary>
    public virtual void Open(string? key) { }

    public virtual void Close(string? key) { }

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c> of the text stands at the place.</param>
    /// <param name="shift">Pixels to the right, whatever the width.</param>
    /// <param name="longest">Letters for which there is room: what is longer is cut, and stands whole in its title.</param>
    public abstract void Words(double x, double y, string words, string css, string anchor = "start", double shift = 0, int longest = LongestText);

    // Text in a chart does not break: what is longer than any line is cut, and stands whole in the table beside it.
    protected const int LongestText = 60;
}
