namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>How a runtime reads a place.</summary>
public enum TrustPlaceKind
{
    /// <summary>One PEM file with any number of certificates.</summary>
    File,

    /// <summary>Every file that is in a directory, whatever its name.</summary>
    EveryFile,

    /// <summary>Only the files of a directory that are named after a subject's hash.</summary>
    HashedFiles,

    /// <summary>One Java key store, JKS or PKCS #12.</summary>
    KeyStore,

    /// <summary>A list inside the runtime itself: Mozilla's, as of its release.</summary>
    BuiltIn,
}
