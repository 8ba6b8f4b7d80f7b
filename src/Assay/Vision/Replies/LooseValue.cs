namespace Assay.Vision.Replies;

/// <summary>A value of something like JSON.</summary>
/// <param name="Whole">False where the text ended before the value did.</param>
internal abstract record LooseValue(bool Whole)
{
    internal sealed record Map(IReadOnlyList<KeyValuePair<string, LooseValue>> Members, bool Whole) : LooseValue(Whole)
    {
        /// <summary>The first member whose normal key is one of these, in the order of the keys asked for.</summary>
        public LooseValue? Get(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                foreach (var member in Members)
                {
                    if (NormalKey(member.Key) == key) return member.Value;
                }
            }
            return null;
        }
    }

    internal sealed record List(IReadOnlyList<LooseValue> Items, bool Whole) : LooseValue(Whole);

    internal sealed record Text(string Value, bool Whole) : LooseValue(Whole);

    internal sealed record Number(double Value, bool Whole) : LooseValue(Whole);

    /// <summary>True, false, null and their like.</summary>
    internal sealed record Word(string Value, bool Whole) : LooseValue(Whole);

    /// <summary>Lower case letters and digits alone: <c>boundingBox</c>, <c>bounding_box</c> and <c>Bounding Box</c> are one key.</summary>
    public static string NormalKey(string key) => string.Concat(key.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
