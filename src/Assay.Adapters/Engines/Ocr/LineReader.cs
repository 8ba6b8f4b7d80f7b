using System.Text;
using Assay.Adapters.Engines.Native;
using Assay.Adapters.Engines.Pictures;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Ocr;

/// <summary>Reads one upright line: for each step along it the model names a letter or none; repeated letters without a none between them are one (CTC).</summary>
internal sealed class LineReader(OnnxModel model)
{
    private const int Height = 48, LeastWidth = 320, MostWidth = 4800, None = 0;

    // What the English models know, where their file does not say: ASCII from 0 to ~, then from ! to /, then the blank.
    private static readonly string Ascii = string.Concat(Enumerable.Range('0', '~' - '0' + 1).Concat(Enumerable.Range('!', '/' - '!' + 1)).Select(c => (char)c)) + " ";

    private readonly string[] letters = [.. (model.Metadata("character") is { } said ? Split(said) : Ascii.Select(c => c.ToString())), " "];

    public ReadLine Read(Pixels line)
    {
        var width = Math.Clamp((int)Math.Ceiling((double)Height * line.Width / line.Height), 1, MostWidth);
        var padded = Math.Max(width, LeastWidth);
        var result = model.Run(Tensors.Line(line.Resize(width, Height), padded), [1, 3, Height, padded]);
        var (steps, classes) = (result.Shape[1], result.Shape[2]);
        var (text, sum, count, before) = (new StringBuilder(), 0f, 0, None);
        for (var step = 0; step < steps; step++)
        {
            var scores = result.Values.AsSpan(step * classes, classes);
            var best = BestOf(scores);
            if (best != None && best != before)
            {
                text.Append(best - 1 < letters.Length ? letters[best - 1] : " ");
                (sum, count) = (sum + scores[best], count + 1);
            }
            before = best;
        }
        return new(text.ToString().Trim(), count == 0 ? 0 : sum / count);
    }

    private static int BestOf(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    private static string[] Split(string said) => said.TrimEnd('\n').Split('\n');
}

/// <param name="Score">Mean of the letters' probabilities, 0 to 1.</param>
internal sealed record ReadLine(string Text, float Score);
