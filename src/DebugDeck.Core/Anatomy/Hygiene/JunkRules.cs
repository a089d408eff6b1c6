using DebugDeck.Core.Files;

namespace DebugDeck.Core.Anatomy.Hygiene;

/// <summary>What is known to end up in images by a <c>COPY . .</c> too many, or a clean-up too few.</summary>
internal static class JunkRules
{
    /// <summary>Looked for in the folders of the program, and anywhere where the whole tree is known.</summary>
    public static IReadOnlyList<(string Name, JunkKind Kind, string What)> InProgramFolders { get; } =
    [
        (".env", JunkKind.Secret, "variables of a development machine, which usually include passwords"),
        (".env.local", JunkKind.Secret, "variables of a development machine"),
        (".env.production", JunkKind.Secret, "variables of production"),
        (".npmrc", JunkKind.Secret, "may hold the token of a package registry"),
        (".pypirc", JunkKind.Secret, "holds the password of a package registry"),
        (".netrc", JunkKind.Secret, "holds passwords by host"),
        (".git-credentials", JunkKind.Secret, "holds passwords of git hosts"),
        (".dockerconfigjson", JunkKind.Secret, "holds passwords of image registries"),
        ("id_rsa", JunkKind.Secret, "a private key"),
        ("id_ed25519", JunkKind.Secret, "a private key"),
        (".git", JunkKind.History, "the history of the source"),
        (".venv", JunkKind.Workshop, "a virtual environment of the machine it was built on"),
        ("node_modules/.cache", JunkKind.Cache, "caches of JavaScript tools"),
        (".dockerignore", JunkKind.Workshop, "instructions for a build, which the build itself did not need in the image"),
    ];

    /// <summary>Looked for where they always are.</summary>
    public static IReadOnlyList<(string Path, JunkKind Kind, string What)> Anywhere { get; } =
    [
        ("/root/.ssh/id_rsa", JunkKind.Secret, "a private key"),
        ("/root/.ssh/id_ed25519", JunkKind.Secret, "a private key"),
        ("/root/.aws/credentials", JunkKind.Secret, "credentials of AWS"),
        ("/root/.config/gcloud/application_default_credentials.json", JunkKind.Secret, "credentials of Google Cloud"),
        ("/root/.azure/accessTokens.json", JunkKind.Secret, "tokens of Azure"),
        ("/root/.kube/config", JunkKind.Secret, "credentials of a cluster"),
        ("/root/.docker/config.json", JunkKind.Secret, "may hold passwords of image registries"),
        ("/root/.npmrc", JunkKind.Secret, "may hold the token of a package registry"),
        ("/root/.pypirc", JunkKind.Secret, "holds the password of a package registry"),
        ("/root/.netrc", JunkKind.Secret, "holds passwords by host"),
        ("/root/.git-credentials", JunkKind.Secret, "holds passwords of git hosts"),
        ("/root/.cache/pip", JunkKind.Cache, "pip's cache"),
        ("/root/.npm/_cacache", JunkKind.Cache, "npm's cache"),
        ("/root/.m2/repository", JunkKind.Cache, "Maven's cache"),
        ("/root/.gradle/caches", JunkKind.Cache, "Gradle's cache"),
        ("/root/.nuget/packages", JunkKind.Cache, "NuGet's cache"),
        ("/root/.cargo/registry", JunkKind.Cache, "Cargo's cache"),
        ("/root/.cache/go-build", JunkKind.Cache, "Go's build cache"),
        ("/go/pkg/mod/cache", JunkKind.Cache, "Go's module cache"),
        ("/var/cache/apt/pkgcache.bin", JunkKind.Cache, "apt's cache"),
        ("/var/cache/apk/APKINDEX.tar.gz", JunkKind.Cache, "apk's cache"),
        ("/var/cache/dnf/expired_repos.json", JunkKind.Cache, "dnf's cache"),
    ];

    // Test keys and certificates of libraries lie there by the dozen.
    private static readonly string[] Harmless = ["/usr/share/", "/usr/lib/", "/usr/local/lib/", "/usr/local/share/", "/etc/ssl/", "/proc/", "/nix/store/", "/node_modules/", "/site-packages/", "/dist-packages/"];

    /// <summary>What an entry of a whole tree is, if it is junk.</summary>
    public static Junk? Of(FileEntry entry)
    {
        if (entry.Path.StartsWith("/root/", StringComparison.Ordinal) || entry.Path.StartsWith("/var/", StringComparison.Ordinal) || entry.Path.StartsWith("/go/", StringComparison.Ordinal))
        {
            foreach (var (path, kind, what) in Anywhere)
            {
                if (entry.Path == path)
                {
                    return new Junk(kind, entry, what);
                }
            }
        }

        if (Harmless.Any(place => entry.Path.Contains(place, StringComparison.Ordinal)) && !entry.Path.EndsWith("/node_modules/.cache", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var (name, kind, what) in InProgramFolders)
        {
            if (entry.Path.Length > name.Length && entry.Path[^(name.Length + 1)] == '/' && entry.Path.EndsWith(name, StringComparison.Ordinal))
            {
                return new Junk(kind, entry, what);
            }
        }

        return null;
    }
}
