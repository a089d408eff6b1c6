using System.Collections.Frozen;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>The packages that an image says it is made of.</summary>
public sealed record PackageList
{
    public static PackageList None { get; } = new();

    /// <summary><c>dpkg</c>, <c>apk</c>, <c>rpm</c>, <c>chisel</c>; null without a database.</summary>
    public string? Manager { get; init; }

    public PackageDatabaseFormat Format { get; init; }

    /// <summary>The database's file or directory; null without one.</summary>
    public string? Path { get; init; }

    /// <summary>Versions by package name, as the database writes them.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>A database is there, but not all of it could be read; null if nothing is missing.</summary>
    public string? Problem { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The version of the first of these packages that is there; null if none is. One piece of software goes by several names.</summary>
    public string? VersionOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Packages.TryGetValue(name, out var version))
            {
                return version;
            }
        }

        return null;
    }
}
