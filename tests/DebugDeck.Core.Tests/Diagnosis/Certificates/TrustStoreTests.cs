using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.Core.Files;
using DebugDeck.TestKit;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Diagnosis.Certificates;

/// <summary>Field notes 4.3, line by line: where each runtime looks, and what of what is there it does not see.</summary>
public sealed class TrustStoreTests
{
    private const string Bundle = "/etc/ssl/certs/ca-certificates.crt";
    private const string Corp = "/etc/ssl/certs/corp.pem";

    private static readonly TestCertificate Public = TestCertificate.Root("Public Root");
    private static readonly TestCertificate Private = TestCertificate.Root("Corp Root");
    private static readonly TestCertificate Other = TestCertificate.Root("Other Root");

    /// <summary>One extra PEM file beside the bundle: the rule that follows from the table.</summary>
    [Theory]
    [InlineData(TrustRuntime.Go, "", true)]
    [InlineData(TrustRuntime.DotNet, "", true)]
    [InlineData(TrustRuntime.Node, "NODE_OPTIONS=--use-system-ca", true)]
    [InlineData(TrustRuntime.Node, "NODE_USE_SYSTEM_CA=1", true)]
    [InlineData(TrustRuntime.Node, "", false)]
    [InlineData(TrustRuntime.Node, "NODE_OPTIONS=--use-openssl-ca", false)]
    [InlineData(TrustRuntime.OpenSsl, "", false)]
    [InlineData(TrustRuntime.Python, "", false)]
    [InlineData(TrustRuntime.PythonRequests, "", false)]
    [InlineData(TrustRuntime.Java, "", false)]
    public async Task One_more_file_beside_the_bundle_is_seen_by_some(TrustRuntime runtime, string variable, bool isSeen)
    {
        var store = await ReadAsync(Image(), runtime, variable);

        Assert.Equal(isSeen, Names(store).Contains("Corp Root"));
    }

    [Theory]
    [InlineData(TrustRuntime.Go, "SSL_CERT_FILE=/corp/ca.pem", "Other Root")]
    [InlineData(TrustRuntime.OpenSsl, "SSL_CERT_FILE=/corp/ca.pem", "Other Root")]
    [InlineData(TrustRuntime.DotNet, "SSL_CERT_FILE=/corp/ca.pem", "Other Root")]
    [InlineData(TrustRuntime.Python, "SSL_CERT_FILE=/corp/ca.pem", "Other Root")]
    [InlineData(TrustRuntime.Node, "NODE_EXTRA_CA_CERTS=/corp/ca.pem", "Other Root")]
    [InlineData(TrustRuntime.PythonRequests, "REQUESTS_CA_BUNDLE=/corp/ca.pem", "Other Root")]
    [InlineData(TrustRuntime.PythonRequests, "CURL_CA_BUNDLE=/corp/ca.pem", "Other Root")]
    [InlineData(TrustRuntime.Java, "SSL_CERT_FILE=/corp/ca.pem", null)]
    [InlineData(TrustRuntime.Node, "SSL_CERT_FILE=/corp/ca.pem", null)]
    [InlineData(TrustRuntime.PythonRequests, "SSL_CERT_FILE=/corp/ca.pem", null)]
    [InlineData(TrustRuntime.Go, "REQUESTS_CA_BUNDLE=/corp/ca.pem", null)]
    [InlineData(TrustRuntime.Go, "SSL_CERT_DIR=/corp", "Other Root")]
    [InlineData(TrustRuntime.DotNet, "SSL_CERT_DIR=/nowhere:/corp", "Other Root")]
    [InlineData(TrustRuntime.OpenSsl, "SSL_CERT_DIR=/corp", null)]
    public async Task A_variable_is_heard_by_those_that_know_it(TrustRuntime runtime, string variable, string? seen)
    {
        var files = Image().Directory("/corp").File("/corp/ca.pem", Other.Pem);

        var store = await ReadAsync(files, runtime, variable);

        Assert.Equal(seen is not null, Names(store).Contains("Other Root"));
    }

    [Fact]
    public async Task Go_reads_the_first_bundle_there_is_and_then_every_file_of_its_directories()
    {
        var files = Image().Directory("/etc/pki").File("/etc/ssl/cert.pem", Other.Pem);

        var store = await ReadAsync(files, TrustRuntime.Go);

        Assert.Equal(["Public Root", "Corp Root"], Names(store));
        Assert.Equal(TrustSourceState.NotReached, store.Sources.Single(source => source.Place.Path == "/etc/ssl/cert.pem").State);
    }

    [Fact]
    public async Task Debians_openssl_finds_a_bundle_only_with_the_variable_or_the_link()
    {
        var files = new FakeFiles().Directory("/etc").Directory("/etc/ssl").Directory("/etc/ssl/certs").File(Bundle, Public.Pem).Directory("/usr/lib/ssl");

        Assert.True((await ReadAsync(files, TrustRuntime.OpenSsl)).IsEmpty);
        Assert.Equal(["Public Root"], Names(await ReadAsync(files, TrustRuntime.OpenSsl, $"SSL_CERT_FILE={Bundle}")));
        Assert.Equal(["Public Root"], Names(await ReadAsync(files.Link("/usr/lib/ssl/cert.pem", Bundle), TrustRuntime.OpenSsl)));
    }

    [Fact]
    public async Task A_hash_link_makes_openssl_see_a_file()
    {
        var hash = Private.Facts.Subject.Hash;
        var files = new FakeFiles().Directory("/usr/lib/ssl/certs").File("/usr/lib/ssl/certs/corp.pem", Private.Pem).Link($"/usr/lib/ssl/certs/{hash}.0", "corp.pem");

        Assert.Equal(["Corp Root"], Names(await ReadAsync(files, TrustRuntime.OpenSsl)));
        Assert.Contains($"{hash}.0", Assert.Single((await ReadAsync(
            new FakeFiles().Directory("/usr/lib/ssl/certs").File("/usr/lib/ssl/certs/corp.pem", Private.Pem), TrustRuntime.OpenSsl)).Sources[1].PassedOver).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dotnet_looks_into_etc_ssl_certs_where_openssls_own_directory_is_empty()
    {
        var files = new FakeFiles().Directory("/usr/lib/ssl/certs").Directory("/etc/ssl/certs").File(Corp, Private.Pem);

        Assert.Equal(["Corp Root"], Names(await ReadAsync(files, TrustRuntime.DotNet)));
        Assert.Empty(Names(await ReadAsync(files.File("/usr/lib/ssl/certs/x.pem", Public.Pem), TrustRuntime.DotNet)).Except(["Public Root"]));
    }

    [Theory]
    [InlineData("JAVA_TOOL_OPTIONS=-Xmx1g -Djavax.net.ssl.trustStore=/corp/store.p12", "", true)]
    [InlineData("", "-Djavax.net.ssl.trustStore=/corp/store.p12", true)]
    [InlineData("JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=/corp/store.p12", "-Djavax.net.ssl.trustStore=/elsewhere.p12", false)]
    [InlineData("SSL_CERT_FILE=/corp/store.p12", "", false)]
    public async Task Java_takes_the_last_trust_store_option_and_no_variable_of_openssl(string variable, string argument, bool isSeen)
    {
        var files = new FakeFiles().Add(new FileEntry("/corp/store.p12", FileKind.Regular, 1, UnixFileMode.OtherRead, default), Stores.Bytes("two.p12"));

        var store = await ReadAsync(files, TrustRuntime.Java, variable, ["java", argument, "-jar", "app.jar"]);

        Assert.Equal(isSeen, Names(store).Contains("Fixture Root One"));
    }

    [Theory]
    [InlineData("two.jks", true)]
    [InlineData("two.p12", true)]
    [InlineData("by-openssl.p12", false)]
    [InlineData("one.pem", false)]
    public async Task Java_reads_key_stores_and_nothing_else(string fixture, bool isRead)
    {
        var files = new FakeFiles().Add(new FileEntry("/jre/lib/security/cacerts", FileKind.Regular, 1, UnixFileMode.OtherRead, default), Stores.Bytes(fixture));

        var store = await ReadAsync(files, TrustRuntime.Java);

        Assert.Equal(isRead, Names(store).Contains("Fixture Root One"));
        Assert.Equal(isRead ? TrustSourceState.Read : TrustSourceState.Broken, store.Sources[1].State);
    }

    [Theory]
    [InlineData(TrustRuntime.OpenSsl, "")]
    [InlineData(TrustRuntime.Python, "")]
    [InlineData(TrustRuntime.Node, "Public Root")]
    [InlineData(TrustRuntime.Go, "Public Root,Corp Root")]
    public async Task A_broken_block_costs_each_runtime_something_else(TrustRuntime runtime, string left)
    {
        var broken = Other.Pem.Replace("MII", "M?I", StringComparison.Ordinal);
        var files = new FakeFiles().File("/ca.pem", Public.Pem + broken + Private.Pem);

        var store = await ReadAsync(files, runtime, runtime == TrustRuntime.Node ? "NODE_EXTRA_CA_CERTS=/ca.pem" : "SSL_CERT_FILE=/ca.pem");

        Assert.Equal(left, string.Join(',', Names(store)));
    }

    [Theory]
    [InlineData(0x100, 65532, TrustSourceState.Unreadable)]
    [InlineData(0x1a4, 65532, TrustSourceState.Read)]
    [InlineData(0x100, 0, TrustSourceState.Read)]
    public async Task A_file_that_the_user_may_not_read_is_not_read(int mode, int user, TrustSourceState state)
    {
        var files = new FakeFiles().File("/ca.pem", Public.Pem, (UnixFileMode)mode);

        var store = await ReadAsync(files, TrustRuntime.Go, "SSL_CERT_FILE=/ca.pem", user: new ReadingUser(user, [user]));

        Assert.Equal(state, store.Sources[0].State);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_missing_and_what_was_never_looked_at_is_unknown()
    {
        var files = new FakeFiles().Link("/etc/ssl/cert.pem", "certs/gone.crt");

        var store = await ReadAsync(files, TrustRuntime.OpenSsl, "SSL_CERT_FILE=/etc/ssl/cert.pem");
        var blind = new TrustStoreReader(Core.Files.Capture.FileCapture.Empty, ReadingUser.Unknown).Read(new TrustSituation { Runtime = TrustRuntime.Go });

        Assert.Equal(TrustSourceState.Missing, store.Sources[0].State);
        Assert.False(blind.IsKnown);
    }

    private static FakeFiles Image() => new FakeFiles().Directory("/etc").Directory("/etc/ssl").Directory("/etc/ssl/certs").File(Bundle, Public.Pem).File(Corp, Private.Pem);

    private static IEnumerable<string> Names(TrustStore store) => store.Certificates.Select(certificate => certificate.Subject.ShortName);

    private static async Task<TrustStore> ReadAsync(FakeFiles files, TrustRuntime runtime, string variable = "", string[]? command = null, ReadingUser? user = null)
    {
        var parts = variable.Split('=', 2);
        var situation = new TrustSituation
        {
            Runtime = runtime,
            Environment = parts.Length == 2 ? new Dictionary<string, string> { [parts[0]] = parts[1] } : new Dictionary<string, string>(),
            Command = command ?? [],
            JavaHome = "/jre",
        };
        var capture = await Core.Files.Capture.CaptureRounds.RunAsync(files, [new TrustQuestion(situation)], TestContext.Current.CancellationToken);
        return new TrustStoreReader(capture, user ?? ReadingUser.Unknown).Read(situation);
    }

    private static class Stores
    {
        public static byte[] Bytes(string name) => Core.Tests.Certificates.Stores.StoreFixtures.Bytes(name);
    }
}
