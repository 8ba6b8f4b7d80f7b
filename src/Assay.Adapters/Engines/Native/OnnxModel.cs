using System.Runtime.InteropServices;
using System.Text;

namespace Assay.Adapters.Engines.Native;

/// <summary>A loaded ONNX model with one input and one output of floats. For one thread at a time.</summary>
internal sealed unsafe class OnnxModel : IDisposable
{
    private const int Arena = 1, DefaultMemory = 0, Float = 1;

    private readonly OnnxRuntime runtime;
    private readonly nint session, memory, allocator;
    private readonly byte[] input, output;

    /// <exception cref="EngineException">The file is no model that this runtime reads.</exception>
    public OnnxModel(OnnxRuntime runtime, string path, int threads)
    {
        this.runtime = runtime;
        (session, memory) = (Load(File.ReadAllBytes(path), threads), Memory());
        nint found;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint*, nint>)runtime[OnnxCall.GetAllocatorWithDefaultOptions])(&found));
        allocator = found;
        (input, output) = (NameOf(OnnxCall.SessionGetInputName), NameOf(OnnxCall.SessionGetOutputName));
    }

    /// <summary>A text that the model's file carries under a name; null where it has none.</summary>
    public string? Metadata(string name)
    {
        nint metadata, value;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)runtime[OnnxCall.SessionGetModelMetadata])(session, &metadata));
        try
        {
            fixed (byte* key = Encoding.UTF8.GetBytes(name + '\0'))
                runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint, byte*, nint*, nint>)runtime[OnnxCall.ModelMetadataLookupCustomMetadataMap])(metadata, allocator, key, &value));
            return value == 0 ? null : Encoding.UTF8.GetString(Taken(value));
        }
        finally
        {
            runtime.Release(OnnxCall.ReleaseModelMetadata, metadata);
        }
    }

    /// <summary>Runs the model.</summary>
    /// <param name="data">Of as many numbers as the shape says.</param>
    /// <param name="shape">Batch, channels, height, width.</param>
    public FloatTensor Run(float[] data, ReadOnlySpan<long> shape)
    {
        nint given = 0, result = 0;
        try
        {
            fixed (float* numbers = data)
            fixed (long* sizes = shape)
            fixed (byte* from = input, to = output)
            {
                runtime.Check(((delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, nint*, nint>)runtime[OnnxCall.CreateTensorWithDataAsOrtValue])(
                    memory, numbers, (nuint)data.Length * sizeof(float), sizes, (nuint)shape.Length, Float, &given));
                runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)runtime[OnnxCall.Run])(session, 0, &from, &given, 1, &to, 1, &result));
                return Read(result);
            }
        }
        finally
        {
            runtime.Release(OnnxCall.ReleaseValue, given);
            runtime.Release(OnnxCall.ReleaseValue, result);
        }
    }

    public void Dispose()
    {
        runtime.Release(OnnxCall.ReleaseSession, session);
        runtime.Release(OnnxCall.ReleaseMemory, memory);
    }

    private FloatTensor Read(nint value)
    {
        nint about, numbers;
        nuint count;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)runtime[OnnxCall.GetTensorTypeAndShape])(value, &about));
        try
        {
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)runtime[OnnxCall.GetDimensionsCount])(about, &count));
            var shape = new long[count];
            fixed (long* sizes = shape) runtime.Check(((delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)runtime[OnnxCall.GetDimensions])(about, sizes, count));
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)runtime[OnnxCall.GetTensorMutableData])(value, &numbers));
            var length = checked((int)shape.Aggregate(1L, (a, b) => a * b));
            return new([.. shape.Select(s => (int)s)], new ReadOnlySpan<float>((void*)numbers, length).ToArray());
        }
        finally
        {
            runtime.Release(OnnxCall.ReleaseTensorTypeAndShape, about);
        }
    }

    private nint Load(byte[] model, int threads)
    {
        nint options, made;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint*, nint>)runtime[OnnxCall.CreateSessionOptions])(&options));
        try
        {
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)runtime[OnnxCall.SetIntraOpNumThreads])(options, threads));
            // Every picture has a size of its own: plans and pools of memory kept for each would only grow.
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint>)runtime[OnnxCall.DisableMemPattern])(options));
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint>)runtime[OnnxCall.DisableCpuMemArena])(options));
            // Threads that wait for work in a loop take the processor from everyone else, other engines first.
            fixed (byte* key = "session.intra_op.allow_spinning\0"u8, value = "0\0"u8)
                runtime.Check(((delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)runtime[OnnxCall.AddSessionConfigEntry])(options, key, value));
            fixed (byte* bytes = model)
                runtime.Check(((delegate* unmanaged[Cdecl]<nint, void*, nuint, nint, nint*, nint>)runtime[OnnxCall.CreateSessionFromArray])(runtime.Environment, bytes, (nuint)model.Length, options, &made));
            return made;
        }
        finally
        {
            runtime.Release(OnnxCall.ReleaseSessionOptions, options);
        }
    }

    private nint Memory()
    {
        nint made;
        runtime.Check(((delegate* unmanaged[Cdecl]<int, int, nint*, nint>)runtime[OnnxCall.CreateCpuMemoryInfo])(Arena, DefaultMemory, &made));
        return made;
    }

    private byte[] NameOf(OnnxCall call)
    {
        nint name;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint, nint*, nint>)runtime[call])(session, 0, allocator, &name));
        return [.. Taken(name), 0];
    }

    /// <summary>Copies a text that the runtime made for us, and gives its memory back.</summary>
    private byte[] Taken(nint text)
    {
        var bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)text).ToArray();
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint, nint>)runtime[OnnxCall.AllocatorFree])(allocator, text));
        return bytes;
    }
}

/// <summary>Numbers with their shape, last index fastest.</summary>
internal sealed record FloatTensor(int[] Shape, float[] Values);
