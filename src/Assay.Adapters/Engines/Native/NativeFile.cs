using System.Runtime.InteropServices;

namespace Assay.Adapters.Engines.Native;

/// <summary>A native library loaded from a file, and its functions.</summary>
internal sealed class NativeFile
{
    private readonly nint handle;
    private readonly string path;

    /// <exception cref="EngineException">The file is no library that this machine can load.</exception>
    public NativeFile(string path)
    {
        this.path = path;
        try
        {
            handle = NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new EngineException($"'{path}' cannot be loaded: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <exception cref="EngineException">The library has no such function.</exception>
    public nint Function(string name) =>
        NativeLibrary.TryGetExport(handle, name, out var function) ? function : throw new EngineException($"'{path}' has no function '{name}': it is another version than the one that was pinned.");
}
