using System.Text;
using CsCheck;
using DebugDeck.Core.Certificates;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Certificates.Stores;

public sealed class PemBundleTests
{
    private static readonly TestCertificate One = TestCertificate.Root("One", new() { Until = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero) });
    private static readonly TestCertificate Two = TestCertificate.Root("Two", new() { Until = new DateTimeOffset(2029, 1, 1, 0, 0, 0, TimeSpan.Zero) });

    [Fact]
    public void A_bundle_tells_how_many_it_holds_and_when_they_expire()
    {
        var file = Read($"# Corp\n{One.Pem}\n{Two.Pem}");

        Assert.Equal((CertificateFormat.Pem, 2), (file.Format, file.Count));
        Assert.Empty(file.Faults);
        Assert.Equal(new DateTimeOffset(2029, 1, 1, 0, 0, 0, TimeSpan.Zero), file.FirstExpiry);
        Assert.Equal(new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero), file.LastExpiry);
        Assert.Equal(["Two"], file.ExpiredAt(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)).Select(certificate => certificate.Subject.ShortName));
        Assert.Equal("line 2", file.Certificates[0].Place);
    }

    [Fact]
    public void Line_ends_of_windows_and_text_between_blocks_do_no_harm() =>
        Assert.Equal(2, Read($"Certificate:\r\n    Data: x\r\n{One.Pem.ReplaceLineEndings("\r\n")}junk\r\n{Two.Pem.ReplaceLineEndings("\r\n")}").Count);

    public static TheoryData<string, string, CertificateFaultKind> Faults => new()
    {
        { "\ufeff" + One.Pem, "byte order mark", CertificateFaultKind.Unseen },
        { One.Pem.Replace("-----BEGIN", "  -----BEGIN", StringComparison.Ordinal), "indented", CertificateFaultKind.Unseen },
        { One.Pem.Replace("\n", "\\n", StringComparison.Ordinal), "\\n", CertificateFaultKind.Unseen },
        { Two.Pem.TrimEnd() + One.Pem, "start of a line", CertificateFaultKind.Unseen },
        { One.Pem.Replace("MII", "M?I", StringComparison.Ordinal), "base64", CertificateFaultKind.Broken },
        { One.Pem[..200], "no END", CertificateFaultKind.Broken },
        { "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "not an X.509", CertificateFaultKind.Broken },
        { One.KeyPem, "PRIVATE KEY", CertificateFaultKind.Ignored },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_a_client_stumbles_over_is_named(string text, string reason, CertificateFaultKind kind)
    {
        var file = Read(text);

        Assert.Contains(file.Faults, fault => fault.Kind == kind && fault.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.DoesNotContain(file.Certificates, stored => stored.Certificate.Subject.ShortName == "One");
    }

    [Theory]
    [InlineData("TRUSTED CERTIFICATE", StoredForm.Trusted)]
    [InlineData("X509 CERTIFICATE", StoredForm.OldLabel)]
    [InlineData("CERTIFICATE", StoredForm.Plain)]
    public void Forms_that_not_every_client_reads_are_told_apart(string label, StoredForm form)
    {
        var text = One.Pem.Replace("BEGIN CERTIFICATE", "BEGIN " + label, StringComparison.Ordinal).Replace("END CERTIFICATE", "END " + label, StringComparison.Ordinal);

        Assert.Equal(form, Assert.Single(Read(text).Certificates).Form);
    }

    [Fact]
    public void A_block_with_headers_is_one_that_go_skips() =>
        Assert.Equal(StoredForm.WithHeaders, Assert.Single(Read(One.Pem.Replace("-----\nMII", "-----\nName: x\n\nMII", StringComparison.Ordinal)).Certificates).Form);

    [Fact]
    public void One_binary_certificate_is_a_file_too() => Assert.Equal(CertificateFormat.Der, CertificateReader.Read(One.Der) is { Count: 1 } file ? file.Format : default);

    [Theory]
    [InlineData("")]
    [InlineData("404 page not found\n")]
    public void Text_without_certificates_is_no_format_at_all(string text) => Assert.Equal(CertificateFormat.Unknown, Read(text).Format);

    [Fact]
    public void A_bundle_without_end_is_cut_at_the_limit() => Assert.True(Read(string.Concat(Enumerable.Repeat(One.Pem, CertificateReader.CertificateLimit + 10))) is { IsCut: true, Count: CertificateReader.CertificateLimit });

    [Fact]
    public void Whatever_is_done_to_a_bundle_reading_it_ends_without_an_error()
    {
        var text = Encoding.UTF8.GetBytes(One.Pem + Two.Pem);

        Gen.Select(Gen.Select(Gen.Int[0, text.Length - 1], Gen.Byte).Array[1, 8], Gen.Int[0, text.Length]).Sample(
            (changes, length) =>
            {
                var hostile = text[..length];
                foreach (var (at, value) in changes)
                {
                    if (at < hostile.Length)
                    {
                        hostile[at] = value;
                    }
                }

                Assert.InRange(CertificateReader.Read(hostile).Count, 0, 2);
            },
            iter: 1000);
    }

    [Fact]
    public void Whatever_is_done_to_a_certificate_reading_it_ends_without_an_error()
    {
        var der = One.Der;

        Gen.Select(Gen.Int[0, der.Length - 1], Gen.Byte).Array[1, 4].Sample(
            changes =>
            {
                var hostile = der.ToArray();
                foreach (var (at, value) in changes)
                {
                    hostile[at] = value;
                }

                if (CertificateParser.TryParse(hostile, out var fault) is { } certificate)
                {
                    Assert.NotEmpty(certificate.Fingerprint);
                    Assert.NotNull(certificate.Subject.ShortName);
                    Assert.NotNull(certificate.Subject.Text);
                }
                else
                {
                    Assert.NotNull(fault);
                }
            },
            iter: 3000);
    }

    private static CertificateFile Read(string text) => CertificateReader.Read(Encoding.UTF8.GetBytes(text));
}
