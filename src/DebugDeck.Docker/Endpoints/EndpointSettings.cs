namespace DebugDeck.Docker.Endpoints;

/// <summary>Everything the search for engines looks at, so that the search itself is a pure function.</summary>
/// <param name="Explicit"><c>--docker-host</c>, or null.</param>
/// <param name="Environment">Looks a variable up; null or empty means not set.</param>
/// <param name="Home">The user's home directory.</param>
/// <param name="Files">The files of this machine.</param>
/// <param name="IsWindows">Engines are behind named pipes there.</param>
public sealed record EndpointSettings(
    string? Explicit,
    Func<string, string?> Environment,
    string Home,
    IEndpointFiles Files,
    bool IsWindows = false)
{
    /// <summary>A variable's value; null if it is not set or empty.</summary>
    public string? Variable(string name) => Environment(name) is { Length: > 0 } value ? value : null;

    /// <summary>Docker's own folder: <c>DOCKER_CONFIG</c>, else <c>~/.docker</c>.</summary>
    public string DockerFolder => Variable("DOCKER_CONFIG") ?? Path.Combine(Home, ".docker");
}
