using DebugDeck.Core.Anatomy.Programs;

namespace DebugDeck.Core.Anatomy.Trust;

/// <summary>Where a runtime looks for certificate authorities (field-notes 4.3).</summary>
/// <param name="Source">Why there, in words.</param>
/// <param name="Files">Files in the order they are tried; the first that is there counts.</param>
/// <param name="Folder">A directory that is used where none of the files is there.</param>
/// <param name="BuiltIn">What the program carries itself, in words; null if nothing.</param>
/// <param name="OnlyHashed">In the directory only names of OpenSSL's kind are seen (<c>a94d09e5.0</c>), whatever else is there.</param>
public sealed record TrustPlaces(string Source, IReadOnlyList<string> Files, string? Folder = null, string? BuiltIn = null, bool OnlyHashed = false)
{
    private const string Folders = "/etc/ssl/certs";

    // Go's crypto/x509, root_linux.go. Other runtimes find theirs through OpenSSL, whose own directory depends on who built it.
    private static readonly string[] Usual =
    [
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/ca-bundle.pem",
        "/etc/pki/tls/cacert.pem",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ];

    private static readonly string[] OpenSsl = ["/usr/lib/ssl/cert.pem", "/etc/ssl/cert.pem", "/etc/pki/tls/cert.pem", "/etc/pki/tls/certs/ca-bundle.crt", "/usr/local/ssl/cert.pem"];

    /// <summary>The places for a program.</summary>
    /// <param name="runtime">Null where it is not known: then all places that anything looks in.</param>
    public static TrustPlaces Of(RuntimeFacts? runtime, ContainerSetting setting)
    {
        var variable = Variable(setting, "SSL_CERT_FILE");
        var folder = Variable(setting, "SSL_CERT_DIR")?.Split(':')[0] ?? Folders;
        var usesOpenSsl = runtime?.Id is RuntimeIds.Python or RuntimeIds.Ruby or RuntimeIds.Php or RuntimeIds.Perl;
        return runtime?.Id switch
        {
            RuntimeIds.Java => Java(runtime, setting),
            RuntimeIds.GraalVmNative => new TrustPlaces("as they were when the program was built", [], BuiltIn: "GraalVM puts them into the program"),
            RuntimeIds.Node when !UsesSystem(setting) => new TrustPlaces("Node.js", [], BuiltIn: "Node.js carries Mozilla's list"),
            RuntimeIds.Deno or RuntimeIds.Bun => new TrustPlaces(runtime.Name, [], BuiltIn: $"{runtime.Name} carries Mozilla's list"),
            _ when variable is not null => new TrustPlaces("SSL_CERT_FILE", [variable], folder, OnlyHashed: usesOpenSsl),
            RuntimeIds.Go => new TrustPlaces("Go's list of files", Usual, folder),
            RuntimeIds.DotNet or RuntimeIds.DotNetSingleFile or RuntimeIds.DotNetNativeAot => new TrustPlaces("OpenSSL's file, then /etc/ssl/certs", OpenSsl, folder),
            _ when usesOpenSsl => new TrustPlaces("OpenSSL's directory", OpenSsl, folder, OnlyHashed: true),
            _ => new TrustPlaces("the usual places", [.. Usual, "/usr/lib/ssl/cert.pem"], folder),
        };
    }

    private static TrustPlaces Java(RuntimeFacts runtime, ContainerSetting setting)
    {
        const string option = "-Djavax.net.ssl.trustStore=";
        var given = setting.Command.Concat((Variable(setting, "JAVA_TOOL_OPTIONS") ?? "").Split(' '))
            .FirstOrDefault(word => word.StartsWith(option, StringComparison.Ordinal));
        if (given is not null)
        {
            return new TrustPlaces("javax.net.ssl.trustStore", [given[option.Length..]]);
        }

        var homes = new[] { runtime.Home, Variable(setting, "JAVA_HOME") }.OfType<string>().Distinct();
        return new TrustPlaces("Java's key store", [.. homes.SelectMany(home => new[] { $"{home}/lib/security/jssecacerts", $"{home}/lib/security/cacerts" }), "/etc/ssl/certs/java/cacerts"]);
    }

    private static bool UsesSystem(ContainerSetting setting) =>
        setting.Command.Concat((Variable(setting, "NODE_OPTIONS") ?? "").Split(' ')).Any(word => word is "--use-openssl-ca" or "--use-system-ca")
        || Variable(setting, "NODE_USE_SYSTEM_CA") == "1";

    private static string? Variable(ContainerSetting setting, string name) => setting.Environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
