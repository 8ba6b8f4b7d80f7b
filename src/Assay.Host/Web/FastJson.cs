using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Microsoft.Extensions.ObjectPool;

namespace Assay.Host.Web;

/// <summary>
/// Writes a view from bytes made once. Facts and claims are most of a comparison's JSON, and the same ones come back on page after page:
/// their views live as long as the catalogue, and the bytes as long as the views.
/// </summary>
internal sealed class KeptBytes<T>(JsonTypeInfo<T> plain) : JsonConverter<T> where T : class
{
    private readonly ConditionalWeakTable<T, byte[]> bytes = [];

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        // No delegate is made where the bytes are there.
        if (!bytes.TryGetValue(value, out var kept)) kept = bytes.GetValue(value, v => JsonSerializer.SerializeToUtf8Bytes(v, plain));
        writer.WriteRawValue(kept, skipInputValidation: true);
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeof(T).Name} is written here, never read.");
}

/// <summary>As <see cref="KeptBytes{T}"/>, with the bytes in the claim's own view.</summary>
internal sealed class ClaimBytes(JsonTypeInfo<ClaimView> plain) : JsonConverter<ClaimView>
{
    public override void Write(Utf8JsonWriter writer, ClaimView value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json ??= JsonSerializer.SerializeToUtf8Bytes(value, plain), skipInputValidation: true);

    public override ClaimView Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{nameof(ClaimView)} is written here, never read.");
}

/// <summary>The JSON of the large views: the same text as <see cref="AssayJson"/> gives, from kept bytes.</summary>
public static class FastJson
{
    public static readonly AssayJson Context = new(new JsonSerializerOptions(AssayJson.Default.Options)
    {
        TypeInfoResolver = null,
        Converters =
        {
            new ClaimBytes(AssayJson.Default.ClaimView), new KeptBytes<FactView>(AssayJson.Default.FactView),
            // A model's specs, an offer's prices: whole tables at once.
            new KeptBytes<IReadOnlyDictionary<string, FactView>>(AssayJson.Default.IReadOnlyDictionaryStringFactView),
            new KeptBytes<LifecycleView>(AssayJson.Default.LifecycleView), new KeptBytes<ConflictView>(AssayJson.Default.ConflictView),
        },
    });

    public static IResult Ok(ComparisonView view) => new Document<ComparisonView>(view, Context.ComparisonView);
    public static IResult Ok(ModelPageView view) => new Document<ModelPageView>(view, Context.ModelPageView);
    public static IResult Ok(BenchmarkPageView view) => new Document<BenchmarkPageView>(view, Context.BenchmarkPageView);
    public static IResult Ok(ProviderPageView view) => new Document<ProviderPageView>(view, Context.ProviderPageView);

    /// <summary>200 with a document that is written whole into a buffer and sent at once; the buffers, hundreds of kilobytes each, are used again.</summary>
    private sealed class Document<T>(T view, JsonTypeInfo<T> type) : IResult
    {
        private static readonly ObjectPool<ArrayBufferWriter<byte>> Buffers = ObjectPool.Create(new BufferPolicy());

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var buffer = Buffers.Get();
            try
            {
                await using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true })) JsonSerializer.Serialize(writer, view, type);
                httpContext.Response.ContentType = "application/json; charset=utf-8";
                httpContext.Response.ContentLength = buffer.WrittenCount;
                await httpContext.Response.Body.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted);
            }
            finally
            {
                Buffers.Return(buffer);
            }
        }
    }

    private sealed class BufferPolicy : PooledObjectPolicy<ArrayBufferWriter<byte>>
    {
        public override ArrayBufferWriter<byte> Create() => new(1 << 18);

        public override bool Return(ArrayBufferWriter<byte> obj)
        {
            obj.ResetWrittenCount();
            return obj.Capacity <= 1 << 23;
        }
    }
}
