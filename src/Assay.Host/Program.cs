using System.CommandLine;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Host.Cli;

namespace Assay.Host;

/// <summary>The composition root: one executable, its commands, and how faults become exit codes.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args.Any(a => a.StartsWith("--applicationName=", StringComparison.Ordinal)))
        {
            await Web.WebApp.BuildFromHostSettings(args).RunAsync();
            return ExitCode.Done;
        }
        return await RunAsync(args, Console.Out, Console.Error);
    }

    /// <summary>Runs one command line; the tests call it with writers of their own.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Assay: compare AI models on evidence.");
        foreach (var option in GlobalOptions.All) root.Options.Add(option);
        root.Subcommands.Add(ServeCommand.Create());

        var parse = root.Parse(args);
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        try
        {
            if (parse.Errors.Count == 0 && parse.GetValue(GlobalOptions.Store) is { } store)
                throw new CliException(ExitCode.Usage, $"'--store {store}': PostgreSQL is not available in this version. Leave it out to use the store in the data folder.");
            var code = await parse.InvokeAsync(configuration, cancellationToken);
            return parse.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (CliException e)
        {
            return await Fail(error, e.Message, e.ExitCode);
        }
        catch (ImportException e)
        {
            return await Fail(error, string.Join(Environment.NewLine, e.Problems), ExitCode.BadInput);
        }
        catch (StoreException e)
        {
            return await Fail(error, e.Message, ExitCode.Outside);
        }
        catch (OperationCanceledException)
        {
            return await Fail(error, "Stopped.", ExitCode.Outside);
        }
    }

    private static async Task<int> Fail(TextWriter error, string message, int code)
    {
        await error.WriteLineAsync(message);
        return code;
    }
}
