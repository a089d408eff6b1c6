using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>The user's logins at registries, where the docker client keeps them: in its <c>config.json</c>, or with a credential helper.</summary>
internal sealed class RegistryCredentials(string configFile)
{
    private const string DockerHub = "docker.io";

    // The name under which every docker client has kept the login of Docker Hub since its first version.
    private const string DockerHubKey = "https://index.docker.io/v1/";

    // What helpers answer for a user name when the secret is a token.
    private const string TokenUser = "<token>";

    private static readonly TimeSpan HelperLimit = TimeSpan.FromSeconds(10);

    public static RegistryCredentials OfUser() => new(Path.Combine(
        Environment.GetEnvironmentVariable("DOCKER_CONFIG") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker"),
        "config.json"));

    /// <summary>The login for a registry; one without name and password if there is none, which is what public images need.</summary>
    public async Task<AuthConfig> FindAsync(string registry, CancellationToken cancellationToken)
    {
        var key = registry == DockerHub ? DockerHubKey : registry;
        var config = await ReadAsync(cancellationToken);
        var helper = config.CredHelpers?.GetValueOrDefault(registry) ?? config.CredsStore;
        if (helper is { Length: > 0 } && await AskAsync(helper, key, cancellationToken) is { } kept)
        {
            return kept;
        }

        return config.Auths?.FirstOrDefault(login => HostOf(login.Key) == HostOf(key)).Value is { } login
            ? Decode(login, key)
            : new AuthConfig();
    }

    private async Task<ClientConfig> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(configFile);
            return await JsonSerializer.DeserializeAsync(file, ClientConfigJson.Default.ClientConfig, cancellationToken) ?? new ClientConfig();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            // No login is no error: most toolboxes are public. If the registry wants one, it says so.
            return new ClientConfig();
        }
    }

    private static AuthConfig Decode(ClientLogin login, string key)
    {
        if (login.IdentityToken is { Length: > 0 } token)
        {
            return new AuthConfig { IdentityToken = token, ServerAddress = key };
        }

        var bytes = new byte[login.Auth?.Length ?? 0];
        var pair = Convert.TryFromBase64String(login.Auth ?? "", bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
        var colon = pair.IndexOf(':');
        return colon < 0 ? new AuthConfig() : new AuthConfig { Username = pair[..colon], Password = pair[(colon + 1)..], ServerAddress = key };
    }

    private static async Task<AuthConfig?> AskAsync(string helper, string key, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(HelperLimit);
        try
        {
            var answer = await Cli.Wrap($"docker-credential-{helper}")
                .WithArguments("get")
                .WithStandardInputPipe(PipeSource.FromString(key))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(limit.Token);
            return answer.ExitCode == 0 && JsonSerializer.Deserialize(answer.StandardOutput, ClientConfigJson.Default.HelperLogin) is { Secret: { } secret } login
                ? login.Username == TokenUser
                    ? new AuthConfig { IdentityToken = secret, ServerAddress = key }
                    : new AuthConfig { Username = login.Username, Password = secret, ServerAddress = key }
                : null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is System.ComponentModel.Win32Exception or JsonException or OperationCanceledException)
        {
            // A helper that is not installed or does not answer: as without a login.
            return null;
        }
    }

    private static string HostOf(string key)
    {
        var start = key.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var end = key.IndexOf('/', start);
        return end < 0 ? key[start..] : key[start..end];
    }
}
