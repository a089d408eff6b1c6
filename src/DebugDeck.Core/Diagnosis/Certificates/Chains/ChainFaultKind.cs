namespace DebugDeck.Core.Diagnosis.Certificates.Chains;

/// <summary>Why a chain is refused.</summary>
public enum ChainFaultKind
{
    /// <summary>The signature of the last certificate leads to an authority that was neither sent nor is in the store.</summary>
    IssuerUnknown,

    /// <summary>The chain ends in an authority that signed itself and is not in the store.</summary>
    RootUntrusted,

    /// <summary>The server's certificate signed itself and is not in the store.</summary>
    SelfSigned,

    Expired,
    NotYetValid,
    NameMismatch,
    WeakKey,
    WeakSignature,
    NotAnAuthority,
    PathTooLong,
    WrongUse,

    /// <summary>Refused only by strict clients.</summary>
    NotStrict,
}
