using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Assay.Host.Export;

/// <summary>Serves nobody but the export: hands requests to the site's own pipeline, without sockets, and takes the bytes.</summary>
public sealed class InProcessServer : IServer
{
    private Func<IFeatureCollection, Task> answer = _ => throw new InvalidOperationException("The site has not been started.");

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        answer = features => Answer(application, features);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asks for an address.</summary>
    /// <param name="address">Path and query, as in a link.</param>
    /// <param name="exported">What the answer may know of the export.</param>
    /// <param name="body">Emptied, then filled with the answer's bytes.</param>
    /// <returns>Its status.</returns>
    public async Task<int> Ask(string address, Exported exported, PageStream body)
    {
        body.Clear();
        var (path, query) = address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (address[..at], address[at..]) : (address, "");
        var features = new FeatureCollection(8);
        var response = new Response();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = "GET", Protocol = "HTTP/1.1", Scheme = exported.Site?.Scheme ?? "http", PathBase = exported.Site is { } site ? Uri.UnescapeDataString(site.AbsolutePath).TrimEnd('/') : "", Path = path, QueryString = query,
            Headers = new HeaderDictionary { ["Host"] = exported.Site?.Authority ?? LinkRewriter.Nowhere["http://".Length..] },
        });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set(exported);
        await answer(features);
        return response.StatusCode;
    }

    private static async Task Answer<TContext>(IHttpApplication<TContext> application, IFeatureCollection features) where TContext : notnull
    {
        var context = application.CreateContext(features);
        Exception? fault = null;
        try
        {
            await application.ProcessRequestAsync(context);
            // What is written through a pipe may still be in it.
            await features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
        }
        catch (Exception e)
        {
            fault = e;
            throw;
        }
        finally
        {
            await ((Response)features.GetRequiredFeature<IHttpResponseFeature>()).Complete();
            application.DisposeContext(context, fault);
        }
    }

    /// <summary>Keeps what is to be done at the end, such as letting go of a request's services. Headers go nowhere.</summary>
    private sealed class Response : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Do, object State)> last = new();

        public override void OnCompleted(Func<object, Task> callback, object state) => last.Push((callback, state));

        public async Task Complete()
        {
            while (last.TryPop(out var callback)) await callback.Do(callback.State);
        }
    }

    public void Dispose() { }
}
