namespace DebugDeck.Docker.Endpoints;

/// <summary>The forms in which an engine's address is written (<c>docker -H</c>, <c>DOCKER_HOST</c>, contexts).</summary>
internal static class EndpointAddress
{
    private const string Forms = "write unix:///PATH, tcp://HOST:PORT, ssh://USER@HOST or npipe:////./pipe/NAME";

    public static string DefaultFor(bool windows) => windows ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";

    /// <summary>Reads an address; <paramref name="problem"/> says in words what is wrong with it.</summary>
    public static Uri? Parse(string text, bool windows, bool tls, out string? problem)
    {
        problem = null;
        text = text.Trim();
        var scheme = text.Contains("://", StringComparison.Ordinal) ? text[..text.IndexOf("://", StringComparison.Ordinal)] : "";
        var rest = scheme.Length > 0 ? text[(scheme.Length + 3)..] : text;
        var address = scheme switch
        {
            // Docker takes an address without a scheme for tcp.
            "" or "tcp" or "http" or "https" => Tcp(rest, tls || scheme == "https"),
            "unix" => Unix(rest),
            "npipe" => Uri.TryCreate(rest.Length > 0 ? text.Replace("npipe:////./", "npipe://./", StringComparison.Ordinal) : DefaultFor(windows), UriKind.Absolute, out var pipe) ? pipe : null,
            "ssh" => Uri.TryCreate(text, UriKind.Absolute, out var ssh) && ssh.Host.Length > 0 && NoPassword(ssh) ? ssh : null,
            _ => null,
        };
        if (address is null)
        {
            problem = scheme == "ssh"
                ? "an ssh address is ssh://[USER@]HOST[:PORT], without a password"
                : $"'{text}' is not an engine's address: {Forms}";
        }

        return address;
    }

    private static Uri? Tcp(string rest, bool tls)
    {
        // Docker's defaults: this machine, and the ports registered for it.
        if (!Uri.TryCreate("tcp://" + (rest.Length == 0 ? "localhost" : rest), UriKind.Absolute, out var address)
            || address.Host.Length == 0
            || address.AbsolutePath.Trim('/').Length > 0)
        {
            return null;
        }

        return address.Port > 0 ? address : new UriBuilder(address) { Port = tls ? 2376 : 2375 }.Uri;
    }

    private static Uri? Unix(string path) => path.Length == 0
        ? new Uri(DefaultFor(windows: false))
        : path[0] == '/' ? new UriBuilder("unix", "") { Path = path }.Uri : null;

    private static bool NoPassword(Uri address) => !address.UserInfo.Contains(':', StringComparison.Ordinal);
}
