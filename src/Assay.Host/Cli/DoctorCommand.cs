using System.CommandLine;
using Assay.Host.Cli.Documents;

namespace Assay.Host.Cli;

/// <summary><c>assay doctor</c>: is everything the program stands on in order?</summary>
internal sealed class DoctorCommand : Command
{
    public DoctorCommand(Surroundings surroundings) : base("doctor", "Checks program, data folder, store and catalogue.")
    {
        var urls = new Option<string?>("--urls") { Description = $"Where assay serve would listen. Default: {ServeCommand.DefaultUrl}.", HelpName = "URLS" };
        var call = new Option<string[]>("--call") { Description = "Also put one short question to these models, which costs what it costs: provider/model.", HelpName = "MODEL", AllowMultipleArgumentsPerToken = true };
        Options.Add(urls);
        Options.Add(call);
        SetAction(async (parse, cancellationToken) =>
        {
            var run = new CommandRun(parse, surroundings);
            var asked = parse.GetValue(urls);
            var view = await new Doctor(run.DataFolder, surroundings).Examine(run, asked ?? ServeCommand.DefaultUrl, asked is not null, parse.GetValue(call) ?? [], cancellationToken);
            if (run.Json) run.WriteJson(view, CliJson.Default.DoctorView);
            else run.Write(DoctorDocument.Of(view, run.Quiet));
            return view.Healthy ? ExitCode.Done : ExitCode.Negative;
        });
    }
}
