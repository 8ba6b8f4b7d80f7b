namespace Assay.Catalog.Identity;

/// <summary>
/// Reads a provider's name for a model into its parts. It goes by the structure of names and by what words mean, and knows no list of
/// models. Each step takes the words it understands; what is left at the end belongs to the model's name.
/// </summary>
internal static class NameReader
{
    /// <summary>Reads an id of an offer; the title completes it where the id leaves a version or a size out.</summary>
    public static Reading Read(string provider, string id, string? title = null)
    {
        var route = Route.Read(provider, id);
        var reading = ReadWords(route.Name, provider, route);
        foreach (var (kind, word) in route.Notes) reading.Note(kind, word);
        if (route.Moves) reading.Latest = true;
        if (title is { Length: > 0 }) reading = TitleEvidence.Complete(reading, ReadTitle(provider, title));
        Conventions.Apply(reading);
        return reading;
    }

    // Such as "Mistral: Mistral Small 3.2 24B (free)".
    private static Reading ReadTitle(string provider, string title) =>
        ReadWords(title.Trim().ToLowerInvariant().Replace(": ", " ", StringComparison.Ordinal), provider, null);

    private static Reading ReadWords(string name, string provider, Route? route)
    {
        var reading = new Reading { Route = route, StatedMaker = route?.Maker, Uploader = route?.Uploader };
        name = CloudSuffix.Strip(name, reading);
        var words = NameWord.Split(name);
        if (words is [{ Text: "duo" }, { Text: "chat" }, ..])
        {
            reading.Note(MatchKind.Wrapper, "duo-chat");
            words.RemoveRange(0, 2);
        }
        Shorthand.Expand(words);
        FindFamily(words, reading, provider);
        DropMakers(words, reading, provider);
        ReleaseReader.Take(words, reading);
        VersionReader.Take(words, reading);
        QualifierReader.Take(words, reading, provider);
        foreach (var word in words)
        {
            reading.Words.Add(word.Text);
            if (!Vocabulary.Products.Contains(word.Text) && !Family.ByWord.ContainsKey(word.Text)) reading.Strange.Add(word.Text);
        }
        return reading;
    }

    private static void FindFamily(List<NameWord> words, Reading reading, string provider)
    {
        var at = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (!Family.ByWord.TryGetValue(words[i].Text, out var family)) continue;
            // Many make embeddings; the bare word is Cohere's.
            if (family.Name is "embed" or "rerank" && i > 0 && words[0].Text != family.Organization && reading.StatedMaker != family.Organization) continue;
            if (at >= 0 && family != reading.Family) reading.OtherFamilies.Add(family.Rank < reading.Family!.Rank ? reading.Family.Name : family.Name);
            if (at >= 0 && family.Rank >= reading.Family!.Rank) continue;
            (reading.Family, at) = (family, i);
        }
        // deepseek.v3.2: the maker's name stands for the family.
        if (at < 0 && words.Count > 0 && reading.StatedMaker is { } house && words[0].Text is [_, >= '0' and <= '9', ..] && Family.ByWord.TryGetValue(house, out var ofHouse)) (reading.Family, at) = (ofHouse, 0);
        reading.Maker = reading.Family?.Organization ?? reading.StatedMaker;
        if (reading.Family is null) return;
        // deepgram/nova is not Amazon's: a maker's own list names its own products.
        if (Makers.OfProvider(provider) is "deepgram" and var own) (reading.Maker, reading.Family) = (own, reading.Family with { Organization = own, Name = $"deepgram-{reading.Family.Name}" });
        var name = words[at].Text;
        if (Family.ByWord.ContainsKey(name) && name is not ("sonnet" or "opus" or "haiku" or "mythos" or "fable")) words.RemoveAt(at);
        words.RemoveAll(w => w.Text == reading.Family.Name);
        if (reading.Family.Name == "claude") words.RemoveAll(w => w.Text == "claude");
        if (reading.Family.Name == "mythos") reading.Family = Family.ByWord["claude"];
        reading.FamilyAt = Math.Min(at, words.Count);
    }

    // google-gemma-3, databricks-gpt-5: who made it or who serves it, before the name.
    private static void DropMakers(List<NameWord> words, Reading reading, string provider)
    {
        if (reading.Family is null && words.Count < 2) return;
        if (reading is { Family: null, StatedMaker: null } && Makers.StandsInNames(words[0].Text) && Makers.Find(words[0].Text) is { } stated)
        {
            (reading.Maker, reading.StatedMaker) = (stated, stated);
            words.RemoveAt(0);
        }
        else if (reading.Family is null && reading.StatedMaker is not null && Makers.Find(words[0].Text) == reading.StatedMaker) words.RemoveAt(0);
        if (reading.Family is null) return;
        var serving = provider.ToLowerInvariant().Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        var i = 0;
        while (i < words.Count && i < reading.FamilyAt)
        {
            var word = words[i].Text;
            // nano-gpt's nano is not the model's.
            var known = (Makers.StandsInNames(word) && !(reading.Family.Rank == 0 && Family.ByWord.ContainsKey(word))) || (serving.Contains(word) && !Vocabulary.Products.Contains(word)) || Vocabulary.ServingNames.Contains(word);
            if (!known)
            {
                i++;
                continue;
            }
            words.RemoveAt(i);
            reading.FamilyAt--;
        }
    }
}
