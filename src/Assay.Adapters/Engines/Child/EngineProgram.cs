namespace Assay.Adapters.Engines.Child;

/// <summary>How an engine's process is started: the name of the model and the folder of the files are added.</summary>
/// <param name="File">The executable.</param>
/// <param name="Arguments">Before the name.</param>
public sealed record EngineProgram(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>This executable, wherever it runs: on its own, or as a library under <c>dotnet</c> or a program of tests.</summary>
    /// <param name="name">The executable's name, without folder and ending: <c>assay</c>.</param>
    public static EngineProgram Of(string name)
    {
        string[] arguments = ["engine"];
        if (Environment.ProcessPath is { } running && Path.GetFileNameWithoutExtension(running) == name) return new(running, arguments);
        var beside = Path.Combine(AppContext.BaseDirectory, name + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return System.IO.File.Exists(beside) ? new(beside, arguments) : new("dotnet", [Path.Combine(AppContext.BaseDirectory, name + ".dll"), .. arguments]);
    }
}

/// <summary>What an engine's process may take.</summary>
public sealed record EngineLimits
{
    /// <summary>To load a model.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For one picture.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Without work, after which the process ends.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of resident memory: a process that passes it is ended.</summary>
    public long Memory { get; init; } = 1_500_000_000;

    /// <summary>Crashes within <see cref="CrashWindow"/> after which a pause comes before the next start, twice as long each time.</summary>
    public int Crashes { get; init; } = 3;

    public TimeSpan CrashWindow { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(10);
}
