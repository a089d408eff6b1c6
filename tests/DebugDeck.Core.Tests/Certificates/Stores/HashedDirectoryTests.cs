using System.Text;
using DebugDeck.Core.Certificates;
using DebugDeck.TestKit.Certificates;

namespace DebugDeck.Core.Tests.Certificates.Stores;

public sealed class HashedDirectoryTests
{
    private static readonly TestCertificate Root = TestCertificate.Root("Corp Root");
    private static readonly TestCertificate Twin = TestCertificate.Root("CORP  root");

    [Fact]
    public void Only_names_that_are_hashes_are_looked_for()
    {
        var reading = Read(("corp.pem", Root));

        Assert.Empty(reading.Found);
        Assert.Equal("corp.pem", Assert.Single(reading.Unseen).Place);
    }

    [Fact]
    public void A_link_of_the_right_name_makes_it_found()
    {
        var reading = Read(("corp.pem", Root), ($"{Root.Facts.Subject.Hash}.0", Root));

        Assert.Single(reading.Found);
        Assert.Empty(reading.Unseen);
    }

    [Fact]
    public void A_link_of_another_name_is_told_with_the_right_one()
    {
        var reading = Read(("00000000.0", Root));

        Assert.Equal(("00000000.0", Root.Facts.Subject.Hash), Assert.Single(reading.Misnamed));
        Assert.Empty(reading.Found);
    }

    [Fact]
    public void Two_subjects_with_one_hash_are_numbered_and_a_gap_hides_what_is_behind_it()
    {
        var hash = Root.Facts.Subject.Hash;
        Assert.Equal(hash, Twin.Facts.Subject.Hash);

        Assert.Equal(2, Read(($"{hash}.0", Root), ($"{hash}.1", Twin)).Found.Count);
        Assert.Single(Read(($"{hash}.0", Root), ($"{hash}.2", Twin)).Found);
        Assert.Single(Read(($"{hash}.0", Root), ($"{hash}.2", Twin)).Unseen);
    }

    [Fact]
    public async Task What_we_find_is_what_openssl_verifies_with()
    {
        using var openssl = new OpenSsl();
        var server = openssl.File("server.pem", Root.Server("api.example").Pem);
        var folder = Directory.CreateDirectory(Path.Combine(openssl.Folder, "certs")).FullName;
        openssl.File("certs/corp.pem", Root.Pem);

        var (before, _) = await openssl.RunAsync("verify", "-CApath", folder, "-no-CAfile", "-no-CAstore", server);
        openssl.File($"certs/{Root.Facts.Subject.Hash}.0", Root.Pem);
        var (after, _) = await openssl.RunAsync("verify", "-CApath", folder, "-no-CAfile", "-no-CAstore", server);

        Assert.NotEqual(0, before);
        Assert.Equal(0, after);
    }

    private static HashedDirectoryReading Read(params (string Name, TestCertificate Certificate)[] files) =>
        HashedDirectory.Read(files.ToDictionary(file => file.Name, file => CertificateReader.Read(Encoding.UTF8.GetBytes(file.Certificate.Pem))));
}
