using System.Text;
using Assay.Adapters.Logs;
using Shouldly;
using Xunit;

namespace Assay.Tests.Logs;

public sealed class RealLogTests
{
    [Fact]
    public void Dump()
    {
        var all = new StringBuilder();
        var root = TestData.Shared("evallogs");
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (var choice in (LogChoice[])[new(), new("named/model")])
            {
                all.AppendLine(Path.GetRelativePath(root, path) + (choice.Model is null ? "" : " --model"));
                all.AppendLine("    " + LogReading.Outcome(path, choice));
                try
                {
                    foreach (var run in LogReading.Read(path, choice))
                    {
                        all.AppendLine($"    {run.Run.Suite.Id} | {run.Run.Suite.Title} | v {run.Run.Suite.Version} | cats {string.Join(",", run.Run.Suite.Categories.Take(3))} | models {string.Join(",", run.Run.Models)} | {run.Run.Created:O} | {run.Run.Origin} | {run.Run.Settings} | sys {run.Run.Suite.System?.Length} | img {run.Images.Count}");
                        foreach (var n in run.Run.Notes) all.AppendLine("      note " + n);
                        var t = run.Run.Trials[0]; var s = run.Run.Samples[0];
                        all.AppendLine($"      {s.Id} [{s.Input.ReplaceLineEndings(" ")[..Math.Min(80, s.Input.Length)]}] -> {string.Join("|", s.Target)[..Math.Min(60, string.Join("|", s.Target).Length)]}");
                        var o = t.Outcome!.ToString()!.ReplaceLineEndings(" ");
                        all.AppendLine($"      {o[..Math.Min(200, o.Length)]} | {t.Score?.ToString()?.ReplaceLineEndings(" ")[..40]} | {t.Scorer} | {t.Usage} | {t.Cost} | {string.Join(",", t.Attempts)}");
                    }
                }
                catch (LogRefusedException) { }
            }
        File.WriteAllText("/tmp/dump.txt", all.ToString());
    }
}
