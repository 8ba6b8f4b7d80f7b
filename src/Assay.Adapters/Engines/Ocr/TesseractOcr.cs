using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Ocr;

/// <summary>Tesseract, where the system has it: its own program, fed with the picture and asked for the text.</summary>
internal sealed class TesseractOcr : IEngine
{
    public const string Program = "tesseract";

    public EngineReply Run(Pixels picture, double? minScore)
    {
        var start = new ProcessStartInfo(Program, ["stdin", "stdout", "-l", "eng", "--psm", "3"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        // Its own threads are slower than none on pictures of this size.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = Start(start);
        var (said, complaints) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(Encoding.ASCII.GetBytes($"P6\n{picture.Width} {picture.Height}\n255\n"));
            input.Write(picture.Rgb);
        }
        catch (IOException)
        {
            // It ended before it had read all; what it says is more than the broken pipe.
        }
        process.WaitForExit();
        return process.ExitCode == 0 ? new(Lines(said.Result)) : throw new EngineException($"tesseract ended with {process.ExitCode}: {complaints.Result.ReplaceLineEndings(" ").Trim()}");
    }

    public void Dispose()
    {
        // The program ends with each picture.
    }

    /// <summary>Whether the system has it.</summary>
    public static bool IsThere() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => p.Length > 0 && (File.Exists(Path.Combine(p, Program)) || File.Exists(Path.Combine(p, Program + ".exe"))));

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l != "\f"));

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new EngineException("tesseract is not installed. Install it (Debian: apt install tesseract-ocr), or use another model.", e);
        }
    }
}
