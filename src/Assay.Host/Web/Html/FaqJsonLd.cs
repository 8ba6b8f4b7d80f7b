using System.Text.Json.Nodes;
using Assay.Host.Comparison;

namespace Assay.Host.Web.Html;

/// <summary>The questions of a page as schema.org FAQPage. Source: https://schema.org/FAQPage.</summary>
public static class FaqJsonLd
{
    public static string Of(IReadOnlyList<FaqView> faq) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "FAQPage",
        ["mainEntity"] = new JsonArray([.. faq.Select(q => new JsonObject
        {
            ["@type"] = "Question", ["name"] = q.Question, ["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = q.Answer },
        })]),
    }.ToJsonString();
}
