using CsCheck;
using DebugDeck.Core.Certificates;

namespace DebugDeck.Core.Tests.Certificates.Stores;

public sealed class KeyStoreTests
{
    [Theory]
    [InlineData("two.jks", CertificateFormat.Jks)]
    [InlineData("two.p12", CertificateFormat.Pkcs12)]
    public void Keytools_stores_give_up_their_authorities(string name, CertificateFormat format)
    {
        var file = StoreFixtures.Read(name);

        Assert.Equal(format, file.Format);
        Assert.Equal(["Fixture Root One", "Fixture Root Two"], StoreFixtures.Names(file).Order());
        Assert.All(file.Certificates, stored => Assert.Equal(StoredForm.Plain, stored.Form));
        Assert.Empty(file.Faults);
        Assert.False(file.HasPrivateKey);
    }

    [Fact]
    public void A_store_without_any_password_is_read() => Assert.Equal(["Fixture Root One"], StoreFixtures.Names(StoreFixtures.Read("open.p12")));

    [Fact]
    public void An_alias_is_the_place_of_a_certificate() =>
        Assert.Equal(["alias one", "alias two"], StoreFixtures.Read("two.jks").Certificates.Select(stored => stored.Place).Order());

    [Fact]
    public void A_store_with_a_password_of_its_own_is_locked_and_not_empty()
    {
        var file = StoreFixtures.Read("own-password.p12");

        Assert.True(file.IsLocked);
        Assert.Equal(CertificateFaultKind.Broken, Assert.Single(file.Faults).Kind);
    }

    [Fact]
    public void What_openssl_puts_into_a_store_is_no_authority_for_java() =>
        Assert.Equal(StoredForm.WithoutJavaTrust, Assert.Single(StoreFixtures.Read("by-openssl.p12").Certificates).Form);

    [Fact]
    public void A_private_key_in_a_store_is_noted_and_the_certificate_of_the_key_is_no_authority()
    {
        var file = StoreFixtures.Read("with-key.jks");

        Assert.True(file.HasPrivateKey);
        Assert.Equal(["Fixture Root One"], StoreFixtures.Names(file));
    }

    [Theory]
    [InlineData("two.jks")]
    [InlineData("two.p12")]
    [InlineData("open.p12")]
    public void Whatever_is_done_to_a_store_reading_it_ends_without_an_error(string name)
    {
        var bytes = StoreFixtures.Bytes(name);
        var change = Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 6];

        Gen.Select(change, Gen.Int[0, bytes.Length]).Sample(
            (changes, length) =>
            {
                var hostile = bytes[..length];
                foreach (var (at, value) in changes)
                {
                    if (at < hostile.Length)
                    {
                        hostile[at] = value;
                    }
                }

                Assert.InRange(CertificateReader.Read(hostile).Count, 0, 2);
            },
            iter: 300);
    }

    [Fact]
    public void A_store_that_asks_for_millions_of_rounds_is_not_opened()
    {
        var bytes = StoreFixtures.Bytes("two.p12");
        var rounds = bytes.AsSpan().IndexOf<byte>([0x02, 0x02, 0x27, 0x10]);
        Assert.True(rounds > 0, "the fixture has 10,000 rounds");

        // The integer grows from two bytes to four, with the lengths around it left wrong: read leniently it is still a very large number.
        byte[] hostile = [.. bytes[..rounds], 0x02, 0x04, 0x7f, 0xff, 0xff, 0xff, .. bytes[(rounds + 4)..]];

        Assert.Empty(CertificateReader.Read(hostile).Certificates);
    }
}
