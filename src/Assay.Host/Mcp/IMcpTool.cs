using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Assay.Host.Mcp;

/// <summary>
/// A tool of the MCP server: what it is called, what may be asked, and its answer. Each has a file in the folder of its feature; one scan of the assembly
/// finds them. An implementation is safe for many calls at once.
/// </summary>
public interface IMcpTool
{
    /// <summary>snake_case; fixed for clients.</summary>
    string Name { get; }

    string Title { get; }

    /// <summary>For the model that chooses among tools: what it answers, and when to use it.</summary>
    string Description { get; }

    IReadOnlyList<ToolParameter> Parameters { get; }

    /// <summary>JSON Schema of the structured content.</summary>
    JsonObject Output { get; }

    /// <summary>False: it is not offered, and a call says how to allow it.</summary>
    bool IsListed => true;

    /// <summary>By default: it changes nothing, the same question has the same answer, and it asks nobody outside.</summary>
    ToolAnnotations Annotations => new() { Title = Title, ReadOnlyHint = true, IdempotentHint = true, DestructiveHint = false, OpenWorldHint = false };

    /// <summary>Answers; what cannot be answered is <see cref="ToolAnswer.Refused"/>, not an exception.</summary>
    Task<ToolAnswer> Answer(ToolArguments asked, CancellationToken cancellationToken);
}

/// <summary>What a call of a tool came to.</summary>
public abstract record ToolAnswer
{
    private ToolAnswer() { }

    /// <param name="Structured">Parts of a view, under the names that they have there.</param>
    /// <param name="Text">The same in Markdown.</param>
    /// <param name="Failed">What was asked for did not come, and the content says why.</param>
    public sealed record Found(JsonObject Structured, string Text, bool Failed = false) : ToolAnswer;

    /// <param name="Problems">One sentence each, with the value, what is allowed and the fix.</param>
    public sealed record Refused(IReadOnlyList<string> Problems) : ToolAnswer;

    internal static Task<ToolAnswer> No(IReadOnlyList<string> problems) => Task.FromResult<ToolAnswer>(new Refused(problems));
}
