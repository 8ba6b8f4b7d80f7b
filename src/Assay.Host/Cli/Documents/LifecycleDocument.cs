using Assay.Host.Catalog.History;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>What ends, as a document.</summary>
public static class LifecycleDocument
{
    public static Document Of(LifecycleRadarView view)
    {
        var document = new Document("Lifecycle").Heading(1, "Lifecycle").Paragraph(
            $"As of {view.AsOf}{(view.Within is null ? "" : $", up to {view.Within}")}{(view.Model is null ? "" : $", of {view.Model}")}{(view.Watch ? ", of what is watched" : "")}.");
        Part(document, "Ahead", view.Ahead, "No end and no deprecation ahead is known.");
        Part(document, "Deprecated, no day given", view.Undated, null);
        Part(document, $"Shut down in the last {view.PastDays} days", view.Past, null);
        return document;
    }

    private static void Part(Document document, string heading, IReadOnlyList<LifecycleEventView> events, string? none)
    {
        if (events.Count == 0 && none is null) return;
        document.Heading(2, heading);
        if (events.Count == 0) document.Paragraph(none!);
        foreach (var day in events.GroupBy(e => e.When))
        {
            if (day.First().Day is null) document.Bullets(day.Select(Item));
            else document.Heading(3, day.First().DaysLeft is { } left ? $"{day.Key}, {(day.Key.Length == 10 ? "in" : "within")} {Words.Plural(left, "day")}" : day.Key).Bullets(day.Select(Item));
        }
    }

    private static BulletItem Item(LifecycleEventView happens)
    {
        var what = happens switch
        {
            { Day: null } => "is deprecated",
            { Event: "retires", DaysLeft: null } => "was shut down",
            { Event: "retires" } => "is to be shut down",
            _ => "counts as deprecated from then on",
        };
        var successor = happens.Successor is null ? "No successor is named." : $"Successor: {happens.SuccessorName ?? happens.Successor}.";
        var claim = happens.Fact.Claims is [var first, ..] ? first : null;
        var disputed = happens.Fact.State == "disputed" ? $" ≠ Also said: {string.Join(", ", happens.Fact.Claims.Select(c => c.Display).Distinct().Skip(1))}." : "";
        return new(new($"{happens.ModelName} {what} ({happens.Scope}). {successor}{disputed}{(claim is null ? "" : $" Says {claim.Source}, as of {claim.AsOf}.")}"), claim?.Url);
    }
}
