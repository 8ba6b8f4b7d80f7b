namespace Assay.Catalog.Identity;

/// <summary>
/// Models found by what a leaderboard's label says, read the way names of offers are. Stricter than for offers: a label has neither price nor
/// window to go by, so a name that moves, a preview for the release, another date than the model's, and a bare name where base and chat weights
/// are both published are left open.
/// </summary>
internal sealed class ReadLabels
{
    private readonly Dictionary<string, List<Named>> byKey = new(StringComparer.Ordinal);

    /// <summary>A name of a model, of those that go first where several have it.</summary>
    private sealed record Named(string Id, int Order, string? Preview, string? Release);

    /// <param name="id">Canonical id of the model.</param>
    /// <param name="name">Its id or another name.</param>
    /// <param name="order">Names of the lowest order decide where a name is several models'.</param>
    public void Add(string id, string name, int order)
    {
        if (name.Contains('(', StringComparison.Ordinal)) return;
        var written = Written(name);
        var reading = NameReader.Read("", written);
        if (reading.Latest || reading.Notes.Count > 0 || reading.Key == "unnamed") return;
        ref var named = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(byKey, reading.Key, out _);
        (named ??= []).Add(new(id, order, PreviewIn(written), Digits(reading.Release)));
    }

    /// <summary>Null where the label is not surely one model's, or says something else of it than how it was run.</summary>
    /// <param name="label">Without what stands in brackets.</param>
    public (string ModelId, IReadOnlyList<string> Told)? Find(string label)
    {
        var (written, offer) = (Written(label), new OfferDescription("", Written(label)));
        var reading = NameReader.Read("", written);
        if (reading.Latest || NoModel.Find(offer, reading) is not null || Ambiguity.Of(reading, offer) is not null || Moving.IsOpen(reading, isSold: false) || IsTooBare(reading, written)) return null;
        if (ToldBy(reading) is not { } told || !byKey.TryGetValue(reading.Key, out var named)) return null;
        foreach (var order in named.GroupBy(n => n.Order).OrderBy(g => g.Key))
        {
            var models = order.Where(n => MayBeOf(reading, n.Id)).Select(n => n.Id).Distinct(StringComparer.Ordinal).ToArray();
            if (models.Length > 1) return null;
            if (models is [var model]) return IsSame(reading, PreviewIn(written), [.. named.Where(n => n.Id == model)]) ? (model, told) : null;
        }
        return null;
    }

    /// <summary>Of a family that is not known the name alone may be anybody's: who is stated before it must be the maker.</summary>
    private static bool MayBeOf(Reading reading, string id) =>
        reading.StatedMaker is { } stated ? id.StartsWith(stated + "/", StringComparison.Ordinal) || reading.Family is { } family && stated != family.Organization && id.StartsWith(family.Organization + "/", StringComparison.Ordinal) && reading.Strange.Count == 0
            : reading.Family is not null || reading.Uploader is null;

    /// <summary>What leaves open which model it is, though one may have the same key.</summary>
    private static bool IsTooBare(Reading reading, string written)
    {
        if (reading.Family is not { } family) return reading.Words.Count < 2 && !reading.Key.Any(char.IsAsciiDigit);
        // "Gemini Pro" was one model after the other, and so is a dated build of a name without a version.
        if (!Lines.IsVersioned(reading) && (reading.Release is not null || family.Name is "gemini") && PreviewIn(written) is null) return true;
        // What offers of a name mean today is not what a leaderboard meant when it ran.
        if (reading.Edition is { } edition && family.Organization != "mistral" && !Digits(written)!.Contains(Digits(edition)!, StringComparison.Ordinal)) return true;
        return PublishesBoth(family, reading) && reading is { Size: not null, Chat: false, IsBase: false };
    }

    /// <summary>Base and chat weights under one name but for a word.</summary>
    private static bool PublishesBoth(Family family, Reading reading) => family.Name switch
    {
        "qwen" => reading.Versions.TrueForAll(v => v[0] is '1' or '2') && !reading.Words.Exists(w => w is "vl" or "omni"),
        "gemma" or "llama" or "codellama" or "codegemma" or "mistral" or "mixtral" or "yi" or "falcon" or "granite" or "olmo" or "internlm" or "baichuan" or "mpt" or "deepseek-llm" or "deepseek-coder" => reading.Strange.Count == 0,
        _ => false,
    };

    /// <summary>A preview is not the release nor another preview, and of a model that is told apart by dates another date is another model.</summary>
    private static bool IsSame(Reading reading, string? preview, IReadOnlyList<Named> named)
    {
        var alike = named.Where(n => n.Preview == preview).ToArray();
        if (alike.Length == 0) return false;
        var releases = alike.Select(n => n.Release).OfType<string>().ToArray();
        if (Digits(reading.Release) is not { } release) return true;
        // A short date may be of a build that was never the model.
        return releases.Length == 0 ? reading.FullRelease : releases.Contains(release);
    }

    private static string? PreviewIn(string written)
    {
        foreach (var word in NameWord.Split(written))
            if (Vocabulary.Previews.Contains(word.Text)) return word.Text is "experimental" ? "exp" : word.Text;
        return null;
    }

    /// <summary>How it was run, in words; null where a word says that something else than the model was run.</summary>
    private static List<string>? ToldBy(Reading reading)
    {
        var told = new List<string>();
        if (reading.Says(MatchKind.Quant)) told.Add(string.Join('_', reading.Notes.Where(n => n.Kind is MatchKind.Quant).Select(n => n.Word)));
        foreach (var (kind, word) in reading.Notes)
        {
            if (kind is MatchKind.Quant) continue;
            if (kind is not MatchKind.Mode) return null;
            if (word is "think" or "thinking") told.Add("thinking");
            else if (word is "reasoning") told.Add("reasoning");
            else if (word is "nothink" or "nonreasoning" or "none") told.Add("no thinking");
            else if (Vocabulary.Effort.Contains(word)) told.Add(word + " effort");
            else return null;
        }
        return told;
    }

    private static string Written(string name) => name.Trim().ToLowerInvariant().Replace(": ", " ", StringComparison.Ordinal).Replace(' ', '-');

    private static string? Digits(string? release) => release?.Replace("-", "", StringComparison.Ordinal);
}
