namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>What a handshake showed. Everything that the server sent is hostile.</summary>
public sealed record TlsObservation
{
    public required TlsOutcome Outcome { get; init; }

    /// <summary><c>TLS 1.3</c>; null if it never came to that.</summary>
    public string? Protocol { get; init; }

    /// <summary>As IANA has it: <c>TLS_AES_256_GCM_SHA384</c>.</summary>
    public string? Cipher { get; init; }

    /// <summary>The certificates in the order they were sent, each in DER.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chain { get; init; } = [];

    /// <summary>The server asked for a certificate of the client.</summary>
    public bool AsksForClientCertificate { get; init; }

    /// <summary>The server's alert in the words of RFC 8446: <c>handshake_failure</c>.</summary>
    public string? Alert { get; init; }

    /// <summary>The first line that a server said which does not speak TLS.</summary>
    public string? Answer { get; init; }

    /// <summary>What went wrong in the words of the tool or the library; null if nothing did.</summary>
    public string? Words { get; init; }

    public long DurationMs { get; init; }
}
