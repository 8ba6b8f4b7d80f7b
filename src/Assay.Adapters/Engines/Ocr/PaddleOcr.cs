using Assay.Adapters.Engines.Native;
using Assay.Adapters.Engines.Pictures;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Ocr;

/// <summary>PP-OCR: finds the lines, turns the picture upright by what its longer lines say, reads each, and puts them in the order of reading.</summary>
internal sealed class PaddleOcr(OnnxModel finding, OnnxModel reading, OnnxModel turning) : IEngine
{
    /// <summary>A line read with less than this is noise more often than text; PaddleOCR's own default.</summary>
    private const float LeastScore = 0.5f;

    private const double Standing = 1.5;
    private const int Voters = 12;

    private readonly TextFinder finder = new(finding);
    private readonly LineReader reader = new(reading);
    private readonly TurnFinder turns = new(turning);

    public EngineReply Run(Pixels picture, double? minScore)
    {
        var (quarters, upright, quads) = Upright(picture);
        var lines = quads.Select(q => (Quad: q, Read: reader.Read(Flat(upright, q))))
            .Where(l => l.Read.Score >= LeastScore && l.Read.Text.Length > 0)
            .Select(l => new PlacedText(l.Read.Text, l.Read.Score, l.Quad)).ToArray();
        var rows = ReadingOrder.Rows(lines);
        return new(string.Join('\n', rows.Select(r => string.Join(' ', r.Select(l => l.Text)))))
        {
            Lines = [.. rows.SelectMany(r => r).Select(l => EngineLine.Of(l.Text, l.Score, l.Quad.Each(p => Turning.Back(p, picture, quarters)), picture))],
        };
    }

    public void Dispose()
    {
        finding.Dispose();
        reading.Dispose();
        turning.Dispose();
    }

    /// <summary>The picture as it is to be read, how far it was turned, and its lines.</summary>
    private (int Quarters, Pixels Picture, IReadOnlyList<Quad> Lines) Upright(Pixels picture)
    {
        var (quarters, turned, quads) = (0, picture, finder.Find(picture));
        if (Area(quads.Where(q => q.Height >= Standing * q.Width)) > Area(quads.Where(q => q.Height < Standing * q.Width)))
        {
            (quarters, turned) = (1, picture.Turn(1));
            quads = finder.Find(turned);
        }
        // The longest lines vote: short ones are often the same from both sides.
        var votes = quads.OrderByDescending(q => q.Width / Math.Max(1, q.Height)).Take(Voters).Select(q => turns.UpsideDown(Flat(turned, q))).ToArray();
        if (votes.Length == 0 || votes.Average() <= 0.5f) return (quarters, turned, quads);
        (quarters, turned) = (quarters + 2, picture.Turn(quarters + 2));
        return (quarters, turned, finder.Find(turned));
    }

    /// <summary>A line lying down; one that still stands after the picture was turned is turned alone.</summary>
    private static Pixels Flat(Pixels picture, Quad quad) => quad.Height >= Standing * quad.Width ? picture.Cut(quad).Turn(3) : picture.Cut(quad);

    private static double Area(IEnumerable<Quad> quads) => quads.Sum(q => q.Width * q.Height);
}
