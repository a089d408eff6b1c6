namespace DebugDeck.Core.Diagnosis.Dns.Resolvers;

/// <summary>The code that turns a name into questions.</summary>
public enum ResolverKind
{
    /// <summary>It could not be told which.</summary>
    Unknown,

    /// <summary><c>getaddrinfo</c> of glibc.</summary>
    Glibc,

    /// <summary><c>getaddrinfo</c> of musl.</summary>
    Musl,

    /// <summary>Go's own, which needs no libc.</summary>
    Go,
}
