namespace DebugDeck.Core.Diagnosis.Dns;

/// <summary>How a question to a name server ended.</summary>
public enum DnsOutcome
{
    /// <summary>Records of the type that was asked for.</summary>
    Answer,

    /// <summary>The name exists, without records of that type (NOERROR and no answer).</summary>
    NoData,

    /// <summary>The name does not exist (NXDOMAIN).</summary>
    NoSuchName,

    /// <summary>The server could not find out (SERVFAIL).</summary>
    ServerFailure,

    /// <summary>The server does not want to answer (REFUSED).</summary>
    Refused,

    /// <summary>Another error code.</summary>
    OtherError,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>Nobody listens there.</summary>
    ConnectionRefused,

    /// <summary>There is no way to the server.</summary>
    NoRoute,

    /// <summary>What came back is no DNS message.</summary>
    Malformed,
}
