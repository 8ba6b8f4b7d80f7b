using System.Text.Json;
using Assay.Units;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assay.Host.Mcp;

/// <summary>Ways to begin: what a user chooses from a menu, and the client's model is then told.</summary>
public static class McpPrompts
{
    private const int Longest = 2_000;

    private sealed record Way(Prompt Prompt, Func<Func<string, string>, string> Words);

    private static readonly Way[] All =
    [
        new(new()
        {
            Name = "choose_model", Title = "Choose a model", Description = "From a need to a short list, a comparison and a choice with its sources.",
            Arguments = [Needed("need", "What the model is for, and what it must have or must not cost."), Optional("traffic", "What is sent in a month, as far as it is known: 800M tokens in, 250M out, 1M requests.")],
        }, a => $"""
            I need a model for this: {a("need")}
            Traffic a month: {a("traffic") switch { "" => "not told; ask me before you speak of cost, or say which traffic you took", var told => told }}

            Use Assay's tools. Write what I need as a filter and call find_models; look at those that might meet it, too, and tell me what nobody says of them. Take the two or three best to compare_models at my traffic. Then give me one choice and what speaks against it, each figure with its source and date. Where a fact is unknown or disputed, say so; if the evidence does not settle it, say that and name what would.
            """),
        new(new()
        {
            Name = "replace_model", Title = "Replace a model", Description = "What may take the place of a model that is dear, old or about to be shut down.",
            Arguments = [Needed("model", "The model that is in use."), Optional("why", "Why it is to go, such as cost or its end of life.")],
        }, a => $"""
            We use {a("model")} and think of replacing it{(a("why") is { Length: > 0 } why ? $", because of this: {why}" : "")}.

            Use Assay's tools. show_model first: is it deprecated, when does it end, what does its maker name as successor? Then find_models for those that can all that it can, at no greater cost if cost is the reason, and compare_models with the two nearest. Tell me what each switch takes (capabilities lost, context, protocol, what to test again), what it saves at our traffic, and which of these figures are unknown or disputed. Give source and date of each.
            """),
        new(new()
        {
            Name = "defend_decision", Title = "Defend a decision", Description = "What stands for and against a choice that was made, as somebody who doubts it would ask.",
            Arguments = [Needed("candidate", "The model that was chosen."), Needed("instead_of", "The model that it was chosen over.")],
        }, a => $"""
            We chose {a("candidate")} over {a("instead_of")}. Examine it as somebody who doubts it.

            Use Assay's tools: compare_models with detail=full, conflicts of both, changes of both in the last 90 days, and eval_report if a run has both. List what speaks for the choice and what against it, each with source and date; what rests on old, disputed or unconfirmed figures; what is unknown. End with what would overturn the choice, and with the figures to check again before it is final.
            """),
    ];

    public static ListPromptsResult List { get; } = new() { Prompts = [.. All.Select(w => w.Prompt)] };

    /// <exception cref="McpProtocolException">There is no such prompt, or an argument is missing.</exception>
    public static GetPromptResult Get(string name, IDictionary<string, JsonElement>? arguments)
    {
        var way = Array.Find(All, w => w.Prompt.Name == name) ?? throw new McpProtocolException($"There is no prompt '{Visible.Line(name, 60)}'. Allowed: {string.Join(", ", All.Select(w => w.Prompt.Name))}.", McpErrorCode.InvalidParams);
        string Argument(string wanted) => arguments?.TryGetValue(wanted, out var value) == true ? Visible.Line(value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText(), Longest) : "";
        if (way.Prompt.Arguments!.FirstOrDefault(a => a.Required == true && Argument(a.Name).Length == 0) is { } missing) throw new McpProtocolException($"The prompt {name} needs '{missing.Name}'. {missing.Description}", McpErrorCode.InvalidParams);
        return new() { Description = way.Prompt.Description, Messages = [new() { Role = Role.User, Content = new TextContentBlock { Text = way.Words(Argument) } }] };
    }

    private static PromptArgument Needed(string name, string description) => new() { Name = name, Description = description, Required = true };

    private static PromptArgument Optional(string name, string description) => new() { Name = name, Description = description, Required = false };
}
