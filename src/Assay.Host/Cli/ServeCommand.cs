using System.CommandLine;
using System.Diagnostics;
using Assay.Adapters.Settings;
using Assay.Host.Catalog;
using Assay.Host.Sync;
using Assay.Host.Web;

namespace Assay.Host.Cli;

/// <summary><c>assay serve</c>: the web app.</summary>
public static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on, parted by semicolons.", DefaultValueFactory = _ => DefaultUrl };
        var worker = new Option<bool>("--worker") { Description = "Only background work. Not available in this version." };
        var command = new Command("serve", "Starts the web app.") { urls, worker };
        command.SetAction(async (parse, cancellationToken) =>
        {
            if (parse.GetValue(worker)) throw new CliException(ExitCode.Usage, "'--worker' is not available in this version: leave it out to start the web app.");
            var started = Stopwatch.GetTimestamp();
            var workspace = new Workspace(GlobalOptions.DataFolder(parse), null, TimeProvider.System);
            var sync = SettingsFile.Read(workspace.DataFolder, Directory.GetCurrentDirectory(), EnvironmentSettings.OfProcess()).Sync;
            await using var app = WebApp.Build([$"--urls={parse.GetValue(urls)}"], () => workspace, TimeProvider.System, builder =>
            {
                OwnNames.Guard(builder.Configuration, parse.GetValue(urls)!);
                builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
                    // A start that fails is told below in one sentence; keys protect nothing here that outlives the process.
                    // Requests are not logged, and what would follow each for a log that nobody keeps costs a twentieth of a kept page.
                    .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
                    .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
                if (sync.Every is not null) SyncSchedule.Add(builder.Services, workspace.Store, sync);
            }, dataFolder: workspace.DataFolder);
            try
            {
                await app.StartAsync(cancellationToken);
            }
            catch (IOException e)
            {
                throw new CliException(ExitCode.Outside, $"'{parse.GetValue(urls)}' cannot be listened on ({e.Message}). Stop what uses it, or give another address with --urls.");
            }
            // The first visitor should not wait for the catalogue.
            var live = app.Services.GetRequiredService<LiveCatalog>();
            var models = live.Current.Models.Count;
            var output = parse.InvocationConfiguration.Output;
            if (!parse.GetValue(GlobalOptions.Quiet))
                await output.WriteLineAsync($"{models} models, ready in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s. Data in {workspace.DataFolder}. Stop with Ctrl+C.");
            // Nor for the past; but it may be worked out while the first page is read.
            _ = Task.Run(() =>
            {
                live.HistoryOn(live.Today);
                // Loading leaves twice the memory behind that the catalogue needs.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            }, cancellationToken);
            await output.WriteLineAsync(string.Join(' ', app.Urls));
            await output.FlushAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
