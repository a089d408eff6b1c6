using System.CommandLine;

namespace DebugDeck.Commands;

/// <summary>The flags behind <see cref="GlobalOptions"/>: declared once on the root, understood after every command.</summary>
internal sealed class GlobalFlags
{
    private readonly Option<string> _host = new("--host")
    {
        Description = "Only this host: docker, podman, kubernetes, or a host's name",
        HelpName = "HOST",
        Recursive = true,
    };

    private readonly Option<string> _dockerHost = new("--docker-host")
    {
        Description = "The engine's endpoint (unix://, tcp://, ssh://, npipe://), instead of DOCKER_HOST and the Docker context",
        HelpName = "URL",
        Recursive = true,
    };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours (also: NO_COLOR)", Recursive = true };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Show the technical cause of errors", Recursive = true };

    private readonly NamespaceFlags _namespaces = new();

    public GlobalFlags() => _host.CompletionSources.Add("docker", "podman", "kubernetes");

    /// <summary>What the command line says about clusters.</summary>
    public ClusterFlags Clusters { get; } = new();

    /// <summary>The option that names namespaces.</summary>
    public Option Namespaces => _namespaces.Names;

    public void AddTo(Command root, AddressCandidates candidates)
    {
        root.Add(_host);
        _namespaces.AddTo(root, candidates);
        Clusters.AddTo(root, candidates);
        root.Add(_dockerHost);
        root.Add(_noColor);
        root.Add(_verbose);
    }

    public GlobalOptions Read(ParseResult parsed) => Clusters.Read(parsed) with
    {
        DockerHost = parsed.GetValue(_dockerHost),
        Host = parsed.GetValue(_host),
        Scope = _namespaces.Read(parsed),
        Container = _namespaces.ReadContainer(parsed),
        NoColor = parsed.GetValue(_noColor),
        Verbose = parsed.GetValue(_verbose),
    };
}
