namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>How far a connection came.</summary>
public enum TlsOutcome
{
    /// <summary>Something went wrong that is none of the others.</summary>
    Failed,

    /// <summary>The handshake was completed; whether the certificate is any good is another matter.</summary>
    Completed,

    /// <summary>The name has no address.</summary>
    NameNotFound,

    /// <summary>The machine is there and nothing listens at the port, or something refuses in its name.</summary>
    Refused,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>There is no way to the address.</summary>
    Unreachable,

    /// <summary>Connected, and closed by the other side without a word of TLS.</summary>
    Closed,

    /// <summary>The server speaks, but not TLS.</summary>
    NotTls,

    /// <summary>The server ended the handshake with an alert.</summary>
    Alert,
}
