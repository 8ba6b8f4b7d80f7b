using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Adapters.Images.Vips;

/// <summary>
/// The functions of libvips and of the GObject beneath it that are used here. Operations go through properties of objects, never through
/// C functions with a variable number of arguments, which cannot be called safely from .NET.
/// </summary>
/// <seealso href="https://www.libvips.org/API/current/binding.html"/>
internal sealed unsafe class VipsFunctions
{
    public readonly delegate* unmanaged[Cdecl]<byte*, int> Init;
    public readonly delegate* unmanaged[Cdecl]<int, int> Version;
    public readonly delegate* unmanaged[Cdecl]<int, void> BlockUntrusted, CacheSetMax, ConcurrencySet;
    public readonly delegate* unmanaged[Cdecl]<byte*, int, void> OperationBlock;

    public readonly delegate* unmanaged[Cdecl]<byte*, nint> OperationNew;
    public readonly delegate* unmanaged[Cdecl]<nint*, int> OperationBuild;
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, int> SetFromText;
    public readonly delegate* unmanaged[Cdecl]<nint, void> UnrefOutputs, Unref, Free, AreaUnref, FreeTexts;
    public readonly delegate* unmanaged[Cdecl]<nint> ErrorCopy;
    public readonly delegate* unmanaged[Cdecl]<void> ErrorClear;

    public readonly delegate* unmanaged[Cdecl]<nuint> ImageType, BlobType;
    public readonly delegate* unmanaged[Cdecl]<GValue*, nuint, GValue*> ValueInit;
    public readonly delegate* unmanaged[Cdecl]<GValue*, void> ValueUnset;
    public readonly delegate* unmanaged[Cdecl]<GValue*, nint, void> ValueSetObject, ValueSetBoxed;
    public readonly delegate* unmanaged[Cdecl]<GValue*, nint> ValueDupObject, ValueGetBoxed;
    public readonly delegate* unmanaged[Cdecl]<nint, byte*, GValue*, void> SetProperty, GetProperty;

    public readonly delegate* unmanaged[Cdecl]<byte*, nuint, nint> BlobCopy;
    public readonly delegate* unmanaged[Cdecl]<nint, nuint*, byte*> BlobGet;
    public readonly delegate* unmanaged[Cdecl]<byte*, nuint, int, int, int, int, nint> ImageFromMemory;
    public readonly delegate* unmanaged[Cdecl]<nint, nuint*, nint> ImageToMemory;
    public readonly delegate* unmanaged[Cdecl]<nint, int> Width, Height, Bands, Format, Pages, Orientation, HasAlpha;
    public readonly delegate* unmanaged[Cdecl]<nint, byte**> Fields;

    /// <exception cref="EntryPointNotFoundException">The library is another one, or too old.</exception>
    public VipsFunctions(nint library)
    {
        nint At(string name) => NativeLibrary.GetExport(library, name);
        Init = (delegate* unmanaged[Cdecl]<byte*, int>)At("vips_init");
        Version = (delegate* unmanaged[Cdecl]<int, int>)At("vips_version");
        BlockUntrusted = (delegate* unmanaged[Cdecl]<int, void>)At("vips_block_untrusted_set");
        CacheSetMax = (delegate* unmanaged[Cdecl]<int, void>)At("vips_cache_set_max");
        ConcurrencySet = (delegate* unmanaged[Cdecl]<int, void>)At("vips_concurrency_set");
        OperationBlock = (delegate* unmanaged[Cdecl]<byte*, int, void>)At("vips_operation_block_set");
        OperationNew = (delegate* unmanaged[Cdecl]<byte*, nint>)At("vips_operation_new");
        OperationBuild = (delegate* unmanaged[Cdecl]<nint*, int>)At("vips_cache_operation_buildp");
        SetFromText = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, int>)At("vips_object_set_argument_from_string");
        UnrefOutputs = (delegate* unmanaged[Cdecl]<nint, void>)At("vips_object_unref_outputs");
        Unref = (delegate* unmanaged[Cdecl]<nint, void>)At("g_object_unref");
        Free = (delegate* unmanaged[Cdecl]<nint, void>)At("g_free");
        AreaUnref = (delegate* unmanaged[Cdecl]<nint, void>)At("vips_area_unref");
        FreeTexts = (delegate* unmanaged[Cdecl]<nint, void>)At("g_strfreev");
        ErrorCopy = (delegate* unmanaged[Cdecl]<nint>)At("vips_error_buffer_copy");
        ErrorClear = (delegate* unmanaged[Cdecl]<void>)At("vips_error_clear");
        ImageType = (delegate* unmanaged[Cdecl]<nuint>)At("vips_image_get_type");
        BlobType = (delegate* unmanaged[Cdecl]<nuint>)At("vips_blob_get_type");
        ValueInit = (delegate* unmanaged[Cdecl]<GValue*, nuint, GValue*>)At("g_value_init");
        ValueUnset = (delegate* unmanaged[Cdecl]<GValue*, void>)At("g_value_unset");
        ValueSetObject = (delegate* unmanaged[Cdecl]<GValue*, nint, void>)At("g_value_set_object");
        ValueSetBoxed = (delegate* unmanaged[Cdecl]<GValue*, nint, void>)At("g_value_set_boxed");
        ValueDupObject = (delegate* unmanaged[Cdecl]<GValue*, nint>)At("g_value_dup_object");
        ValueGetBoxed = (delegate* unmanaged[Cdecl]<GValue*, nint>)At("g_value_get_boxed");
        SetProperty = (delegate* unmanaged[Cdecl]<nint, byte*, GValue*, void>)At("g_object_set_property");
        GetProperty = (delegate* unmanaged[Cdecl]<nint, byte*, GValue*, void>)At("g_object_get_property");
        BlobCopy = (delegate* unmanaged[Cdecl]<byte*, nuint, nint>)At("vips_blob_copy");
        BlobGet = (delegate* unmanaged[Cdecl]<nint, nuint*, byte*>)At("vips_blob_get");
        ImageFromMemory = (delegate* unmanaged[Cdecl]<byte*, nuint, int, int, int, int, nint>)At("vips_image_new_from_memory_copy");
        ImageToMemory = (delegate* unmanaged[Cdecl]<nint, nuint*, nint>)At("vips_image_write_to_memory");
        Width = (delegate* unmanaged[Cdecl]<nint, int>)At("vips_image_get_width");
        Height = (delegate* unmanaged[Cdecl]<nint, int>)At("vips_image_get_height");
        Bands = (delegate* unmanaged[Cdecl]<nint, int>)At("vips_image_get_bands");
        Format = (delegate* unmanaged[Cdecl]<nint, int>)At("vips_image_get_format");
        Pages = (delegate* unmanaged[Cdecl]<nint, int>)At("vips_image_get_n_pages");
        Orientation = (delegate* unmanaged[Cdecl]<nint, int>)At("vips_image_get_orientation");
        HasAlpha = (delegate* unmanaged[Cdecl]<nint, int>)At("vips_image_hasalpha");
        Fields = (delegate* unmanaged[Cdecl]<nint, byte**>)At("vips_image_get_fields");
        // libvips warns of every odd file on stderr; what matters of that comes back as an error here.
        var handler = (delegate* unmanaged[Cdecl]<byte*, int, delegate* unmanaged[Cdecl]<byte*, int, byte*, nint, void>, nint, uint>)At("g_log_set_handler");
        fixed (byte* domain = "VIPS\0"u8) handler(domain, WarningsAndLess, &Silent, 0);
    }

    private const int WarningsAndLess = (1 << 4) | (1 << 5) | (1 << 6) | (1 << 7);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Silent(byte* domain, int level, byte* message, nint data)
    {
    }
}

/// <summary>GObject's box for a value of any type.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    public nuint Type;
    public ulong First, Second;
}
