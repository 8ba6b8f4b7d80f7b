using System.Runtime.InteropServices;

namespace Assay.Adapters.Engines.Native;

/// <summary>
/// ONNX Runtime by its C interface, a table of functions whose order never changes: the numbers below are their places in version 17 of it
/// (onnxruntime_c_api.h). One for the process.
/// </summary>
internal sealed unsafe class OnnxRuntime
{
    private const uint ApiVersion = 17;
    private const int Warning = 2;

    private readonly nint* table;

    /// <exception cref="EngineException">The library cannot be used.</exception>
    public OnnxRuntime(string path)
    {
        var main = (nint*)((delegate* unmanaged[Cdecl]<nint>)new NativeFile(path).Function("OrtGetApiBase"))();
        table = (nint*)((delegate* unmanaged[Cdecl]<uint, nint>)main[0])(ApiVersion);
        Version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)main[1])()) ?? "";
        if (table is null) throw new EngineException($"ONNX Runtime {Version} does not have version {ApiVersion} of its interface.");
        fixed (byte* name = "assay"u8)
        {
            nint made;
            Check(((delegate* unmanaged[Cdecl]<int, byte*, nint*, nint>)table[3])(Warning, name, &made));
            Environment = made;
        }
    }

    public string Version { get; }

    internal nint Environment { get; }

    internal nint this[OnnxCall call] => table[(int)call];

    /// <summary>Throws what a call complains of.</summary>
    internal void Check(nint status)
    {
        if (status == 0) return;
        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint, nint>)this[OnnxCall.GetErrorMessage])(status));
        Release(OnnxCall.ReleaseStatus, status);
        throw new EngineException($"ONNX Runtime: {message}");
    }

    internal void Release(OnnxCall release, nint thing)
    {
        if (thing != 0) ((delegate* unmanaged[Cdecl]<nint, void>)this[release])(thing);
    }
}

/// <summary>Places of the functions that are used.</summary>
internal enum OnnxCall
{
    GetErrorMessage = 2,
    CreateSessionFromArray = 8,
    Run = 9,
    CreateSessionOptions = 10,
    DisableMemPattern = 17,
    DisableCpuMemArena = 19,
    SetIntraOpNumThreads = 24,
    SessionGetInputName = 36,
    SessionGetOutputName = 37,
    CreateTensorWithDataAsOrtValue = 49,
    GetTensorMutableData = 51,
    GetDimensionsCount = 61,
    GetDimensions = 62,
    GetTensorTypeAndShape = 65,
    CreateCpuMemoryInfo = 69,
    AllocatorFree = 76,
    GetAllocatorWithDefaultOptions = 78,
    ReleaseStatus = 93,
    ReleaseMemory = 94,
    ReleaseSession = 95,
    ReleaseValue = 96,
    ReleaseTensorTypeAndShape = 99,
    ReleaseSessionOptions = 100,
    SessionGetModelMetadata = 111,
    ModelMetadataLookupCustomMetadataMap = 116,
    ReleaseModelMetadata = 118,
    AddSessionConfigEntry = 130,
}
