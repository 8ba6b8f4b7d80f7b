using System.Net;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Described;

public sealed class ApiPageTests(CuratedSite site)
{
    [Fact]
    public async Task It_shows_every_operation_parameter_and_schema_of_the_description()
    {
        var api = new DescribedApi(await site.Json("/openapi/v1.json"));
        var html = await site.Client.GetStringAsync(new Uri("/api", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = WebUtility.HtmlDecode(html);
        foreach (var operation in api.Operations)
        {
            text.ShouldContain($"id=\"{operation.Name}\"");
            text.ShouldContain($"<code>{operation.Path}</code>");
            text.ShouldContain(operation.It["summary"]!.GetValue<string>());
            foreach (var parameter in operation.Parameters) text.ShouldContain(parameter["description"]!.GetValue<string>());
        }
        foreach (var schema in api.Document["components"]!["schemas"]!.AsObject()) text.ShouldContain($"id=\"schema-{schema.Key}\"");
        html.ShouldContain("href=\"/openapi/v1.json\"");
        html.ShouldNotContain("<partial");
    }

    [Fact]
    public async Task Requests_to_copy_are_whole_and_those_to_open_answer()
    {
        var page = await site.Page("/api");
        page.Text.ShouldContain("curl 'http://localhost/api/v1/compare?models=google/gemma-3-12b-it,openai/gpt-4o'");
        page.Text.ShouldContain("curl -X POST -H 'Content-Type: application/json' --data-binary '{\"vote\":\"left\"}' 'http://localhost/api/v1/arena/battles/");
        page.Text.ShouldContain("\"verdict\": {");
        page.Text.ShouldContain("1 to 10,000");
    }

    [Fact]
    public async Task Every_page_of_the_live_site_leads_to_it() => (await site.Page("/methodology")).Html.ShouldContain("href=\"/api\"");
}
