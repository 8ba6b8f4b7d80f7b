using System.Net;
using Assay.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Assay.Tests.Web;

public sealed class OwnNamesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080; http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://127.0.0.1:5080;http://192.0.2.7:80", false)]
    [InlineData("http://*:5080", false)]
    public void Only_a_site_of_this_machine_alone_knows_all_its_names(string urls, bool knows) => (OwnNames.For(urls) is not null).ShouldBe(knows);

    [Fact]
    public void What_the_user_set_stands()
    {
        var configuration = new ConfigurationManager { [OwnNames.Setting] = "assay.example" };
        OwnNames.Guard(configuration, "http://127.0.0.1:5080");
        configuration[OwnNames.Setting].ShouldBe("assay.example");
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task A_name_that_was_made_to_point_here_is_not_answered(string name, HttpStatusCode expected)
    {
        using var folder = new TemporaryFolder();
        const string Urls = "http://127.0.0.1:0";
        await using var app = WebApp.Build([$"--urls={Urls}"], () => new FixedClaims([]), TimeProvider.System, builder =>
        {
            builder.Logging.ClearProviders();
            OwnNames.Guard(builder.Configuration, Urls);
        }, contentRoot: Path.Combine(Folders.Repository, "src", "Assay.Host"), dataFolder: folder.Path);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Urls.Single() + "/healthz"));
        request.Headers.Host = name;
        using var reply = await client.SendAsync(request, TestContext.Current.CancellationToken);
        reply.StatusCode.ShouldBe(expected);
    }
}
