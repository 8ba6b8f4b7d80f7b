using System.Text.Json.Nodes;
using Assay.Calls;
using Assay.Host.Cli.Text;
using Assay.Host.Mcp;
using Assay.Host.Web;
using Assay.Playground;
using Assay.Units;
using ModelContextProtocol.Protocol;

namespace Assay.Host.Playground;

/// <summary><c>run_prompt</c>: a turn of the playground, where the settings allow it, under their cap on cost.</summary>
public sealed class RunPromptTool(McpSpend spend, TurnPlanner planner, TurnRunner runner, TurnViewBuilder views, CallCapped call) : IMcpTool
{
    private const int UsualTokens = 1_000, MostTokens = 32_000;

    /// <summary>Of the replies of all models together.</summary>
    private const int Letters = 8_000;

    /// <summary>What an answer says to whoever calls the tool where it is off.</summary>
    internal const string Off = "run_prompt is off: nothing is sent to a model in your name unless you allow it. Write 'mcp: { run_prompt: true, max_cost_usd: 1 }' into assay.yaml in the data folder, and ask again; docs/mcp.md says what it then may do.";

    private static readonly ToolView<TurnView> View = new(AssayJson.Default.TurnView,
        "id,created,task,prompt,state,images,lanes[](model,model_id,name,provider,state,text,partial_text,stop,stop_words,failure,possibly_paid,total_ms,usage,cost)",
        "id,created,task,prompt,state,images,reference,lanes[](model,model_id,name,provider,state,prompt,text,partial_text,reasoning,stop,stop_words,served_model,failure,possibly_paid,first_token_ms,total_ms,usage,cost,not_honoured,reading)");

    public string Name => "run_prompt";
    public string Title => "Put a prompt to models";
    public string Description => "Puts one task to one to eight models at once and gives their replies with time, tokens and cost; the turn is kept in the user's playground. It costs the user money with hosted models, up to the cap of the settings: ask before you call it. Models of this machine (local/…) are free.";

    public IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        ToolParameter.Models with { Least = 1, Most = Turn.MostLanes, Description = "provider/model, or any name of a model of the catalogue; models of this machine: local/…" },
        new("task", ParameterKind.Text, "What is asked for: an answer to a chat (no image), or of an image a caption, a class, boxes, its text, or an answer.") { Allowed = [.. ModelTasks.All.Select(t => t.Name())], Default = "chat" },
        new("prompt", ParameterKind.Text, "What the models are told. May be left out for caption, ocr and the like, which have a prompt of their own."),
        new("image", ParameterKind.Text, "An image: an address (https://…), sample:receipt, or the hash of an image sent before."),
        new("max_output_tokens", ParameterKind.Whole, "The longest reply.") { Least = 1, Most = MostTokens, Default = $"{UsualTokens}" },
        new("temperature", ParameterKind.Number, "0 to 2; left out, the model's own.") { Least = 0, Most = 2 }, ToolParameter.Detail, ToolParameter.Cursor,
    ];

    public JsonObject Output => View.Output;

    public bool IsListed
    {
        get
        {
            try
            {
                return spend.Settings.RunPrompt;
            }
            catch (Adapters.Settings.SettingsException)
            {
                return false; // a call tells what is wrong with them
            }
        }
    }

    public ToolAnnotations Annotations => new() { Title = Title, ReadOnlyHint = false, IdempotentHint = false, DestructiveHint = false, OpenWorldHint = true };

    public async Task<ToolAnswer> Answer(ToolArguments asked, CancellationToken cancellationToken)
    {
        if (!spend.Settings.RunPrompt) return new ToolAnswer.Refused([Off]);
        var ask = new TurnAsk
        {
            Models = asked.Texts("models"), Task = asked.Text("task") ?? "chat", Prompt = asked.Text("prompt"), Image = asked.Text("image"), MaxOutputTokens = asked.Whole("max_output_tokens"), Temperature = asked.Number("temperature"),
        };
        var whole = asked.IsFull;
        if (asked.Text("cursor") is not null) asked.Add(["A turn that was run has no further pages here: it is kept, and its page in the playground has all of it. Leave cursor out."]);
        if (ask.Image is { } image && ImageSource.Read(image) is null or ImageSource.Upload) asked.Add([$"image '{Visible.Line(image!, 60)}' is not an address (https://…), sample:NAME or the hash of an image sent before: files are sent on the playground's page."]);
        if (asked.Problems.Count > 0) return new ToolAnswer.Refused(asked.Problems);
        var (plan, problems) = await planner.Plan(ask, cancellationToken);
        if (plan is null) return new ToolAnswer.Refused(problems);
        var cap = spend.Cap;
        if (runner.Start(plan with { Call = (request, stop) => call(request, cap, stop) }) is not { } run) return new ToolAnswer.Refused([PlaygroundApi.BusyWords]);
        await using (cancellationToken.Register(run.Stop)) await run.Ended;
        cancellationToken.ThrowIfCancellationRequested();
        var view = views.Of(run.Turn, running: false);
        var document = TurnDocument.Of(view, ReadingQuery.UsualScore).Paragraph($"Kept as turn {view.Id}. Spent so far: {Format.Usd(cap.Spent)} of {Format.Usd(cap.Usd)}.");
        var words = Markdown.Write(document);
        return new ToolAnswer.Found(View.Items(View.Node(view), whole, 0, view.Lanes.Count, McpCall.RoomBeside(words), Letters / view.Lanes.Count), words, Failed: view.Lanes.All(l => l.State != "replied"));
    }
}
