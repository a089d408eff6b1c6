namespace DebugDeck.Core.Certificates;

/// <summary>The extensions of a certificate that decide whether a client accepts it.</summary>
public sealed record CertificateExtensions
{
    public const string ServerUse = "1.3.6.1.5.5.7.3.1";

    public const string AnyUse = "2.5.29.37.0";

    /// <summary>Basic constraints; null if there are none.</summary>
    public bool? IsAuthority { get; init; }

    /// <summary>How many authorities may stand between it and a server; null for any number.</summary>
    public int? PathLength { get; init; }

    /// <summary>May sign certificates; null if it says nothing about the use of its key.</summary>
    public bool? MaySign { get; init; }

    /// <summary>Object identifiers of the extended uses; null if it says nothing, and is good for any.</summary>
    public IReadOnlyList<string>? Uses { get; init; }

    /// <summary>DNS names it is for (subjectAltName).</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>IP addresses it is for (subjectAltName).</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Subject key identifier in hexadecimal digits.</summary>
    public string? KeyId { get; init; }

    /// <summary>The key identifier of whoever signed it.</summary>
    public string? IssuerKeyId { get; init; }

    /// <summary>Where its issuer's certificate can be fetched (<c>http://…</c>), as it says. Nobody but some Windows and Java clients ever does.</summary>
    public IReadOnlyList<string> IssuerUrls { get; init; } = [];

    /// <summary>It limits the names of what it signs.</summary>
    public bool LimitsNames { get; init; }

    public bool IsForServers => Uses is null || Uses.Contains(ServerUse) || Uses.Contains(AnyUse);
}
