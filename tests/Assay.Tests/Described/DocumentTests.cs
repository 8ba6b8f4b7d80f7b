using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Tests.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Tests.Described;

public sealed partial class DocumentTests(CuratedSite site)
{
    private async Task<DescribedApi> Api() => new(await site.Json("/openapi/v1.json"));

    [Fact]
    public async Task It_is_openapi_3_1_under_whatever_name_the_site_has()
    {
        var document = (await Api()).Document;
        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        document["servers"]![0]!["url"]!.GetValue<string>().ShouldBe("/");
    }

    [Fact]
    public async Task Routes_and_description_agree_in_both_directions()
    {
        using var own = new Site(FixedClaims.Curated);
        using var client = own.Plain();
        // The feed is of another format, and the description does not describe itself.
        var routes = own.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => (Path: "/" + Constraint().Replace(e.RoutePattern.RawText!.TrimStart('/'), ""), e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods))
            .Where(r => r.HttpMethods is not null && (r.Path.StartsWith("/api/", StringComparison.Ordinal) || r.Path.EndsWith(".json", StringComparison.Ordinal)) && r.Path is not ("/feed.json" or "/openapi/v1.json"))
            .SelectMany(r => r.HttpMethods!.Select(m => $"{m} {r.Path}")).Distinct();
        (await Api()).Operations.Select(o => $"{o.Method.ToUpperInvariant()} {o.Path}").ShouldBe(routes, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_a_group_errors_and_an_example_of_all_it_takes()
    {
        var api = await Api();
        var groups = api.Document["tags"]!.AsArray().Select(t => t!["name"]!.GetValue<string>()).ToArray();
        api.Operations.Select(o => o.Name).ShouldBeUnique();
        foreach (var operation in api.Operations)
        {
            operation.It["summary"]!.GetValue<string>().ShouldEndWith(".", customMessage: operation.Name);
            groups.ShouldContain(operation.It["tags"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>(), operation.Name);
            var answers = operation.It["responses"]!.AsObject().Select(r => r.Key).ToArray();
            answers.ShouldContain("default", operation.Name);
            answers.ShouldContain(a => a[0] == '2', operation.Name);
            if (operation.Parameters.Any(DescribedOperation.InPath)) answers.ShouldContain("404", operation.Name);
            if (operation.Method != "get") answers.ShouldContain("403", operation.Name);
            operation.It["responses"]!.AsObject().Where(r => r.Key is "default" || r.Key[0] is '4' or '5').ShouldAllBe(r => r.Value!["content"]!["application/problem+json"] != null, operation.Name);
            foreach (var parameter in operation.Parameters)
            {
                var name = $"{operation.Name} {DescribedOperation.NameOf(parameter)}";
                parameter["description"]!.GetValue<string>().ShouldNotBeEmpty(name);
                api.Fault(parameter["schema"], parameter["example"].ShouldNotBeNull(name)).ShouldBeNull(name);
                if (parameter["schema"]!["default"] is { } otherwise) api.Fault(parameter["schema"], otherwise).ShouldBeNull(name);
            }
            if (operation.It["requestBody"] is not { } body) continue;
            var example = body["content"]!.AsObject().Single(c => c.Value!["example"] is not null).Value!;
            if (example["example"] is JsonObject) api.Fault(example["schema"], example["example"]).ShouldBeNull(operation.Name);
        }
    }

    [Fact]
    public async Task Real_answers_stand_in_it_as_examples_and_are_as_their_schemas_say()
    {
        var api = await Api();
        foreach (var operation in api.Operations.Where(o => o.OfTheCatalogue))
        {
            var answer = operation.It["responses"]!["200"]!["content"]!["application/json"]!;
            api.Fault(answer["schema"], answer["example"].ShouldNotBeNull(operation.Name)).ShouldBeNull(operation.Name);
            answer["example"]!.ToJsonString().Length.ShouldBeInRange(10, 40_000, operation.Name);
        }
        // What is the user's own is in nobody's description.
        api.Operations.Where(o => !o.OfTheCatalogue).SelectMany(o => o.It["responses"]!.AsObject()).SelectMany(r => r.Value!["content"]?.AsObject() ?? []).ShouldAllBe(c => c.Value!["example"] == null);
    }

    [Fact]
    public async Task Ranges_words_and_defaults_are_those_of_the_code()
    {
        var api = await Api();
        JsonNode Schema(string operation, string parameter) => api.One(operation).Parameters.Single(p => DescribedOperation.NameOf(p) == parameter)["schema"]!;
        Schema("ListModels", "page_size").ToJsonString().ShouldBe("""{"maximum":10000,"minimum":1,"type":"integer","format":"int32","default":50}""");
        Schema("CompareModels", "input_tokens")["default"]!.GetValue<string>().ShouldBe("800M");
        Schema("PlaygroundModels", "task")["enum"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldBe(["caption", "classify", "detect", "ocr", "ask", "chat"]);
        var parts = api.Document["components"]!["schemas"]!;
        parts["FactView"]!["properties"]!["state"]!["enum"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldBe(["known", "no", "unknown", "not_applicable", "disputed"], ignoreOrder: true);
        parts["VerdictView"]!["properties"]!["decision"]!["enum"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldBe(["cannot_say", "first_better", "second_better", "no_difference"], ignoreOrder: true);
        parts["FactView"]!["properties"]!["exact"]!["description"]!.GetValue<string>().ShouldNotBeEmpty();
        parts["ProblemDetails"]!["properties"]!.AsObject().Select(p => p.Key).ShouldBe(["type", "title", "status", "detail", "instance", "problems", "nearest"]);
    }

    [Fact]
    public async Task Who_asks_again_gets_the_same_bytes_or_304()
    {
        using var first = await site.Plain.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        first.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        using var again = await site.Plain.SendAsync(request, TestContext.Current.CancellationToken);
        again.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotModified);
    }

    /// <summary>What a route's pattern says of the form of a parameter.</summary>
    [GeneratedRegex(@"(?<=\{\w+):[^}]*(?=\})")]
    private static partial Regex Constraint();
}
