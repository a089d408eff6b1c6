namespace DebugDeck.Docker.Endpoints;

/// <summary>The TLS settings of Docker's environment variables.</summary>
internal static class EnvironmentTls
{
    /// <summary>
    /// As the docker command reads them: any value of <c>DOCKER_TLS_VERIFY</c> turns TLS and its checks on, <c>DOCKER_TLS</c> alone turns TLS
    /// on without checks; null if neither is set.
    /// </summary>
    public static EndpointTls? Read(EndpointSettings settings)
    {
        var verify = settings.Variable("DOCKER_TLS_VERIFY") is not null;
        if (!verify && settings.Variable("DOCKER_TLS") is null)
        {
            return null;
        }

        var folder = settings.Variable("DOCKER_CERT_PATH") ?? settings.DockerFolder;
        var certificate = Path.Combine(folder, "cert.pem");
        var key = Path.Combine(folder, "key.pem");
        var hasOwn = settings.Files.Exists(certificate) || settings.Files.Exists(key);

        // The authorities are named even if the file is missing: falling back to the machine's own would trust more than the user asked for.
        return new EndpointTls(verify ? Path.Combine(folder, "ca.pem") : null, hasOwn ? certificate : null, hasOwn ? key : null, SkipVerify: !verify);
    }
}
