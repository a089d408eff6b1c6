namespace DebugDeck.Docker.Endpoints;

/// <summary>Where engines put their sockets besides the default one.</summary>
internal static class WellKnownSockets
{
    /// <summary>Name, path and what to call the place; most specific name first wins where two are the same socket.</summary>
    public static IEnumerable<(string Name, string Path, string Source)> All(EndpointSettings settings)
    {
        if (settings.Variable("XDG_RUNTIME_DIR") is { } runtime)
        {
            yield return ("docker-rootless", Path.Combine(runtime, "docker.sock"), "rootless socket");
            yield return ("podman", Path.Combine(runtime, "podman", "podman.sock"), "Podman's rootless socket");
        }

        yield return ("docker-desktop", Path.Combine(settings.Home, ".docker", "run", "docker.sock"), "Docker Desktop's socket");
        yield return ("docker-desktop", Path.Combine(settings.Home, ".docker", "desktop", "docker.sock"), "Docker Desktop's socket");
        yield return ("podman-root", "/run/podman/podman.sock", "Podman's socket");
    }
}
