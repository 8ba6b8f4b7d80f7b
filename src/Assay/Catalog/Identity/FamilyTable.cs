using System.Collections.Frozen;

namespace Assay.Catalog.Identity;

/// <summary>
/// Families of models: general knowledge of who makes what and how it is named, not a list of models. A line is: words that name the
/// family (the first is the canonical one), its maker, its traits. What is not listed is read by general rules.
/// </summary>
internal static class FamilyTable
{
    // Built on other families and named after them too.
    private const string Derived = """
        nemotron | nvidia | open
        hermes | nousresearch | open
        openhermes | nousresearch | open
        deephermes | nousresearch | open
        capybara | nousresearch | open
        dolphin | cognitivecomputations | open
        cogito | deepcogito | open
        dobby | sentientagi | open
        shisa | shisa-ai | open
        lion | aisingapore | open
        phind | phind | open
        snorkel | snorkel | open
        wizardlm | microsoft | open
        openchat | openchat | open
        openthinker | open-thoughts | open
        zephyr | huggingfaceh4 | open
        vicuna | lmsys | open
        llava firellava | llava | open
        tulu | allenai | open
        aion | aion-labs | open
        chimera | tng | open
        e5 | intfloat | open
        bge | baai | open
        gte | alibaba-nlp | open
        wayfarer | latitudegames | open
        mythomax | gryphe | open
        remm | undi95 | open
        toppy | undi95 | open
        dracarys | abacusai | open
        holo | hcompany | open
        mirothinker | miromind | open
        tongyi | alibaba | open
        qwq | alibaba | open
        qvq | alibaba | open
        sonar | perplexity | open
        """;

    private const string Plain = """
        claude sonnet opus haiku | anthropic |
        gpt | openai | tiers
        chatgpt | openai | tiers
        gpt-oss | openai | open
        o | openai | previews
        whisper | openai | open tiers
        learnlm | google |
        veo | google | tiers
        imagen | google | tiers
        lyria | google | previews
        sora | openai | tiers
        dall-e | openai | tiers
        wan | alibaba | tiers
        kling | klingai | tiers
        seedance | bytedance | tiers
        seedream | bytedance | tiers
        flux | black-forest-labs | tiers
        recraft | recraft |
        gemma | google | open barebase
        codegemma | google | open
        paligemma | google | open
        medgemma | google | open
        shieldgemma | google | open
        grok | xai | tiers
        llama | meta | open barebase
        codellama | meta | open barebase
        ministral | mistral | open dated
        mixtral | mistral | open barebase
        devstral | mistral | open dated unsized
        codestral | mistral | open dated unsized
        magistral | mistral | open dated unsized
        pixtral | mistral | open dated
        voxtral | mistral | open dated unsized
        mathstral | mistral | open unsized
        qwen | alibaba | open barebase dated | 3
        deepseek | deepseek | open dated unsized
        kimi | moonshotai | open dated unsized | k2
        glm chatglm | zhipuai | open dated | 4.1
        codegeex | zhipuai | open
        autoglm | zhipuai | open
        mimo | xiaomi | open unsized
        ernie | baidu | open tiers | *
        hunyuan | tencent | open tiers | *
        hy | tencent | open previews
        step stepfun | stepfun | open dated unsized
        jamba | ai21 | open unsized
        nova | amazon |
        titan | amazon | tiers
        command | cohere | open
        aya | cohere | open
        seed doubao | bytedance | | *
        phi | microsoft | open
        mai | microsoft |
        granite | ibm | open
        falcon | tii | open
        olmo | allenai | open | *
        molmo | allenai | open
        lfm | liquid | open | *
        exaone | lgai | open
        internlm | internlm | open
        internvl | internlm | open
        yi | 01-ai | open barebase tiers
        baichuan | baichuan | open tiers
        solar | upstage | open
        reka | reka |
        palmyra | writer |
        mercury | inception |
        inflection | inflection |
        voyage | voyage |
        trinity | arcee-ai | open | *
        virtuoso | arcee-ai |
        longcat | meituan | open dated unsized | *
        ling | inclusionai | open
        ring | inclusionai | open
        kat | kwaipilot |
        manta | meganova-ai |
        dbrx | databricks | open
        arctic | snowflake | open
        jais | core42 | open
        apertus | swiss-ai | open
        bielik | speakleash | open
        intellect | prime-intellect | open unsized
        starcoder | bigcode | open
        mythos fable | anthropic |
        relace | relace |
        morph | morph |
        sarvam | sarvam | open
        gigachat | sberbank |
        laguna | poolside |
        fugu | sakana |
        """;

    // Names of the house: they are the family only where no name of a product stands beside them.
    private const string Houses = """
        mistral | mistral | open dated
        gemini | google |
        embed | cohere |
        rerank | cohere | tiers
        moonshot | moonshotai |
        minimax | minimax | open unsized
        """;

    public static FrozenDictionary<string, Family> Read() =>
        Read(Derived, 0).Concat(Read(Plain, 1)).Concat(Read(Houses, 2)).ToFrozenDictionary(f => f.Word, f => f.Family, StringComparer.Ordinal);

    private static IEnumerable<(string Word, Family Family)> Read(string table, int rank)
    {
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var words = cells[0].Split(' ');
            var traits = cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(FamilyTraits.None, (all, word) => all | Trait(word));
            var family = new Family(words[0], cells[1], traits, rank) { Thinks = cells.Length > 3 ? cells[3] : "" };
            foreach (var word in words) yield return (word, family);
        }
    }

    private static FamilyTraits Trait(string word) => word switch
    {
        "open" => FamilyTraits.Open,
        "unsized" => FamilyTraits.Unsized,
        "barebase" => FamilyTraits.BareBase,
        "dated" => FamilyTraits.Dated,
        "tiers" => FamilyTraits.OwnTiers,
        "previews" => FamilyTraits.OwnPreviews,
        _ => throw new InvalidOperationException($"'{word}' is no trait of a family: see FamilyTable.Trait."),
    };
}
