using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Accounts;

/// <summary>The directory for temporary files.</summary>
public sealed record TmpFacts
{
    public static TmpFacts Unknown { get; } = new();

    /// <summary><c>/tmp</c>, or where <c>TMPDIR</c> points.</summary>
    public string Path { get; init; } = "/tmp";

    /// <summary>It is there and a directory; null where nobody could look.</summary>
    public bool? IsPresent { get; init; }

    /// <summary>Null where it is not there, or a mount hides it.</summary>
    public UnixFileMode? Mode { get; init; }

    /// <summary>What is mounted there, or above it (<c>tmpfs</c>, <c>emptyDir</c>); null if nothing is.</summary>
    public string? Mount { get; init; }

    /// <summary>The user may write there; null where it could not be told.</summary>
    public bool? IsWritable { get; init; }

    /// <summary>Why not, in words; null where it is writable.</summary>
    public string? Obstacle { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
