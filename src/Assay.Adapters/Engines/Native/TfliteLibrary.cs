using System.Runtime.InteropServices;

namespace Assay.Adapters.Engines.Native;

/// <summary>The C interface of TensorFlow Lite (tensorflow/lite/c/c_api.h).</summary>
internal sealed unsafe class TfliteLibrary
{
    public readonly delegate* unmanaged[Cdecl]<byte*, nint> ModelCreateFromFile;
    public readonly delegate* unmanaged[Cdecl]<nint, void> ModelDelete, InterpreterOptionsDelete, InterpreterDelete;
    public readonly delegate* unmanaged[Cdecl]<nint> InterpreterOptionsCreate;
    public readonly delegate* unmanaged[Cdecl]<nint, int, void> InterpreterOptionsSetNumThreads;
    public readonly delegate* unmanaged[Cdecl]<nint, nint, nint> InterpreterCreate;
    public readonly delegate* unmanaged[Cdecl]<nint, int> InterpreterAllocateTensors, InterpreterInvoke, InterpreterGetOutputTensorCount;
    public readonly delegate* unmanaged[Cdecl]<nint, int, nint> InterpreterGetInputTensor, InterpreterGetOutputTensor;
    public readonly delegate* unmanaged[Cdecl]<nint, int> TensorType, TensorNumDims;
    public readonly delegate* unmanaged[Cdecl]<nint, int, int> TensorDim;
    public readonly delegate* unmanaged[Cdecl]<nint, nuint> TensorByteSize;
    public readonly delegate* unmanaged[Cdecl]<nint, nint> TensorData, TensorName;
    public readonly delegate* unmanaged[Cdecl]<nint, Quantization> TensorQuantizationParams;

    /// <exception cref="EngineException">The library cannot be used.</exception>
    public TfliteLibrary(string path)
    {
        var file = new NativeFile(path);
        nint F(string name) => file.Function("TfLite" + name);
        ModelCreateFromFile = (delegate* unmanaged[Cdecl]<byte*, nint>)F("ModelCreateFromFile");
        ModelDelete = (delegate* unmanaged[Cdecl]<nint, void>)F("ModelDelete");
        InterpreterOptionsCreate = (delegate* unmanaged[Cdecl]<nint>)F("InterpreterOptionsCreate");
        InterpreterOptionsDelete = (delegate* unmanaged[Cdecl]<nint, void>)F("InterpreterOptionsDelete");
        InterpreterOptionsSetNumThreads = (delegate* unmanaged[Cdecl]<nint, int, void>)F("InterpreterOptionsSetNumThreads");
        InterpreterCreate = (delegate* unmanaged[Cdecl]<nint, nint, nint>)F("InterpreterCreate");
        InterpreterDelete = (delegate* unmanaged[Cdecl]<nint, void>)F("InterpreterDelete");
        InterpreterAllocateTensors = (delegate* unmanaged[Cdecl]<nint, int>)F("InterpreterAllocateTensors");
        InterpreterInvoke = (delegate* unmanaged[Cdecl]<nint, int>)F("InterpreterInvoke");
        InterpreterGetInputTensor = (delegate* unmanaged[Cdecl]<nint, int, nint>)F("InterpreterGetInputTensor");
        InterpreterGetOutputTensorCount = (delegate* unmanaged[Cdecl]<nint, int>)F("InterpreterGetOutputTensorCount");
        InterpreterGetOutputTensor = (delegate* unmanaged[Cdecl]<nint, int, nint>)F("InterpreterGetOutputTensor");
        TensorType = (delegate* unmanaged[Cdecl]<nint, int>)F("TensorType");
        TensorNumDims = (delegate* unmanaged[Cdecl]<nint, int>)F("TensorNumDims");
        TensorDim = (delegate* unmanaged[Cdecl]<nint, int, int>)F("TensorDim");
        TensorByteSize = (delegate* unmanaged[Cdecl]<nint, nuint>)F("TensorByteSize");
        TensorData = (delegate* unmanaged[Cdecl]<nint, nint>)F("TensorData");
        TensorName = (delegate* unmanaged[Cdecl]<nint, nint>)F("TensorName");
        TensorQuantizationParams = (delegate* unmanaged[Cdecl]<nint, Quantization>)F("TensorQuantizationParams");
    }

    /// <summary>How bytes stand for numbers: the number is scale × (byte − zero).</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Quantization(float Scale, int Zero);
}
