using System.Globalization;

namespace DebugDeck.Core.Diagnosis.Certificates.Handshakes;

/// <summary>The names of TLS alerts (RFC 8446, 6).</summary>
internal static class TlsAlerts
{
    public const string ProtocolVersion = "protocol_version";
    public const string HandshakeFailure = "handshake_failure";
    public const string CertificateRequired = "certificate_required";
    public const string UnrecognizedName = "unrecognized_name";

    public static string Name(byte number) => number switch
    {
        0 => "close_notify",
        10 => "unexpected_message",
        40 => HandshakeFailure,
        42 => "bad_certificate",
        43 => "unsupported_certificate",
        46 => "certificate_unknown",
        47 => "illegal_parameter",
        48 => "unknown_ca",
        49 => "access_denied",
        50 => "decode_error",
        70 => ProtocolVersion,
        71 => "insufficient_security",
        80 => "internal_error",
        86 => "inappropriate_fallback",
        109 => "missing_extension",
        112 => UnrecognizedName,
        116 => CertificateRequired,
        120 => "no_application_protocol",
        _ => string.Create(CultureInfo.InvariantCulture, $"alert {number}"),
    };
}
