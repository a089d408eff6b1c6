using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Docker.Connections;
using DebugDeck.Docker.Endpoints;
using Docker.DotNet;

namespace DebugDeck.Docker;

/// <summary>The way to one engine. Calls go through <see cref="AskAsync{T}"/>, which bounds their time and turns what the library throws into words.</summary>
public sealed class DockerConnection(HostInfo info, IDockerClient client, TimeProvider clock) : IDisposable
{
    private HostInfo _info = info;

    /// <summary>An engine that has not answered a plain question by then will not (a local one takes milliseconds).</summary>
    public static TimeSpan AnswerLimit { get; } = TimeSpan.FromSeconds(15);

    /// <summary>The host; its kind is a guess from the address until <see cref="IdentifyAsync"/> has asked.</summary>
    public HostInfo Info => Volatile.Read(ref _info);

    public IDockerClient Client => client;

    public TimeProvider Clock => clock;

    /// <summary>A connection for an endpoint. Connects to nothing yet.</summary>
    public static DockerConnection To(DockerEndpoint endpoint, TimeProvider clock) => new(endpoint.Info, DockerClients.Create(endpoint), clock);

    /// <summary>Asks the engine what it is; returns its version. Podman may hide behind any address, only its own word is sure.</summary>
    public async Task<string> IdentifyAsync(CancellationToken cancellationToken)
    {
        var version = await AskAsync("version", (engine, token) => engine.System.GetVersionAsync(token), cancellationToken);
        Volatile.Write(ref _info, _info with { Kind = EngineKinds.Of(version) });
        return version.Version;
    }

    /// <summary>Asks the engine one question that has a prompt answer. <paramref name="about"/> names the thing asked for in a NotFound error.</summary>
    public async Task<T> AskAsync<T>(string about, Func<IDockerClient, CancellationToken, Task<T>> question, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AnswerLimit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await question(client, both.Token);
        }
        catch (Exception error) when (error is not DebugDeckException && !cancellationToken.IsCancellationRequested)
        {
            throw limit.IsCancellationRequested
                ? new DebugDeckException(ErrorKind.Unreachable, $"{Info.Name} has not answered for {AnswerLimit.TotalSeconds:0} s", "the engine may be overloaded or hung; try again, or look at its own log", error)
                : DockerErrors.Translate(error, Info, about);
        }
    }

    /// <summary><see cref="AskAsync{T}"/> for a question without an answer.</summary>
    public Task AskAsync(string about, Func<IDockerClient, CancellationToken, Task> question, CancellationToken cancellationToken) =>
        AskAsync(about, async (engine, token) =>
        {
            await question(engine, token);
            return true;
        }, cancellationToken);

    public void Dispose() => client.Dispose();
}
