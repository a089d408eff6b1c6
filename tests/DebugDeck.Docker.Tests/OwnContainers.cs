using System.Formats.Tar;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Targets;
using DebugDeck.TestKit;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Tests;

/// <summary>Images and containers of one test on an engine; all of them are gone when it is disposed.</summary>
internal sealed class OwnContainers : IAsyncDisposable
{
    private readonly string _endpoint;
    private readonly Func<string[], Task<string>> _docker;
    private readonly string _prefix = $"docker-files-{Guid.NewGuid():N}"[..20];
    private readonly List<string> _containers = [];
    private readonly List<string> _images = [];
    private readonly List<string> _volumes = [];

    private OwnContainers(string endpoint, Func<string[], Task<string>> docker)
    {
        _endpoint = endpoint;
        _docker = docker;
        Connection = Connect();
    }

    public DockerConnection Connection { get; }

    public static OwnContainers OnTestEngine() => new(TestEngine.Require(), TestEngine.DockerAsync);

    public static OwnContainers On(OwnEngine engine) => new(engine.Endpoint, engine.DockerAsync);

    /// <summary>Another connection, as another process would have; the caller disposes it.</summary>
    public DockerConnection Connect() => new(
        new HostInfo("docker", HostKind.Docker, _endpoint, "test"),
        new DockerClientBuilder().WithEndpoint(new Uri(_endpoint)).Build(),
        TimeProvider.System);

    public Task<string> DockerAsync(params string[] arguments) => _docker(arguments);

    /// <summary>Makes an image of what <paramref name="write"/> puts into a tar.</summary>
    public async Task<string> ImageAsync(Action<TarWriter> write)
    {
        var name = $"{_prefix}:{_images.Count}";
        var file = Path.GetTempFileName();
        try
        {
            await using (var tar = new TarWriter(File.Create(file)))
            {
                write(tar);
            }

            await _docker(["import", file, name]);
            _images.Add(name);
            return name;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public string NewVolume()
    {
        _volumes.Add($"{_prefix}-{_volumes.Count}");
        return _volumes[^1];
    }

    /// <summary><c>docker create</c> with the arguments.</summary>
    public Task<Target> CreateAsync(params string[] arguments) => MakeAsync(["create"], arguments);

    /// <summary>Many of one kind, without a client process for each.</summary>
    public async Task<IReadOnlyList<Target>> CreateManyAsync(int count, string image, string command)
    {
        var targets = new List<Target>();
        for (; count > 0; count--)
        {
            var made = await Connection.Client.Containers.CreateContainerAsync(
                new CreateContainerParameters { Image = image, Name = $"{_prefix}-{_containers.Count}", Cmd = [command] }, TestContext.Current.CancellationToken);
            _containers.Add(made.ID);
            targets.Add(await TargetAsync(made.ID));
        }

        return targets;
    }

    /// <summary><c>docker run --detach</c> with the arguments.</summary>
    public Task<Target> RunAsync(params string[] arguments) => MakeAsync(["run", "--detach"], arguments);

    /// <summary>A busybox that sleeps; <paramref name="options"/> stand before the image.</summary>
    public Task<Target> SleeperAsync(params string[] options) => RunAsync([.. options, "busybox:latest", "sleep", "1000"]);

    /// <summary>The container as the inventory would show it now.</summary>
    public async Task<Target> TargetAsync(string id)
    {
        var container = await Connection.Client.Containers.InspectContainerAsync(id, TestContext.Current.CancellationToken);
        return new Target
        {
            Id = container.ID,
            Address = new TargetAddress(AddressKind.Docker, container.Name.TrimStart('/')),
            Host = "docker",
            Name = container.Name.TrimStart('/'),
            Image = container.Config!.Image,
            ImageId = container.Image,
            State = Enum.Parse<ContainerState>(container.State!.Status, ignoreCase: true),
            StartedAt = Moment(container.State.StartedAt),
            FinishedAt = container.State.Running ? null : Moment(container.State.FinishedAt),
            Tty = container.Config!.Tty == true,
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _containers)
        {
            await RemoveAsync(() => Connection.Client.Containers.RemoveContainerAsync(container, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }));
        }

        foreach (var image in _images)
        {
            await RemoveAsync(() => Connection.Client.Images.DeleteImageAsync(image, new ImageDeleteParameters { Force = true }));
        }

        foreach (var volume in _volumes)
        {
            await RemoveAsync(() => Connection.Client.Volumes.RemoveAsync(volume, force: true));
        }

        Connection.Dispose();
    }

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is { Year: > 1 } moment ? moment : null;

    private static async Task RemoveAsync(Func<Task> remove)
    {
        try
        {
            await remove();
        }
        catch (DockerApiException error) when (error.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            // The test has removed it itself.
        }
    }

    private async Task<Target> MakeAsync(string[] command, string[] arguments)
    {
        var name = $"{_prefix}-{_containers.Count}";
        _containers.Add(name);
        await _docker([.. command, "--name", name, .. arguments]);
        return await TargetAsync(name);
    }
}
