using System.Text;
using System.Text.Json;
using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Server;

/// <summary>Writes the kubeconfig of each user. They hold tokens, so nobody else may read them.</summary>
internal static class Kubeconfigs
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A new folder of this cluster's own; several may run at once.</summary>
    public static string CreateFolder(string? parent)
    {
        parent ??= Path.GetTempPath();
        Directory.CreateDirectory(parent);
        var folder = Path.Combine(parent, $"debugdeck-practice-{Path.GetRandomFileName()}");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, FolderMode);
        return folder;
    }

    public static string Write(string folder, Uri endpoint, string authorityPem, WorldUser user, string token)
    {
        var path = Path.Combine(folder, $"{FileName(user.Name)}.kubeconfig");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new StreamWriter(path, new UTF8Encoding(false), options);
        file.Write(Text(endpoint, authorityPem, user, token));
        return path;
    }

    /// <summary>Names of users come from a file that anybody may have written.</summary>
    private static string FileName(string user) => string.Concat(user.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' ? letter : '_'));

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Text(Uri endpoint, string authorityPem, WorldUser user, string token) =>
        $"""
        apiVersion: v1
        kind: Config
        current-context: practice
        clusters:
        - name: practice
          cluster:
            server: {endpoint.GetLeftPart(UriPartial.Authority)}
            certificate-authority-data: {Convert.ToBase64String(Encoding.ASCII.GetBytes(authorityPem))}
        contexts:
        - name: practice
          context:
            cluster: practice
            user: {Quoted(user.Name)}
            namespace: {Quoted(user.DefaultNamespace)}
        users:
        - name: {Quoted(user.Name)}
          user:
            token: {token}

        """;
}
