namespace Assay.Charts;

/// <summary>A picture of figures: drawn into a page (<see cref="ToSvg"/>), or by itself as a file (<see cref="ChartPicture"/>).</summary>
public abstract record Chart
{
    /// <summary>Unique on the page.</summary>
    public required string Id { get; init; }

    /// <summary>What the chart shows, for those who hear it.</summary>
    public required string Title { get; init; }

    /// <summary>What there is to see, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>Its class in the style sheet.</summary>
    internal abstract string Kind { get; }

    /// <summary>Pixels.</summary>
    internal abstract int Height { get; }

    /// <summary>Some of its marks lead to entries of the page.</summary>
    internal virtual bool HasLinks => false;

    internal abstract void Draw(Pen pen);

    /// <summary>For a page: as wide as there is room, with the colours of the page's style sheet.</summary>
    /// <exception cref="ArgumentException">There is nothing to draw, or a value has no place on its axis.</exception>
    /// <exception cref="InvalidOperationException">There are more series than can be told apart.</exception>
    public string ToSvg()
    {
        var svg = new Svg(Id, Kind, Height, Title, Description, HasLinks);
        Draw(svg);
        return svg.End();
    }
}
