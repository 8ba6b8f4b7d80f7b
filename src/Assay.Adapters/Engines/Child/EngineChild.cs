using System.Diagnostics;
using System.Text.Json;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Child;

/// <summary>A running child process, seen from its parent.</summary>
internal sealed class EngineChild : IDisposable
{
    private const int KeptLines = 12, SignalBase = 128;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly Queue<string> complaints = new();

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public EngineChild(EngineProgram program, string model, string root)
    {
        var start = new ProcessStartInfo(program.File, [.. program.Arguments, model, root]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // A small heap that is given back: the weights lie outside it.
        (start.Environment["DOTNET_gcServer"], start.Environment["DOTNET_GCConserveMemory"]) = ("0", "7");
        process = new() { StartInfo = start };
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        Id = process.Id;
        process.BeginErrorReadLine();
    }

    public int Id { get; }

    /// <summary>True for one that was given up, too: whoever only looks on must not fail for that.</summary>
    public bool HasExited
    {
        get
        {
            try
            {
                return process.HasExited;
            }
            catch (InvalidOperationException)
            {
                return true;
            }
        }
    }

    /// <summary>Bytes; 0 where it has ended.</summary>
    public long Memory
    {
        get
        {
            try
            {
                process.Refresh();
                return process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <summary>Sends a picture; false where the child is gone.</summary>
    public async Task<bool> Send(Pixels picture, double? minScore)
    {
        try
        {
            await Frame.Write(process.StandardInput.BaseStream, JsonSerializer.SerializeToUtf8Bytes(new(picture.Width, picture.Height, minScore), EngineJson.Default.EngineRequest), picture.Rgb);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The next answer; null where the child is gone or says something else. Waits for as long as it lives: who does not want to wait kills it.</summary>
    public async Task<EngineAnswer?> Receive()
    {
        try
        {
            return await Frame.Read(process.StandardOutput.BaseStream) is { } frame ? JsonSerializer.Deserialize(frame.Header, EngineJson.Default.EngineAnswer) : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            Keep(e.Message);
            return null;
        }
    }

    /// <summary>Ends it at once, with what it started.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended already.
        }
    }

    /// <summary>Lets it end by itself, and ends it where it does not.</summary>
    public async Task Stop()
    {
        try
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(Grace);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            Kill();
        }
    }

    /// <summary>How it ended and what it said last, for the words of a failure.</summary>
    public async Task<string> End()
    {
        Kill();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Grace);
        }
        catch (TimeoutException)
        {
            return "it does not end";
        }
        var how = process.ExitCode > SignalBase && !OperatingSystem.IsWindows() ? $"signal {process.ExitCode - SignalBase}" : $"exit code {process.ExitCode}";
        lock (complaints) return complaints.Count == 0 ? how : $"{how}; its last words: {string.Join(" / ", complaints)}";
    }

    public void Dispose() => process.Dispose();

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (complaints)
        {
            if (complaints.Count == KeptLines) complaints.Dequeue();
            complaints.Enqueue(line.Trim());
        }
    }
}
