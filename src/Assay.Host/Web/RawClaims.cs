using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Host.Catalog;

namespace Assay.Host.Web;

/// <summary>
/// Writes claims from bytes made once. Claims are most of a comparison's JSON and the same ones come back on page after page; their views
/// live as long as the claims, and the bytes as long as the views.
/// </summary>
internal sealed class RawClaims : JsonConverter<ClaimView>
{
    private static readonly ConditionalWeakTable<ClaimView, byte[]> Bytes = [];

    public override void Write(Utf8JsonWriter writer, ClaimView value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Bytes.GetValue(value, static claim => JsonSerializer.SerializeToUtf8Bytes(claim, AssayJson.Default.ClaimView)), skipInputValidation: true);

    public override ClaimView Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Claims are written here, never read.");
}

/// <summary>The JSON of comparisons and models, as a whole document.</summary>
public static class FastJson
{
    /// <summary>As <see cref="AssayJson"/>, with claims written from kept bytes.</summary>
    public static readonly AssayJson Context = new(new JsonSerializerOptions(AssayJson.Default.Options) { TypeInfoResolver = null, Converters = { new RawClaims() } });

    /// <summary>200 with the document.</summary>
    public static IResult Ok(Assay.Host.Comparison.ComparisonView view) => TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(view, Context.ComparisonView), "application/json; charset=utf-8");
    public static IResult Ok(ModelPageView view) => TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(view, Context.ModelPageView), "application/json; charset=utf-8");
    public static IResult Ok(ProviderPageView view) => TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(view, Context.ProviderPageView), "application/json; charset=utf-8");
}
