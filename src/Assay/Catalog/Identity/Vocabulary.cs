using System.Collections.Frozen;

namespace Assay.Catalog.Identity;

/// <summary>Words that providers put into names and what they mean, whatever the model.</summary>
internal static class Vocabulary
{
    /// <summary>Say nothing about which model it is: chat-tuned by default, ways of packing, ways of service that change nothing.</summary>
    public static readonly FrozenSet<string> Silent = Set(
        "hf maas original mtp dynamic cloud default official new cs labs sambanova groq mixed ar paddle tools model models language hq gen api. textgeneration text. raw");

    /// <summary>Chat-tuned: says nothing where weights are published, and names a model of its own where they are not.</summary>
    public static readonly FrozenSet<string> Chat = Set("instruct chat it inst");

    public static readonly FrozenSet<string> Base = Set("base pretrain pretrained textgeneration");

    public static readonly FrozenSet<string> Quant = Set(
        "fp8 fp4 fp16 bf16 nvfp4 mxfp4 mxfp int4 int8 awq gptq gguf mlx exl2 exl3 w4a16 w8a8 4bit 6bit 8bit q4 q5 q6 q8 iq4 iq3 iq2 q3 draft quantized");

    /// <summary>Classes of service; <see cref="ProductTiers"/> may also be products.</summary>
    public static readonly FrozenSet<string> Tier = Set("flex priority highspeed ultraspeed tput throughput highthroughput basic reference express nitro coding lightning cheaper commitment batch scale standard exacto");

    /// <summary>Of these, the ones that are no maker's product.</summary>
    public static readonly FrozenSet<string> ServiceOnly = Set("flex priority highspeed tput throughput highthroughput nitro coding commitment batch exacto");

    /// <summary>Classes of service of open weights, products where the maker says so.</summary>
    public static readonly FrozenSet<string> ProductTiers = Set("turbo fast");

    public static readonly FrozenSet<string> Effort = Set("low high xhigh minimal medium none max");

    public static readonly FrozenSet<string> Tuned = Set("uncensored abliterated derestricted heretic unshackled unhinged roleplay rp solidity");

    public static readonly FrozenSet<string> Previews = Set("preview exp experimental beta");

    /// <summary>Words of makers' own model names. A word that is not here, beside an open family and its size, is somebody's tune.</summary>
    public static readonly FrozenSet<string> Products = Set("""
        mini nano micro tiny small medium large xl lite pro plus max ultra flash air airx flashx x premier turbo fast instant vision vl v omni audio coder code codex
        math guard guardian safeguard prompt embed embedding embeddings rerank reranker image edit tts asr ocr stt realtime live transcribe diarize search deepresearch research deep distill
        base moe next thinking think reasoning reasoner exp preview terminus speciale scout maverick nemo saba mamba python long mt character h captioner multimodal
        translate safety content spark voice video zero instruct chat latest opus sonnet haiku r plus gen lora z1 qwen llama mistral mixtral nemotron gemma yi s customtools native computer use
        robotics er oss neko prover a m k e2b e4b e5 super cascade lifelong english multilingual light horizon doc intent detect dpo pii flash
        """);

    /// <summary>Whoever serves, at the front of a name.</summary>
    public static readonly FrozenSet<string> ServingNames = Set("databricks cerebras groq azure bedrock vertex alicloud novita deepinfra workers hosted snowflake heroku aihubmix venice duo deep public");

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
