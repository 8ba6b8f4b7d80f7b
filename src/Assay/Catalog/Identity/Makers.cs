using System.Collections.Frozen;

namespace Assay.Catalog.Identity;

/// <summary>
/// Organisations and the ways catalogues write them: general knowledge. A line is the id used here and its other names. The names serve to
/// read paths (<c>meta-llama/…</c>), dotted prefixes (<c>us.anthropic.…</c>) and the ids of providers that are makers.
/// </summary>
internal static class Makers
{
    private const string Table = """
        01-ai 01ai yi
        abacusai
        ai21 ai21-labs ai21labs
        aion-labs
        aisingapore
        alibaba qwen qwenlm alibaba-cn alibaba-cloud dashscope tongyi bailian tongyi-zhiwen alibaba-token-plan alibaba-token-plan-cn alibaba-coding-plan alibaba-coding-plan-cn
        alibaba-nlp
        allenai ai2
        amazon aws amazon-nova amazon_nova
        anthracite-org
        anthropic
        arcee-ai arcee arcee_ai
        baai
        baidu paddlepaddle qianfan
        bytedance bytedance-seed volcengine
        bsc-lt
        cognitivecomputations
        cohere cohereforai cohere_chat c4ai cohereai
        core42
        databricks
        deepcogito
        deepgram
        deepseek deepseek-ai
        essentialai
        elevenlabs
        google gemini deepmind google-ai-studio
        gryphe
        huggingfaceh4
        ibm ibm-granite
        inception
        inclusionai bailing
        inflection
        intfloat
        kwaipilot kuaishou
        latitudegames
        lgai lgai-exaone
        liquid liquidai
        meganova-ai meganova
        meituan longcat
        meta meta-llama meta_llama llama facebook
        microsoft
        minimax minimaxai minimax-cn minimax-coding-plan minimax-cn-coding-plan
        mistral mistralai mistral-ai
        moonshotai moonshot moonshot-ai moonshotai-cn kimi kimi-for-coding
        nex-agi
        nousresearch nous
        nvidia nvidia_nim nvidia-nim
        open-thoughts
        openai azure-openai chatgpt text-completion-openai
        openchat
        perplexity perplexity-ai perplexity-agent
        phind
        poolside
        prime-intellect primeintellect
        reka rekaai
        relace
        morph morphllm
        sakana
        salesforce
        sarvam sarvamai
        sentientagi
        shisa-ai
        snorkel
        snowflake
        speakleash
        stability stabilityai stability-ai
        stepfun stepfun-ai
        swiss-ai
        tencent tencent-hunyuan
        thudm
        tii tiiuae
        tng tngtech
        together
        upstage
        voyage voyageai
        writer
        xai x-ai
        xiaomi xiaomimimo xiaomi-token-plan-ams xiaomi-token-plan-cn xiaomi-token-plan-sgp
        zhipuai zai z-ai zai-org z_ai zhipu zai-coding-plan zhipuai-coding-plan thudm
        """;

    /// <summary>Names that also stand at the front of a model's own name, after which a family follows: <c>google-gemma-3</c>, <c>meta-llama-3</c>.</summary>
    private static readonly FrozenSet<string> InNames = FrozenSet.ToFrozenSet(
        [
            "meta", "google", "openai", "anthropic", "zai", "org", "nvidia", "cohere", "c4ai", "amazon", "ibm", "microsoft", "perplexity", "xai", "alibaba", "ai21", "labs",
            "bytedance", "tencent", "baidu", "moonshotai", "xiaomi", "moonshot", "mistralai", "mistral", "minimaxai", "arcee", "nous", "upstage", "inclusionai", "open", "z", "ai", "sea",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByName = Read();

    /// <summary>The id of the organisation that a path segment or a provider id names, or null.</summary>
    public static string? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The organisation that serves under this provider id, where the provider is a maker; else null.</summary>
    public static string? OfProvider(string provider) => Find(provider.ToLowerInvariant());

    public static bool StandsInNames(string word) => InNames.Contains(word);

    private static FrozenDictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            foreach (var word in words) names[word] = words[0];
        }
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
