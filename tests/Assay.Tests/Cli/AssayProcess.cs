using Assay.Host.Cli;
using Assay.Host;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

/// <summary>The command line as a user has it, in a data folder of its own and with a catalogue of invented models.</summary>
internal sealed class AssayProcess : IDisposable
{
    /// <summary>A day on which every invented statement holds.</summary>
    public const string Day = "2025-06-30";

    private readonly string data = Directory.CreateTempSubdirectory("assay-cli-").FullName;

    public string Data => data;
    public string Catalog { get; init; } = Path.Combine(TestData.Folder, "cli-catalog");
    public int Width { get; init; } = 80;
    public bool Colours { get; init; }
    public Dictionary<string, string> Variables { get; init; } = [];
    public TimeProvider Time { get; init; } = TimeProvider.System;

    public async Task<Answer> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings { Output = output, Error = error, Width = Width, Colours = Colours, CatalogFolder = Catalog, Time = Time, WorkingFolder = data, Variables = Variables };
        var code = await Program.RunAsync([.. args, "--data", data], surroundings, TestContext.Current.CancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>On the fixed day, which must succeed and say nothing on standard error.</summary>
    public async Task<string> Output(params string[] args)
    {
        var answer = await Run([.. args, "--as-of", Day]);
        answer.Error.ShouldBeEmpty();
        answer.ExitCode.ShouldBe(ExitCode.Done);
        return answer.Output;
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}

internal sealed record Answer(int ExitCode, string Output, string Error);
