namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>Where Java looks: one key store, and never <c>SSL_CERT_FILE</c>.</summary>
internal static class JavaTrust
{
    private const string StoreOption = "-Djavax.net.ssl.trustStore=";

    public static IReadOnlyList<TrustPlace> Places(TrustSituation situation)
    {
        if (Option(situation, StoreOption) is var (path, source) && path is not null)
        {
            return [new TrustPlace(path, TrustPlaceKind.KeyStore, $"{StoreOption.TrimEnd('=')} in {source}")];
        }

        var folder = $"{situation.JavaHome ?? "$JAVA_HOME"}/lib/security";
        return
        [
            new TrustPlace($"{folder}/jssecacerts", TrustPlaceKind.KeyStore, "default of Java", IsAlternative: true),
            new TrustPlace($"{folder}/cacerts", TrustPlaceKind.KeyStore, "default of Java", IsAlternative: true),
        ];
    }

    // What comes later wins: JAVA_TOOL_OPTIONS, then JDK_JAVA_OPTIONS and the command line, then _JAVA_OPTIONS.
    private static (string? Value, string? Source) Option(TrustSituation situation, string option)
    {
        IEnumerable<(string Word, string Source)> words =
        [
            .. Words(situation["JAVA_TOOL_OPTIONS"], "JAVA_TOOL_OPTIONS"),
            .. Words(situation["JDK_JAVA_OPTIONS"], "JDK_JAVA_OPTIONS"),
            .. situation.Command.Select(word => (word, "the command line")),
            .. Words(situation["_JAVA_OPTIONS"], "_JAVA_OPTIONS"),
        ];
        return words.Where(word => word.Word.StartsWith(option, StringComparison.Ordinal) && word.Word.Length > option.Length)
            .Select(word => ((string?)word.Word[option.Length..].Trim('"', '\''), (string?)word.Source))
            .LastOrDefault();
    }

    private static IEnumerable<(string Word, string Source)> Words(string? options, string source) =>
        (options ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (word, source));
}
