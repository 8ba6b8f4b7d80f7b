using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Units;

namespace Assay.Host.Catalog;

/// <summary>The day that a surface was asked for: the whole answer is as it would have been then.</summary>
/// <param name="Text">As typed; null where no day was asked for.</param>
/// <param name="Day">The day; today where none was asked for or the text cannot be used.</param>
/// <param name="Problem">What is wrong with the text; null where nothing is.</param>
public sealed record AskedDay(string? Text, DateOnly Day, string? Problem, LiveCatalog Live)
{
    /// <summary>A day before today.</summary>
    public bool IsPast => Day < Live.Today;

    public CatalogSnapshot Catalog => Live.On(Day);
    public CatalogHistory History => Live.HistoryOn(Day);

    /// <summary>An address of ours that keeps the day.</summary>
    public string Link(string path) => IsPast ? Web.Html.PinnedLinks.Pinned(path, Text!) : path;

    /// <summary>A day, month or year up to today; of a month or year its last day, or today where it is not over.</summary>
    public static AskedDay Read(string? text, LiveCatalog live)
    {
        var today = live.Today;
        if (string.IsNullOrWhiteSpace(text)) return new(null, today, null, live);
        if (!PartialDate.TryParse(text.Trim(), out var date)) return new(text, today, $"'{text}' is not a date: write 2025-06-30, 2025-06 or 2025.", live);
        if (date.Earliest > today) return new(text, today, $"'{text}' is still to come, and nobody knows what sources will say: ask for a day up to today, {today:yyyy-MM-dd}.", live);
        return new(text.Trim(), date.Latest < today ? date.Latest : today, null, live);
    }

    /// <summary>The page shows today after all, and says why.</summary>
    public static void Forget(HttpContext context) => context.Items[typeof(AskedDay)] = Read(null, context.RequestServices.GetRequiredService<LiveCatalog>());

    /// <summary>Of a request: <c>asof</c> or <c>as_of</c>.</summary>
    public static AskedDay Of(HttpContext context)
    {
        if (context.Items[typeof(AskedDay)] is AskedDay known) return known;
        var query = context.Request.Query;
        var text = query["asof"].ToString() is { Length: > 0 } given ? given : query["as_of"].ToString();
        var asked = Read(text, context.RequestServices.GetRequiredService<LiveCatalog>());
        context.Items[typeof(AskedDay)] = asked;
        return asked;
    }
}
