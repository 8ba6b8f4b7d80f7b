using System.Globalization;
using System.Text;

namespace Assay.Adapters.Images.Vips;

/// <summary>One operation of libvips: named, given its arguments, run once. Not kept beyond that.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private readonly VipsScope scope;
    private readonly VipsFunctions call;
    private nint handle;

    public VipsOperation(VipsScope scope, string name)
    {
        (this.scope, call) = (scope, scope.Library.Call);
        fixed (byte* text = Text(name)) handle = call.OperationNew(text);
        if (handle == 0) throw new VipsException(scope.Library.TakeError());
    }

    /// <param name="name">Of the argument.</param>
    /// <param name="value">A word of an enumeration, <c>true</c>, a number.</param>
    public VipsOperation With(string name, string value)
    {
        fixed (byte* key = Text(name), text = Text(value))
            if (call.SetFromText(handle, key, text) != 0) throw new VipsException(scope.Library.TakeError());
        return this;
    }

    public VipsOperation With(string name, double value) => With(name, value.ToString("R", CultureInfo.InvariantCulture));

    public VipsOperation With(string name, VipsImage image)
    {
        Set(name, call.ImageType(), image.Handle, call.ValueSetObject);
        return this;
    }

    /// <summary>The bytes are copied: libvips reads them when pixels are asked for, which may be long after this call.</summary>
    public VipsOperation With(string name, ReadOnlySpan<byte> bytes)
    {
        nint blob;
        fixed (byte* start = bytes) blob = call.BlobCopy(start, (nuint)bytes.Length);
        Set(name, call.BlobType(), blob, call.ValueSetBoxed);
        call.AreaUnref(blob);
        return this;
    }

    /// <summary>Runs it. The image is lazy: most faults of a file come only when its pixels are read.</summary>
    public VipsImage Image(string output = "out")
    {
        Build();
        GValue value = default;
        call.ValueInit(&value, call.ImageType());
        fixed (byte* key = Text(output)) call.GetProperty(handle, key, &value);
        var image = call.ValueDupObject(&value);
        call.ValueUnset(&value);
        Dispose();
        return scope.Take(image);
    }

    /// <summary>Runs an encoder.</summary>
    public byte[] Bytes()
    {
        Build();
        GValue value = default;
        call.ValueInit(&value, call.BlobType());
        fixed (byte* key = Text("buffer")) call.GetProperty(handle, key, &value);
        nuint length;
        var start = call.BlobGet(call.ValueGetBoxed(&value), &length);
        var bytes = new ReadOnlySpan<byte>(start, checked((int)length)).ToArray();
        call.ValueUnset(&value);
        Dispose();
        return bytes;
    }

    public void Dispose()
    {
        if (handle == 0) return;
        call.UnrefOutputs(handle);
        call.Unref(handle);
        handle = 0;
    }

    private void Build()
    {
        nint built = handle;
        var failed = call.OperationBuild(&built) != 0;
        handle = built;
        if (!failed) return;
        var why = scope.Library.TakeError();
        Dispose();
        throw new VipsException(why);
    }

    private void Set(string name, nuint type, nint content, delegate* unmanaged[Cdecl]<GValue*, nint, void> set)
    {
        GValue value = default;
        call.ValueInit(&value, type);
        set(&value, content);
        fixed (byte* key = Text(name)) call.SetProperty(handle, key, &value);
        call.ValueUnset(&value);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
