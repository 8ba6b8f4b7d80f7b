using System.Net;
using System.Text.Json.Nodes;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Described;

/// <summary>Every read of the catalogue, asked as its own description says.</summary>
public sealed class CatalogueAnswersTests(CuratedSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<DescribedApi> Api() => new(await site.Json("/openapi/v1.json"));

    private async Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await site.Plain.SendAsync(request, Stop);
    }

    [Fact]
    public async Task Each_answers_its_example_and_each_parameters_example_as_its_schema_says()
    {
        var api = await Api();
        var faults = new List<string>();
        var read = api.Operations.Where(o => o.OfTheCatalogue).ToArray();
        read.Length.ShouldBeGreaterThan(20);
        foreach (var operation in read)
        {
            var further = operation.Parameters.Where(p => !DescribedOperation.InPath(p)).Select(DescribedOperation.NameOf);
            foreach (var with in further.Prepend(""))
            {
                var address = operation.Address(_ => null, with);
                using var reply = await Get(address);
                // Nothing is watched here, which is told.
                if (reply.StatusCode != (with == "watch" ? HttpStatusCode.BadRequest : HttpStatusCode.OK)) faults.Add($"{address}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync(Stop)}");
                else if (await api.Fault(operation, reply) is { } fault) faults.Add($"{address}: {fault}");
            }
        }
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_may_be_asked_about_again_and_read_by_pages_of_other_sites()
    {
        foreach (var operation in (await Api()).Operations.Where(o => o.OfTheCatalogue))
        {
            var address = operation.Address(_ => null);
            using var first = await Get(address, ("Origin", "https://other.example"));
            var tag = first.Headers.ETag.ShouldNotBeNull(address);
            first.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"], address);
            first.Headers.GetValues("Access-Control-Expose-Headers").ShouldBe(["ETag, Link"], address);
            using var again = await Get(address, ("If-None-Match", tag.ToString()));
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, address);
        }
    }

    [Fact]
    public async Task Each_list_with_pages_names_the_one_before_and_the_one_after()
    {
        var lists = (await Api()).Operations.Where(o => o.OfTheCatalogue && o.Parameters.Any(p => DescribedOperation.NameOf(p) == "page_size")).ToArray();
        lists.Select(o => o.Path).ShouldBe(["/models.json", "/api/v1/models", "/api/v1/changes", "/changes.json", "/api/v1/conflicts", "/conflicts.json"], ignoreOrder: true);
        foreach (var list in lists)
        {
            using var reply = await Get($"{list.Path}?page=2&page_size=1");
            reply.Headers.GetValues("Link").ShouldHaveSingleItem().ShouldBe($"<{list.Path}?page_size=1&page=1>; rel=\"prev\", <{list.Path}?page_size=1&page=3>; rel=\"next\"");
            list.It["responses"]!["200"]!["headers"]!.AsObject().Select(h => h.Key).ShouldBe(["ETag", "Link"], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task A_page_of_conflicts_holds_what_a_page_of_its_twin_holds()
    {
        var twin = (await site.Json("/conflicts.json"))["page_size"]!.GetValue<int>();
        twin.ShouldBe(Assay.Host.Pages.Conflicts.ListModel.PageSize);
        (await site.Json("/api/v1/conflicts"))["page_size"]!.GetValue<int>().ShouldBe(twin);
    }

    [Fact]
    public async Task A_number_outside_the_range_that_is_told_is_refused()
    {
        foreach (var operation in (await Api()).Operations.Where(o => o.OfTheCatalogue))
            foreach (var (name, schema) in operation.Parameters.Select(p => (DescribedOperation.NameOf(p), p["schema"]!)).Where(p => p.Item2["type"]!.ToString() == "integer"))
                foreach (var odd in ((string, JsonNode?)[])[("0", schema["minimum"]), ($"{schema["maximum"]?.GetValue<long>() + 1}", name == "page" ? null : schema["maximum"])])
                {
                    if (odd.Item2 is null) continue;
                    using var reply = await Get(operation.Address(p => p == name ? odd.Item1 : null, name));
                    reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{operation.Name} {name}={odd.Item1}");
                }
    }
}
