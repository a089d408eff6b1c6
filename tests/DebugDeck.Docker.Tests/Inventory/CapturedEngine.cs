using System.Net;
using System.Runtime.CompilerServices;
using DebugDeck.Core.Hosts;
using Docker.DotNet;
using Docker.DotNet.Handler.Abstractions;
using Microsoft.Extensions.Logging;

namespace DebugDeck.Docker.Tests.Inventory;

/// <summary>An engine that gives the answers once captured from a real one: <c>Captured/ENGINE/{version,containers,container}.json</c>.</summary>
internal sealed class CapturedEngine : IDockerHandlerFactory<string>
{
    public static DockerConnection Connect(string engine) => new(
        new HostInfo("captured", HostKind.Docker, engine, "test"),
        new DockerClientBuilder().WithEndpoint(new Uri("http://captured")).WithTransportOptions(new CapturedEngine(), Path.Combine(ThisFolder(), "Captured", engine)).Build(),
        TimeProvider.System);

    public ResolvedTransport CreateHandler(string transportOptions, ResolvedClientOptions clientOptions, ILogger logger) =>
        new(new Answers(transportOptions), clientOptions.Endpoint);

    public ResolvedTransport CreateHandler(ResolvedClientOptions clientOptions, ILogger logger) => throw new NotSupportedException();

    public Task<WriteClosableStream> HijackStreamAsync(HttpContent content) => throw new NotSupportedException();

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed class Answers(string folder) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var file = request.RequestUri!.AbsolutePath switch
            {
                "/version" => "version.json",
                "/containers/json" => "containers.json",
                _ => "container.json",
            };
            return new(HttpStatusCode.OK) { Content = new StringContent(await File.ReadAllTextAsync(Path.Combine(folder, file), cancellationToken)) };
        }
    }
}
