using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Trust;

/// <summary>The certificate authorities that the program trusts, and where it takes them from.</summary>
public sealed record TrustFacts
{
    public static TrustFacts Unknown { get; } = new();

    /// <summary>There are some; null where it could not be told.</summary>
    public bool? IsFound { get; init; }

    /// <summary>The file or directory; null if there is none, or they are in the program itself.</summary>
    public string? Path { get; init; }

    /// <summary>Where the program takes them from, in words: <c>SSL_CERT_FILE</c>, <c>Go's list of files</c>, <c>built into Node.js</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>How many; null where they were not counted.</summary>
    public int? Count { get; init; }

    /// <summary>The first day on which one of them is no longer valid.</summary>
    public DateTimeOffset? OldestExpiry { get; init; }

    public DateTimeOffset? NewestExpiry { get; init; }

    /// <summary>How many of them are no longer valid.</summary>
    public int Expired { get; init; }

    /// <summary>Where this program would have looked, in its order.</summary>
    public IReadOnlyList<string> LookedFor { get; init; } = [];

    /// <summary>What is wrong, in words; null if nothing is.</summary>
    public string? Problem { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
