using System.Security.Cryptography;
using System.Text;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Lifecycle;

namespace DebugDeck.Practice.Worlds;

/// <summary>An image of the world.</summary>
internal sealed record ImageDefinition
{
    public required string Name { get; init; }

    /// <summary>What it is built on; see <see cref="Families.FamilyCatalog"/>.</summary>
    public string Family { get; init; } = "scratch";

    public string User { get; init; } = "";

    public string WorkingDirectory { get; init; } = "/";

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Files besides those of the family.</summary>
    public IReadOnlyList<WorldFile> Files { get; init; } = [];

    /// <summary>How its program lives, unless a workload says otherwise.</summary>
    public LifeScript Life { get; init; } = LifeScript.Quiet;

    /// <summary>Why it cannot be pulled; null if it can.</summary>
    public string? PullError { get; init; }

    /// <summary>Every tag of the repository is this image.</summary>
    public bool AnyTag { get; init; }

    public string Digest => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)));
}

/// <summary>A file that a world describes.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Node">Makes it anew for each container.</param>
internal sealed record WorldFile(string Path, Func<Node?> Node);
