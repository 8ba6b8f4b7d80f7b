using System.CommandLine;
using Assay.Host.Cli.Documents;

namespace Assay.Host.Cli;

/// <summary><c>assay doctor</c>: is everything the program stands on in order?</summary>
internal sealed class DoctorCommand : Command
{
    public DoctorCommand(Surroundings surroundings) : base("doctor", "Checks program, data folder, store and catalogue.") =>
        SetAction(parse =>
        {
            var run = new CommandRun(parse, surroundings);
            var view = new Doctor(run.DataFolder, surroundings).Examine();
            if (run.Json) run.WriteJson(view, CliJson.Default.DoctorView);
            else run.Write(DoctorDocument.Of(view, run.Quiet));
            return view.Healthy ? ExitCode.Done : ExitCode.Negative;
        });
}
