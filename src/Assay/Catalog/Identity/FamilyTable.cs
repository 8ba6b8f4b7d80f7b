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
        nemotron | nvidia | open sized
        hermes openhermes deephermes | nousresearch | open sized
        capybara | nousresearch | open sized
        dolphin | cognitivecomputations | open sized
        cogito | deepcogito | open sized
        dobby | sentientagi | open sized
        shisa | shisa-ai | open sized
        lion | aisingapore | open sized
        phind | phind | open sized
        snorkel | snorkel | open sized
        wizardlm | microsoft | open sized
        openchat | openchat | open sized
        openthinker | open-thoughts | open sized
        zephyr | huggingfaceh4 | open sized
        vicuna | lmsys | open sized
        llava firellava | llava | open sized
        tulu | allenai | open sized
        aion | aion-labs | open
        chimera | tng | open
        e5 | intfloat | open
        bge | baai | open
        gte | alibaba-nlp | open
        wayfarer | latitudegames | open sized
        mythomax | gryphe | open sized
        remm | undi95 | open sized
        toppy | undi95 | open sized
        dracarys | abacusai | open sized
        holo | hcompany | open sized
        mirothinker | miromind | open
        tongyi | alibaba | open
        """;

    private const string Plain = """
        claude sonnet opus haiku | anthropic |
        gpt | openai | tiers
        chatgpt | openai | tiers
        gpt-oss | openai | open sized
        o | openai | previews
        whisper | openai | open tiers
        learnlm | google |
        veo | google | tiers
        imagen | google | tiers
        lyria | google | previews
        sora | openai | tiers
        wan | alibaba | tiers
        kling | klingai | tiers
        seedance seedream | bytedance | tiers
        flux | black-forest-labs | tiers
        recraft | recraft |
        gemma | google | open sized barebase
        codegemma | google | open sized
        paligemma | google | open sized
        medgemma | google | open sized
        shieldgemma | google | open sized
        grok | xai | tiers
        llama | meta | open sized barebase
        codellama | meta | open sized barebase
        ministral | mistral | open sized dated
        mixtral | mistral | open sized barebase
        devstral | mistral | open dated
        codestral | mistral | open dated
        magistral | mistral | open dated
        pixtral | mistral | open sized dated
        voxtral | mistral | open dated
        mathstral | mistral | open
        qwen | alibaba | open sized barebase dated | 3
        qwq | alibaba | open sized
        qvq | alibaba | open sized
        deepseek | deepseek | open dated
        kimi | moonshotai | open dated | k2
        glm chatglm | zhipuai | open sized dated | 4.1
        codegeex | zhipuai | open sized
        autoglm | zhipuai | open sized
        mimo | xiaomi | open
        ernie | baidu | open sized tiers | *
        hunyuan | tencent | open sized tiers | *
        hy | tencent | open previews
        step stepfun | stepfun | open dated
        jamba | ai21 | open
        nova | amazon |
        titan | amazon |
        command | cohere | open
        aya | cohere | open sized
        sonar | perplexity | open
        seed doubao | bytedance | sized | *
        phi | microsoft | open sized
        mai | microsoft |
        granite | ibm | open sized
        falcon | tii | open sized
        olmo | allenai | open sized | *
        molmo | allenai | open sized
        lfm | liquid | open sized | *
        exaone | lgai | open sized
        internlm | internlm | open sized
        internvl | internlm | open sized
        yi | 01-ai | open sized barebase tiers
        baichuan | baichuan | open sized tiers
        solar | upstage | open
        reka | reka |
        palmyra | writer |
        mercury | inception |
        inflection | inflection |
        voyage | voyage |
        trinity | arcee-ai | open | *
        virtuoso | arcee-ai |
        longcat | meituan | open dated | *
        ling | inclusionai | open
        ring | inclusionai | open
        kat | kwaipilot |
        manta | meganova-ai |
        dbrx | databricks | open
        arctic | snowflake | open
        jais | core42 | open sized
        apertus | swiss-ai | open sized
        bielik | speakleash | open sized
        intellect | prime-intellect | open
        starcoder | bigcode | open sized
        mythos fable | anthropic |
        relace | relace |
        morph | morph |
        sarvam | sarvam | open sized
        gigachat | sberbank |
        laguna | poolside |
        fugu | sakana |
        """;

    // Names of the house: they are the family only where no name of a product stands beside them.
    private const string Houses = """
        mistral | mistral | open sized dated
        gemini | google |
        embed | cohere |
        rerank | cohere |
        moonshot | moonshotai |
        minimax | minimax | open
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
        "sized" => FamilyTraits.Sized,
        "barebase" => FamilyTraits.BareBase,
        "dated" => FamilyTraits.Dated,
        "tiers" => FamilyTraits.OwnTiers,
        "previews" => FamilyTraits.OwnPreviews,
        _ => throw new InvalidOperationException($"'{word}' is no trait of a family: see FamilyTable.Trait."),
    };
}
