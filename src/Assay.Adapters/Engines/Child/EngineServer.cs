using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;

namespace Assay.Adapters.Engines.Child;

/// <summary>The child's side: loads one engine and answers one picture after the other, until its input ends.</summary>
public static class EngineServer
{
    private const int Done = 0, Faulty = 1;

    private const int MostThreads = 4;

    /// <summary>Runs until the parent closes the input or is gone.</summary>
    /// <param name="name">A <see cref="LocalModel"/>.</param>
    /// <param name="root">The folder of the engines' files.</param>
    /// <param name="input">Frames from the parent.</param>
    /// <param name="output">Frames to it; nothing else may be written there.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string name, string root, Stream input, Stream output)
    {
        if (LocalModel.Find(name) is not { } model)
        {
            await Say(output, new() { Error = $"'{name}' is no local engine." });
            return Faulty;
        }
        try
        {
            using var engine = model.Load(new(new(root), Math.Clamp(Environment.ProcessorCount, 1, MostThreads)));
            await Say(output, new());
            using var frames = Listen(input);
            foreach (var frame in frames.GetConsumingEnumerable()) await Say(output, Answer(engine, frame));
            return Done;
        }
        catch (EngineException e)
        {
            await Say(output, new() { Error = e.Message });
            return Faulty;
        }
        catch (IOException)
        {
            return Faulty; // The parent is gone, and nobody is there to be told.
        }
    }

    /// <summary>Reads on a thread of its own, so that the end of the parent ends the process in the middle of the work, too.</summary>
    private static BlockingCollection<Frame> Listen(Stream input)
    {
        var frames = new BlockingCollection<Frame>();
        var thread = new Thread(() =>
        {
            while (Frame.Read(input).GetAwaiter().GetResult() is { } frame) frames.Add(frame);
            Environment.Exit(Done);
        })
        { IsBackground = true, Name = "parent" };
        thread.Start();
        return frames;
    }

    private static EngineAnswer Answer(IEngine engine, Frame frame)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var request = JsonSerializer.Deserialize(frame.Header, EngineJson.Default.EngineRequest)!;
            if ((long)request.Width * request.Height * 3 != frame.Body.Length || request.Width < 1 || request.Height < 1)
                return new() { Error = $"{frame.Body.Length} bytes are no picture of {request.Width} × {request.Height} pixels." };
            var reply = engine.Run(new Pixels(request.Width, request.Height, frame.Body), request.MinScore);
            return new() { Text = reply.Text, Lines = reply.Lines, Milliseconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1) };
        }
        catch (EngineException e)
        {
            return new() { Error = e.Message };
        }
    }

    private static Task Say(Stream output, EngineAnswer answer) => Frame.Write(output, JsonSerializer.SerializeToUtf8Bytes(answer, EngineJson.Default.EngineAnswer), default);
}
