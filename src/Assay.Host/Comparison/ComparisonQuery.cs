using Assay.Comparison;
using Assay.Units;

namespace Assay.Host.Comparison;

/// <summary>
/// What a surface was asked, as typed: the traffic profile and the day. What cannot be read keeps its text, names the fault, and the
/// default stands in for it.
/// </summary>
public sealed class ComparisonQuery
{
    public string? Input { get; init; }
    public string? Output { get; init; }
    public string? Requests { get; init; }
    public string? Cached { get; init; }
    public string? Batch { get; init; }
    public string? Images { get; init; }
    public string? AsOf { get; init; }

    /// <summary>Pages and permalinks call them <c>in</c>, <c>out</c>, <c>asof</c>; the API <c>input_tokens</c>, <c>output_tokens</c>, <c>as_of</c>. Either is read everywhere.</summary>
    public static ComparisonQuery From(IQueryCollection query)
    {
        string? First(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (query.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value.ToString())) return value.ToString();
            return null;
        }
        return new()
        {
            Input = First("in", "input_tokens"), Output = First("out", "output_tokens"), Requests = First("requests", "n"), Cached = First("cached", "cached_share"),
            Batch = First("batch", "batch_share"), Images = First("images", "images_per_request"), AsOf = First("asof", "as_of"),
        };
    }

    /// <summary>The profile, and one sentence for each thing that could not be read.</summary>
    public (TrafficProfile Traffic, IReadOnlyList<string> Problems) ReadTraffic()
    {
        var standard = TrafficProfile.Default;
        var problems = new List<string>();
        long Count(string name, string? text, long otherwise)
        {
            if (text is null) return otherwise;
            if (Amount.TryCount(text, out var count)) return count;
            problems.Add($"{name} '{text}' is not a whole number of 0 or more: write 800M, 1.5B or 800000000.");
            return otherwise;
        }
        decimal Share(string name, string? text)
        {
            if (text is null) return 0;
            if (Amount.TryShare(text, out var share)) return share;
            problems.Add($"{name} '{text}' is not a share from 0 to 1: write 0.3 or 30%.");
            return 0;
        }
        decimal images = 0;
        if (Images is not null && !Amount.TryNumber(Images, out images)) problems.Add($"Images a request '{Images}' is not a number of 0 or more: write 1 or 0.5.");
        var traffic = new TrafficProfile
        {
            InputTokens = Count("Input tokens", Input, standard.InputTokens), OutputTokens = Count("Output tokens", Output, standard.OutputTokens),
            Requests = Count("Requests", Requests, standard.Requests), CachedShare = Share("Cached share", Cached), BatchShare = Share("Batch share", Batch), ImagesPerRequest = images,
        };
        problems.AddRange(traffic.Problems());
        return (problems.Count == 0 || traffic.Problems().Count == 0 ? traffic : standard, problems);
    }

    /// <summary>For a model that exists, on a day before anybody spoke of it.</summary>
    public static string NotKnownBy(string name, string day) => $"'{name}' was not known by {day}: no source we hold speaks of it by then. Ask for a later day.";

    /// <summary>The query string that asks for the same again, empty where all is at its default.</summary>
    public string ToQueryString()
    {
        var pairs = new (string Name, string? Value)[] { ("in", Input), ("out", Output), ("requests", Requests), ("cached", Cached), ("batch", Batch), ("images", Images), ("asof", AsOf) }
            .Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToArray();
        return pairs.Length == 0 ? "" : "?" + string.Join('&', pairs);
    }
}
