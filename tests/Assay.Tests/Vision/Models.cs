using Assay.Calls;

namespace Assay.Tests.Vision;

internal static class Models
{
    public static ModelRef Of(string reference) => ModelRef.TryParse(reference, out var model) ? model : throw new ArgumentException($"'{reference}' is no model.", nameof(reference));
}
