using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Docker.Endpoints;

/// <summary>Docker's contexts: named engines in <c>~/.docker</c>, each in a folder named by the hash of its name.</summary>
internal static class DockerContexts
{
    /// <summary>The name of the context in use; null if it is the built-in <c>default</c>.</summary>
    public static string? Current(EndpointSettings settings, out string? problem)
    {
        problem = null;
        var name = settings.Variable("DOCKER_CONTEXT");
        if (name is null)
        {
            var file = Path.Combine(settings.DockerFolder, "config.json");
            try
            {
                name = settings.Files.Read(file) is { } text
                    ? JsonSerializer.Deserialize(text, ContextJson.Default.DockerConfigFile)?.CurrentContext
                    : null;
            }
            catch (Exception error) when (IsUnreadable(error))
            {
                problem = $"{file} cannot be read: {error.Message}";
            }
        }

        return name is null or "" or "default" ? null : name;
    }

    /// <summary>The endpoint of a context; one that is missing or broken is an endpoint with a problem.</summary>
    public static DockerEndpoint Read(EndpointSettings settings, string name)
    {
        var source = $"context '{name}'";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var file = Path.Combine(settings.DockerFolder, "contexts", "meta", hash, "meta.json");
        DockerEndpoint Broken(string problem) => new(new HostInfo(name, HostKind.Docker, "", source), null, Problem: problem);
        try
        {
            if (settings.Files.Read(file) is not { } text)
            {
                return Broken($"the Docker context '{name}' does not exist; `docker context ls` shows those that do");
            }

            var endpoint = JsonSerializer.Deserialize(text, ContextJson.Default.ContextMetaFile)?.Endpoints?.GetValueOrDefault("docker");
            if (endpoint?.Host is not { Length: > 0 } host)
            {
                return Broken($"the Docker context '{name}' names no engine");
            }

            var tls = Tls(settings, Path.Combine(settings.DockerFolder, "contexts", "tls", hash, "docker"), endpoint.SkipTLSVerify);
            var address = EndpointAddress.Parse(host, settings.IsWindows, tls is not null, out var problem);
            return new DockerEndpoint(
                new HostInfo(name, EngineKinds.Guess(settings.Files, address), host, source),
                address,
                address?.Scheme == "tcp" ? tls : null,
                problem is null ? null : $"the Docker context '{name}': {problem}");
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return Broken($"the Docker context '{name}' cannot be read: {error.Message}");
        }
    }

    private static EndpointTls? Tls(EndpointSettings settings, string folder, bool skipVerify)
    {
        string? Present(string name) => Path.Combine(folder, name) is var file && settings.Files.Exists(file) ? file : null;
        var tls = new EndpointTls(Present("ca.pem"), Present("cert.pem"), Present("key.pem"), skipVerify);
        return tls is { CaFile: null, CertificateFile: null, SkipVerify: false } ? null : tls;
    }

    private static bool IsUnreadable(Exception error) => error is JsonException or IOException or UnauthorizedAccessException;
}
