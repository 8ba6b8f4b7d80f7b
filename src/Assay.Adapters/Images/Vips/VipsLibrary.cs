using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace Assay.Adapters.Images.Vips;

/// <summary>
/// libvips in this process: decodes, turns, resizes and encodes. Loaded once, set up so that a file from outside reaches no more of it than
/// the five readers that are fuzzed by their makers, and that it keeps nothing between two images. Safe for use by many threads.
/// </summary>
public sealed unsafe class VipsLibrary
{
    /// <summary>Names a library file to use instead of any other.</summary>
    public const string Variable = "ASSAY_LIBVIPS";

    /// <summary>The first with all that is used here (<c>keep</c> of the encoders).</summary>
    internal const int OldestMajor = 8, OldestMinor = 15;

    /// <summary>Loaders that may run. SVG is for drawings of our own: no file from outside is ever given to it.</summary>
    private static readonly string[] Allowed = ["Jpeg", "Png", "Webp", "Nsgif", "Tiff", "Svg"];

    private static readonly Lock Gate = new();
    private static VipsLibrary? loaded;

    private VipsLibrary(VipsFunctions call, string origin)
    {
        (Call, Origin) = (call, origin);
        Version = new(call.Version(0), call.Version(1), call.Version(2));
    }

    public Version Version { get; }

    /// <summary>The file that was loaded, or <c>the system's libvips.so.42</c>.</summary>
    public string Origin { get; }

    /// <summary>For people: <c>libvips 8.18.7 (the system's libvips.so.42)</c>.</summary>
    public string Description => $"libvips {Version} ({Origin})";

    internal VipsFunctions Call { get; }

    /// <summary>The library: that of <see cref="Variable"/>, else the system's where recent enough, else the installed one.</summary>
    /// <param name="installed">Where an installed library lies, or would lie; null where none is to be had for this platform.</param>
    /// <param name="missing">What was looked for, and what to do; null where one was found.</param>
    /// <remarks>Once one is loaded it stays for the life of the process, whatever is asked for later.</remarks>
    public static VipsLibrary? Find(string? installed, out string? missing)
    {
        lock (Gate)
        {
            missing = null;
            if (loaded is not null) return loaded;
            var faults = new List<string>();
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) TryLoad(named, named, faults, out loaded);
            else
            {
                var system = OperatingSystem.IsMacOS() ? "libvips.42.dylib" : "libvips.so.42";
                if (!TryLoad(system, $"the system's {system}", faults, out loaded) && installed is not null && File.Exists(installed)) TryLoad(installed, installed, faults, out loaded);
            }
            if (loaded is null) missing = $"Images cannot be read on this machine: libvips is missing{string.Concat(faults.Select(f => $" ({f})"))}.";
            return loaded;
        }
    }

    private static bool TryLoad(string name, string origin, List<string> faults, [NotNullWhen(true)] out VipsLibrary? library)
    {
        library = null;
        if (!NativeLibrary.TryLoad(name, out var handle))
        {
            if (Path.IsPathRooted(name)) faults.Add($"'{name}' cannot be loaded");
            return false;
        }
        try
        {
            var call = new VipsFunctions(handle);
            if (call.Version(0) != OldestMajor || call.Version(1) < OldestMinor) faults.Add($"{origin} is {call.Version(0)}.{call.Version(1)}, and {OldestMajor}.{OldestMinor} or later is needed");
            else if (SetUp(call)) library = new(call, origin);
            else faults.Add($"{origin} does not start");
        }
        catch (EntryPointNotFoundException e)
        {
            faults.Add($"{origin} lacks a function: {e.Message}");
        }
        // One that was found wanting stays loaded: GLib cannot be unloaded.
        return library is not null;
    }

    private static bool SetUp(VipsFunctions call)
    {
        fixed (byte* name = "assay\0"u8)
            if (call.Init(name) != 0) return false;
        call.CacheSetMax(0);
        call.ConcurrencySet(2);
        Block(call, "VipsForeignLoad", true);
        call.BlockUntrusted(1);
        foreach (var loader in Allowed) Block(call, $"VipsForeignLoad{loader}Buffer", false);
        return true;
    }

    private static void Block(VipsFunctions call, string name, bool blocked)
    {
        fixed (byte* text = Encoding.UTF8.GetBytes(name + '\0')) call.OperationBlock(text, blocked ? 1 : 0);
    }

    /// <summary>Forgets what went wrong before; warnings of a file that was read in the end stay otherwise, and would be told of the next one.</summary>
    internal void ForgetErrors() => Call.ErrorClear();

    /// <summary>What went wrong last, in libvips' own words on one line; the record of it is emptied.</summary>
    /// <remarks>The record is one for all threads: where two images fail in the same moment, one may be told the other's reason.</remarks>
    internal string TakeError()
    {
        var text = Call.ErrorCopy();
        try
        {
            var lines = (Marshal.PtrToStringUTF8(text) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            // Before the last line stand warnings. A file may bring words of its own into a message: short, and without control characters.
            return lines.LastOrDefault() is { } last ? new([.. last[(last.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : 0)..].Where(c => !char.IsControl(c)).Take(160)]) : "what it holds does not fit together";
        }
        finally
        {
            Call.Free(text);
        }
    }
}

/// <summary>libvips could not do what it was asked; the message is its own first words.</summary>
internal sealed class VipsException(string message) : Exception(message);
