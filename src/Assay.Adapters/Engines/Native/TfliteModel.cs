using System.Runtime.InteropServices;
using System.Text;

namespace Assay.Adapters.Engines.Native;

/// <summary>A loaded TensorFlow Lite model with one picture as its input. For one thread at a time.</summary>
internal sealed unsafe class TfliteModel : IDisposable
{
    private const int Float = 1, Byte = 3;

    private readonly TfliteLibrary library;
    private readonly nint model, interpreter, input;

    /// <exception cref="EngineException">The file is no model that this library runs.</exception>
    public TfliteModel(TfliteLibrary library, string path, int threads)
    {
        this.library = library;
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0')) model = library.ModelCreateFromFile(name);
        if (model == 0) throw new EngineException($"'{path}' is no model that TensorFlow Lite reads.");
        var options = library.InterpreterOptionsCreate();
        library.InterpreterOptionsSetNumThreads(options, threads);
        interpreter = library.InterpreterCreate(model, options);
        library.InterpreterOptionsDelete(options);
        if (interpreter == 0 || library.InterpreterAllocateTensors(interpreter) != 0) throw new EngineException($"TensorFlow Lite cannot run '{path}': it has operations that this build lacks.");
        input = library.InterpreterGetInputTensor(interpreter, 0);
        (Height, Width, TakesFloats) = (library.TensorDim(input, 1), library.TensorDim(input, 2), library.TensorType(input) == Float);
    }

    /// <summary>Pixels of the picture that the model wants.</summary>
    public int Width { get; }

    public int Height { get; }

    /// <summary>Whether it wants numbers rather than bytes.</summary>
    public bool TakesFloats { get; }

    /// <summary>Runs the model; the outputs in the model's order.</summary>
    /// <param name="picture">Red, green and blue of each pixel, as bytes or as floats.</param>
    public IReadOnlyList<FloatTensor> Run(ReadOnlySpan<byte> picture)
    {
        var wanted = (int)library.TensorByteSize(input);
        if (picture.Length != wanted) throw new EngineException($"The model takes {wanted} bytes, and {picture.Length} were made for it.");
        picture.CopyTo(new((void*)library.TensorData(input), wanted));
        if (library.InterpreterInvoke(interpreter) != 0) throw new EngineException("TensorFlow Lite could not run the model on this picture.");
        return [.. Enumerable.Range(0, library.InterpreterGetOutputTensorCount(interpreter)).Select(Output)];
    }

    public void Dispose()
    {
        library.InterpreterDelete(interpreter);
        library.ModelDelete(model);
    }

    private FloatTensor Output(int index)
    {
        var tensor = library.InterpreterGetOutputTensor(interpreter, index);
        var shape = Enumerable.Range(0, library.TensorNumDims(tensor)).Select(d => library.TensorDim(tensor, d)).ToArray();
        var (data, bytes) = (library.TensorData(tensor), (int)library.TensorByteSize(tensor));
        return library.TensorType(tensor) switch
        {
            Float => new(shape, new ReadOnlySpan<float>((void*)data, bytes / sizeof(float)).ToArray()),
            Byte when library.TensorQuantizationParams(tensor) is var bytesAs => new(shape, [.. new ReadOnlySpan<byte>((void*)data, bytes).ToArray().Select(b => bytesAs.Scale * (b - bytesAs.Zero))]),
            var type => throw new EngineException($"The model's output '{Marshal.PtrToStringUTF8(library.TensorName(tensor))}' has type {type}, which is not read."),
        };
    }
}
