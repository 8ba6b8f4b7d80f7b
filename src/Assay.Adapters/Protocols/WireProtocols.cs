using System.Runtime.CompilerServices;

namespace Assay.Adapters.Protocols;

/// <summary>Every protocol that goes over HTTP, found by one scan of the assembly.</summary>
public static class WireProtocols
{
    private static readonly Type[] Types = [.. typeof(WireProtocols).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(HttpProtocol)))];

    /// <summary>By id: <c>anthropic</c>, <c>gemini</c>, <c>ollama</c>, <c>openai-chat</c>, <c>openai-responses</c>.</summary>
    public static IReadOnlyList<IProtocol> All(WireHttp http) => [.. Types.Select(t => (IProtocol)Activator.CreateInstance(t, http)!).OrderBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>The ids, for settings and messages.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Types.Select(t => ((IProtocol)RuntimeHelpers.GetUninitializedObject(t)).Id).Order(StringComparer.Ordinal)];
}
