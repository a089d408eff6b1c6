using System.CommandLine;

namespace DebugDeck.Commands;

/// <summary>The flags behind <see cref="GlobalOptions"/>: declared once on the root, understood after every command.</summary>
internal sealed class GlobalFlags
{
    private readonly Option<string> _dockerHost = new("--docker-host")
    {
        Description = "The engine's endpoint (unix://, tcp://, ssh://, npipe://), instead of DOCKER_HOST and the Docker context",
        HelpName = "URL",
        Recursive = true,
    };

    private readonly Option<string> _host = new("--host")
    {
        Description = "Only this host: docker, podman, kubernetes, or a host's name",
        HelpName = "HOST",
        Recursive = true,
    };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours (also: NO_COLOR)", Recursive = true };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Show the technical cause of errors", Recursive = true };

    public GlobalFlags() => _host.CompletionSources.Add("docker", "podman", "kubernetes");

    public void AddTo(Command root)
    {
        root.Add(_dockerHost);
        root.Add(_host);
        root.Add(_noColor);
        root.Add(_verbose);
    }

    public GlobalOptions Read(ParseResult parsed) => new()
    {
        DockerHost = parsed.GetValue(_dockerHost),
        Host = parsed.GetValue(_host),
        NoColor = parsed.GetValue(_noColor),
        Verbose = parsed.GetValue(_verbose),
    };
}
