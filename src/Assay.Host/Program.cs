using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Assay.Adapters.Engines.Child;
using Assay.Adapters.Importers;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using Assay.Adapters.Suites;
using Assay.Host.Cli;
using Assay.Host.Cli.Completion;
using Assay.Units;

namespace Assay.Host;

/// <summary>The composition root: one executable, its commands, and how faults become exit codes.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        if (args.Any(a => a.StartsWith("--applicationName=", StringComparison.Ordinal))) return await RunHosted(args);
        // The hidden side of a local engine: its own process, which loads neither the web nor the command line.
        if (args is ["engine", var model, var folder]) return await EngineServer.Run(model, folder, Console.OpenStandardInput(), Console.OpenStandardOutput());
        return await RunAsync(args, Console.Out, Console.Error);
    }

    /// <summary>What a command may take to end after Ctrl+C: calls that are under way may have been paid for, and end within ten seconds.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(15);

    /// <summary>Apart, so that no command of the command line loads the web.</summary>
    private static async Task<int> RunHosted(string[] args)
    {
        await Web.WebApp.BuildFromHostSettings(args).RunAsync();
        return ExitCode.Done;
    }

    /// <summary>Runs one command line; the tests call it with writers of their own.</summary>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default) =>
        RunAsync(args, Surroundings.OfProcess(output, error), cancellationToken);

    /// <summary>Runs one command line in surroundings of the caller's own.</summary>
    public static async Task<int> RunAsync(string[] args, Surroundings surroundings, CancellationToken cancellationToken = default)
    {
        try
        {
            var root = CommandLine.Create(surroundings);
            if (args is [CompletionScripts.Word, .. var words])
            {
                await surroundings.Output.WriteAsync(CompletionCommand.Answer(root, words, surroundings));
                return ExitCode.Done;
            }
            var parse = root.Parse(args);
            // Help and version answer even where the rest of the line is wrong.
            if ((parse.Action is null or ParseErrorAction || parse.Action == parse.CommandResult.Command.Action) && UsageErrors.Of(parse) is { } fault) throw new CliException(ExitCode.Usage, fault);
            if (parse.Errors.Count == 0 && parse.GetValue(GlobalOptions.Store) is { } store)
                throw new CliException(ExitCode.Usage, $"'--store {store}': PostgreSQL is not available in this version. Leave it out to use the store in the data folder.");
            return await parse.InvokeAsync(new() { Output = surroundings.Output, Error = surroundings.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LastWords }, cancellationToken);
        }
        catch (CliException e)
        {
            return await Fail(surroundings, e.Message, e.ExitCode);
        }
        catch (ImportException e)
        {
            return await Fail(surroundings, string.Join(Environment.NewLine, e.Problems), ExitCode.BadInput);
        }
        catch (SuiteException e)
        {
            return await Fail(surroundings, e.Message, ExitCode.BadInput);
        }
        catch (SettingsException e)
        {
            return await Fail(surroundings, e.Message, ExitCode.BadInput);
        }
        catch (StoreException e)
        {
            return await Fail(surroundings, e.Message, ExitCode.Outside);
        }
        catch (OperationCanceledException)
        {
            return await Fail(surroundings, "Stopped.", ExitCode.Outside);
        }
    }

    private static async Task<int> Fail(Surroundings surroundings, string message, int code)
    {
        // A message quotes what was found in files and addresses.
        await surroundings.Error.WriteLineAsync(string.Join('\n', message.Split('\n').Select(line => Visible.Of(line.TrimEnd('\r')))));
        return code;
    }
}
