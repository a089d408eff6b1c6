using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Trust;
using DebugDeck.Core.Files.Capture;
using DebugDeck.TestKit;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Anatomy.Trust;

public sealed class TrustReaderTests
{
    private const string DebianFile = "/etc/ssl/certs/ca-certificates.crt";
    private const string RedHatFile = "/etc/pki/tls/certs/ca-bundle.crt";
    private const string AlpineFile = "/etc/ssl/cert.pem";
    private const string Hashed = "/etc/ssl/certs/a94d09e5.0";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string Long = TestCertificate.Root("Long", new() { Until = new DateTimeOffset(2035, 1, 1, 0, 0, 0, TimeSpan.Zero) }).Pem;
    private static readonly string Over = TestCertificate.Root("Over", new() { From = new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero), Until = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) }).Pem;

    // Runtime, a variable or nothing, the only file there is, and the path that the program takes its authorities from (nothing: it finds none).
    [Theory]
    [InlineData("go", "", DebianFile, DebianFile)]
    [InlineData("go", "", RedHatFile, RedHatFile)]
    [InlineData("go", "", AlpineFile, AlpineFile)]
    [InlineData("go", "", "/etc/ssl/certs/mine.pem", "/etc/ssl/certs")]
    [InlineData("go", "", "/opt/ca.pem", null)]
    [InlineData("go", "SSL_CERT_FILE=/opt/ca.pem", "/opt/ca.pem", "/opt/ca.pem")]
    [InlineData("go", "SSL_CERT_FILE=/opt/ca.pem", RedHatFile, null)]
    [InlineData("go", "SSL_CERT_DIR=/opt/certs:/opt/more", "/opt/certs/mine.pem", "/opt/certs")]
    [InlineData("go", "SSL_CERT_FILE=", DebianFile, DebianFile)]
    [InlineData("python", "", Hashed, "/etc/ssl/certs")]
    [InlineData("python", "", DebianFile, null)]
    [InlineData("python", "", "/usr/lib/ssl/cert.pem", "/usr/lib/ssl/cert.pem")]
    [InlineData("python", "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt", DebianFile, DebianFile)]
    [InlineData("dotnet-aot", "", DebianFile, "/etc/ssl/certs")]
    [InlineData("dotnet-aot", "", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", null)]
    [InlineData("java", "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt", DebianFile, null)]
    [InlineData("java", "", "/usr/lib/jvm/temurin-21/lib/security/cacerts", "/usr/lib/jvm/temurin-21/lib/security/cacerts")]
    [InlineData("java", "JAVA_TOOL_OPTIONS=-Xmx1g -Djavax.net.ssl.trustStore=/opt/trust.p12", "/opt/trust.p12", "/opt/trust.p12")]
    [InlineData("java", "JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=/opt/trust.p12", "/usr/lib/jvm/temurin-21/lib/security/cacerts", null)]
    [InlineData("node", "NODE_OPTIONS=--use-system-ca", DebianFile, DebianFile)]
    [InlineData("native", "", DebianFile, DebianFile)]
    public async Task A_program_finds_authorities_where_its_runtime_looks_and_nowhere_else(string runtime, string variable, string file, string? path)
    {
        var trust = await ReadAsync(runtime, RuntimePrograms.Tree(runtime).File(file, Long), variable);

        Assert.Equal((path is not null, path), (trust.IsFound, trust.Path));
    }

    [Theory]
    [InlineData("node", "")]
    [InlineData("graalvm", "")]
    [InlineData("node", "SSL_CERT_FILE=/nowhere")]
    public async Task A_program_that_brings_its_authorities_along_needs_none_in_the_image(string runtime, string variable)
    {
        var trust = await ReadAsync(runtime, RuntimePrograms.Tree(runtime), variable);

        Assert.Equal((true, null, null), (trust.IsFound, trust.Path, trust.Count));
    }

    [Fact]
    public async Task A_bundle_tells_how_many_it_holds_and_which_of_them_have_ended()
    {
        var trust = await ReadAsync("go", RuntimePrograms.Tree("go").File(DebianFile, Over + Long + Long), "");

        Assert.Equal((3, 1), (trust.Count, trust.Expired));
        Assert.Equal((2025, 2035), (trust.OldestExpiry?.Year, trust.NewestExpiry?.Year));
        Assert.Null(trust.Problem);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("404 page not found", false)]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", false)]
    public async Task A_file_without_certificates_is_there_and_of_no_use(string content, bool isFound)
    {
        var trust = await ReadAsync("go", RuntimePrograms.Tree("go").File(DebianFile, content), "");

        Assert.Equal(isFound, trust.IsFound);
        Assert.Equal($"{DebianFile} holds no certificate", trust.Problem);
    }

    [Fact]
    public async Task A_link_to_the_bundle_is_followed_and_one_that_leads_nowhere_is_no_file()
    {
        var linked = await ReadAsync("go", RuntimePrograms.Tree("go").File("/opt/bundle.pem", Long).Link(RedHatFile, "/opt/bundle.pem"), "");
        var dangling = await ReadAsync("go", RuntimePrograms.Tree("go").Link(RedHatFile, "/opt/bundle.pem"), "");

        Assert.Equal((true, RedHatFile), (linked.IsFound, linked.Path));
        Assert.False(dangling.IsFound);
    }

    [Fact]
    public async Task A_directory_of_files_that_openssl_does_not_see_is_told_apart_from_an_empty_one()
    {
        var trust = await ReadAsync("python", RuntimePrograms.Tree("python").File(DebianFile, Long), "");

        Assert.Contains(trust.Evidence, evidence => evidence.Path == "/etc/ssl/certs" && evidence.Detail.Contains("none that is called by its hash", StringComparison.Ordinal));
    }

    private static async Task<TrustFacts> ReadAsync(string runtime, ImageTree tree, string variable)
    {
        var setting = new ContainerSetting { Command = RuntimePrograms.Command(runtime), Environment = Variables(variable) };
        var question = new NeedsQuestion(setting, Now);
        return question.Answer(await CaptureRounds.RunAsync(tree, [new ContainerQuestion(setting), question], TestContext.Current.CancellationToken)).Certificates;
    }

    private static Dictionary<string, string> Variables(string line) =>
        line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? new() { [line[..equals]] = line[(equals + 1)..] } : [];
}
